// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/prescription/demandecatalogue.h>
#include <ambroise/prescription/demanderepository.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace ambroise::uikit {
class Column;
class DraftKeeper;
class Label;
class MessageLine;
class PickLine;
class Segmented;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! What the page needs of the program.
struct DemandeServices {
    //! In the catalogue, best first.
    std::function<Result<QList<CatalogueEntry>>(DemandeKind kind, const QString &typed)> find;
    //! What should be known before it is signed, in words: a contrast medium and a treatment.
    std::function<Result<QStringList>(const DemandeDraft &draft)> warnings;
    std::function<Result<documents::DocumentId>(const DemandeDraft &draft)> sign;
    std::function<Status(const DemandeDraft &draft)> preview; //!< as it would be printed
    std::function<Status(documents::DocumentId demande)> open;
    std::function<QFuture<Result<QString>>(documents::DocumentId demande)> print;
    std::function<Result<QList<SignedDemande>>()> signedOnes;
    std::function<Status(const QString &body)> saveDraft; //!< empty: nothing to keep
    std::function<Result<QString>()> findDraft;
    std::function<QString(const Error &error)> explain;
};

//! What is prescribed besides drugs, one draft a record: its kind, its acts found by their words,
//! its fields; beside it those that were signed. What is typed is in the journal of drafts at each
//! pause.
class DemandePage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    DemandePage(DemandeServices services, const Clock &clock, QWidget *parent = nullptr);

    void restore(); //!< what the journal of drafts holds
    void refresh(); //!< reads the signed ones again
    void begin();   //!< the caret where the first thing is asked
    Status keepDraft();

    void signAndPrint();
    void preview();
    void printSigned();      //!< the one that is looked at, else the last one signed here
    void removeSelected();   //!< an act of the list
    void toggleAld();        //!< of the selected act
    void takeUp();           //!< a new one like the signed one that is looked at
    void empty();            //!< which may be undone
    void chooseKind(int by); //!< the next ones, or those before

    [[nodiscard]] bool isEmpty() const { return m_draft.isEmpty(); }
    [[nodiscard]] const DemandeDraft &draft() const { return m_draft; }
    [[nodiscard]] int signedCount() const { return int(m_signed.size()); }

Q_SIGNALS:
    void signedAs(ambroise::documents::DocumentId demande);
    void stateChanged(); //!< there is something to sign, or no more

private:
    void build();
    void buildCentre(QVBoxLayout &layout);
    void load(const DemandeDraft &draft);
    void replaceBy(const DemandeDraft &draft, const QString &said);
    void setKind(DemandeKind kind);
    void take(const QList<DemandeItem> &items);
    void follow();
    void check();
    void addWarning(const QString &sentence);
    void showSigned(int row);
    void forgetSigned();
    void print(documents::DocumentId demande, bool justSigned);
    void tellSigned(documents::DocumentId demande, const Result<QString> &printer);
    void tell(const Error &error);

    DemandeServices m_services;
    const Clock &m_clock;
    DemandeDraft m_draft;
    QList<CatalogueEntry> m_found;
    QList<SignedDemande> m_signed;
    documents::DocumentId m_shown{}; //!< a signed one is looked at
    documents::DocumentId m_last{};  //!< signed in this page
    uikit::DraftKeeper *m_keeper = nullptr;
    uikit::Column *m_columns = nullptr;
    uikit::Segmented *m_kind = nullptr;
    uikit::PickLine *m_search = nullptr;
    class DemandeItems *m_items = nullptr;
    class DemandeForm *m_form = nullptr;
    class SignedDemandes *m_signedList = nullptr;
    uikit::Label *m_saved = nullptr;
    uikit::MessageLine *m_problem = nullptr;
    QWidget *m_warnings = nullptr;         //!< a line each: none may hide the end of another
    uikit::MessageLine *m_sheet = nullptr; //!< of a signed one
    uikit::Toast *m_toast = nullptr;
};

} // namespace ambroise::prescription::ui

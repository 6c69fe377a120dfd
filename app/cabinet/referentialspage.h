// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/core/progress.h>
#include <ambroise/drugs/referential.h>

#include <QWidget>

#include <atomic>
#include <memory>

class QVBoxLayout;

namespace ambroise::uikit {
class Button;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::app {

class DrugChangesView;

//! The settings' page *Référentiels*: what is imported, of which day and how much of it, what the
//! last drug base changed and whether it is late, and the import of each from its official files;
//! references of growth that the practice obtained itself may be taken out again. One at a time, on
//! a thread and a connection of its own; what is there stays until the whole of the new one is.
class ReferentialsPage final : public QWidget {
    Q_OBJECT
public:
    //! References outlive it.
    ReferentialsPage(Practice &practice, const access::Session &session, QWidget *parent = nullptr);
    ~ReferentialsPage() override;

    //! The base publique du médicament, from the folder of its files.
    void importDrugs(const QString &folder);
    //! The ANSM's thesaurus, from the folder of its document or of its tables.
    void importInteractions(const QString &folder);
    //! The code officiel géographique, from the folder of INSEE's files.
    void importPlaces(const QString &folder);
    void importConditions(const QString &folder);
    //! One file, in the form of resources/growth/README.md.
    void importGrowth(const QString &file);
    //! By its name, at once: the button asks first.
    void removeGrowth(const QString &name);

Q_SIGNALS:
    void changed();

private:
    struct Imported {
        QString name{}; //!< for the journal: "bdpm 2026-09-01"
        qint64 rows = 0;
        qsizetype rejected = 0;
    };
    using Work = std::function<Result<Imported>(storage::Connection &db, const Clock &clock,
                                                const Progress &progress)>;
    struct Offer {
        QString act{};
        QString hint{};
        QString title{};   //!< of the dialog
        bool file = false; //!< one file is chosen, not a folder
    };
    void addImport(const Offer &offer, void (ReferentialsPage::*import)(const QString &path));
    void list();
    void listDrugBase(const QList<drugs::Referential> &drugs);
    void listGrowth();
    void askToRemove(const QString &name);
    void run(const Work &work);
    [[nodiscard]] Progress progress();
    void tell(const Error &error);
    void finish(const Result<Imported> &imported);
    void enableImports(bool enabled);

    Practice &m_practice;
    const access::Session &m_session;
    uikit::Label *m_known;
    uikit::MessageLine *m_late; //!< the drug base is older than that of last month
    DrugChangesView *m_changes;
    uikit::MessageLine *m_progress;
    QList<uikit::Button *> m_imports;
    QVBoxLayout *m_growthList; //!< the practice's own references, each with its button
    std::shared_ptr<std::atomic<bool>> m_cancelled; //!< of the import under way
};

} // namespace ambroise::app

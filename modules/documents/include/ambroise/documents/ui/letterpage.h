// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/documents/ui/letterservices.h>

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace ambroise::uikit {
class AskLine;
class Button;
class Column;
class DraftKeeper;
class Label;
class MessageLine;
class Segmented;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

class LetterChoice;
class LetterEdit;
class PagesView;
class RecipientForm;

//! A letter, a certificate or a form being written, one a record: at the left what it begins with
//! and those that were signed, at the right to whom it goes and how it will be printed. What is
//! typed is in the journal of drafts at each pause.
class LetterPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    LetterPage(LetterServices services, const Clock &clock, QWidget *parent = nullptr);
    ~LetterPage() override;

    //! What the journal of drafts holds.
    void restore();
    //! Reads the templates and the signed letters again.
    void refresh();
    //! The caret in the text; with nothing written, in a letter to the usual correspondent, begun
    //! with the usual template.
    void beginLetter();
    //! The caret in the list of certificates.
    void beginCertificate();
    void focusText();
    void focusTemplates();
    void focusRecipient();
    Status keepDraft();

    //! Refused while a field is left to be filled in.
    void signAndPrint();
    //! The signed letter that is looked at, else the one that was signed last.
    void printSigned();
    //! A new letter from the signed one that is looked at.
    void takeUp();
    //! The text as a template of the practice; its name is asked.
    void makeTemplate();
    void empty(); //!< which may be undone

    [[nodiscard]] bool isEmpty() const { return m_draft.isEmpty(); }
    [[nodiscard]] const LetterDraft &draft() const { return m_draft; }
    [[nodiscard]] int signedCount() const { return int(m_signed.size()); }

Q_SIGNALS:
    void signedAs(ambroise::documents::DocumentId letter);
    void stateChanged(); //!< there is something to sign, or no more
    void drawn();        //!< the preview is the text as it is

private:
    void build();
    void buildCentre(QWidget &centre);
    void buildRight(QWidget &right);
    void begin(const KeptTemplate &with);
    void replaceBy(const LetterDraft &draft, const QString &said);
    void load(const LetterDraft &draft);
    void follow();
    void showPreview();
    void showSigned(const SignedLetter &letter);
    void showText();
    void showState();
    void showRecipient();
    void tell(const Error &error);
    void tellField(const QString &field);
    void tellSigned(DocumentId letter, const Result<QString> &printer);
    void print(DocumentId letter, bool justSigned);
    void changeKind(int index);

    LetterServices m_services;
    LetterDraft m_draft;
    QList<SignedLetter> m_signed;
    DocumentId m_shown{};       //!< a signed letter is looked at
    DocumentId m_last{};        //!< signed in this page
    bool m_touched = false;     //!< by hand: it is worth being kept
    bool m_previewing = false;  //!< one is being drawn
    bool m_previewLate = false; //!< the text changed meanwhile
    uikit::DraftKeeper *m_keeper = nullptr;
    QTimer m_look; //!< before the preview is drawn again
    LetterChoice *m_choice = nullptr;
    uikit::Column *m_columns = nullptr;
    uikit::Segmented *m_kind = nullptr;
    uikit::Label *m_saved = nullptr;
    uikit::Label *m_to = nullptr; //!< the recipient, where the side that names them is closed
    uikit::Button *m_empty = nullptr;
    uikit::Button *m_make = nullptr; //!< a template
    uikit::MessageLine *m_problem = nullptr;
    uikit::MessageLine *m_sheet = nullptr; //!< of a signed letter
    uikit::AskLine *m_ask = nullptr;
    QLineEdit *m_subject = nullptr;
    LetterEdit *m_text = nullptr;
    uikit::Toast *m_toast = nullptr;
    RecipientForm *m_recipient = nullptr;
    uikit::Label *m_previewTitle = nullptr;
    PagesView *m_preview = nullptr;
};

} // namespace ambroise::documents::ui

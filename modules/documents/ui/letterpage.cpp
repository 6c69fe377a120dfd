// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/documents/ui/letterpage.h>

#include "letterchoice.h"
#include "letteredit.h"
#include "pagesview.h"
#include "recipientform.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/draftkeeper.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/whendone.h>

#include <QLineEdit>

namespace ambroise::documents::ui {

LetterPage::LetterPage(LetterServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
{
    using namespace std::chrono_literals;
    build();
    m_keeper =
        new uikit::DraftKeeper({[this] { return isEmpty() ? QString() : m_draft.toText(); },
                                m_services.saveDraft, m_services.explain, m_saved, m_problem},
                               clock, this);
    m_look.setSingleShot(true);
    m_look.setInterval(400ms);
    connect(&m_look, &QTimer::timeout, this, &LetterPage::showPreview);
}

LetterPage::~LetterPage() = default;

void LetterPage::restore()
{
    const auto body = m_services.findDraft();
    if (body.ok() && body->isEmpty())
        return;
    const auto draft = body.ok() ? LetterDraft::fromText(*body) : Result<LetterDraft>(body.error());
    if (!draft.ok()) {
        m_keeper->holdBack(draft.error(), {m_text, m_subject, m_kind, m_choice, m_recipient},
                           tr("Repartir d’un courrier vide"), [this] { focusText(); });
        return;
    }
    load(*draft);
    m_touched = true;
    m_keeper->tellFound();
}

void LetterPage::refresh()
{
    const auto templates = m_services.templates();
    const auto letters = m_services.signedOnes();
    if (!templates.ok())
        tell(templates.error());
    else
        m_choice->setTemplates(*templates);
    if (!letters.ok()) {
        tell(letters.error());
        return;
    }
    m_signed = *letters;
    m_choice->setSigned(m_signed);
}

void LetterPage::beginLetter()
{
    if (!m_text->isEnabled())
        return;
    // What nobody touched is begun anew: the record may have changed since.
    if (!m_touched)
        if (const auto usual = m_services.usual(LetterKind::Letter))
            begin(*usual);
    focusText();
}

void LetterPage::beginCertificate()
{
    const auto usual = m_services.usual(LetterKind::Certificate);
    m_choice->focusTemplate(usual ? usual->key : QString(), LetterKind::Certificate);
}

void LetterPage::focusText()
{
    showText();
    m_text->setFocus(Qt::ShortcutFocusReason);
    if (!m_touched)
        (void)m_text->selectFirstBlank();
}

void LetterPage::focusTemplates()
{
    m_choice->focusSearch();
}

void LetterPage::focusRecipient()
{
    if (!m_columns->isRightShown())
        m_columns->showRight(true);
    showText();
    m_recipient->begin();
}

void LetterPage::begin(const KeptTemplate &with)
{
    const auto values = m_services.values();
    if (!values.ok()) {
        tell(values.error());
        return;
    }
    LetterDraft draft = m_draft;
    draft.kind = with.text.kind();
    draft.templateKey = with.key;
    draft.subject = filled(with.text.subject(), *values);
    draft.body = filled(with.text.body(), *values);
    if (draft.kind == LetterKind::Letter && draft.recipient.isEmpty())
        draft.recipient = m_services.usualRecipients().value(0);
    replaceBy(draft,
              m_touched ? tr("Texte remplacé par « %1 ».").arg(with.text.name()) : QString());
}

//! What somebody wrote comes back by one key.
void LetterPage::replaceBy(const LetterDraft &draft, const QString &said)
{
    const LetterDraft before = m_draft;
    const bool worth = m_touched && !before.isEmpty();
    load(draft);
    m_touched = worth;
    if (worth) {
        m_keeper->keep();
        m_toast->say(said, [this, before] {
            load(before);
            m_touched = true;
            m_keeper->keep();
            focusText();
        });
    }
}

void LetterPage::load(const LetterDraft &draft)
{
    m_draft = draft;
    m_keeper->forget();
    m_problem->hide();
    m_toast->dismiss(); // what it would bring back is of another text
    {
        const QSignalBlocker quiet(m_subject);
        m_subject->setText(draft.subject);
        m_subject->setCursorPosition(0);
    }
    m_text->setText(draft.body);
    m_recipient->set(draft.recipient, draft.copies);
    m_recipient->setAddressed(draft.kind == LetterKind::Letter);
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrent(int(draft.kind));
    }
    showText();
    showPreview();
    showState();
    showRecipient();
}

void LetterPage::showState()
{
    m_empty->setEnabled(!isEmpty());
    m_make->setEnabled(!isEmpty());
    Q_EMIT stateChanged();
}

//! Nobody signs a letter without seeing to whom.
void LetterPage::showRecipient()
{
    const bool told = m_draft.kind == LetterKind::Letter && !isEmpty();
    m_to->setVisible(told && !m_columns->isRightShown());
    QStringList copies;
    for (const Recipient &one : m_draft.copies)
        copies << one.name;
    const QString to = m_draft.recipient.name.isEmpty() ? tr("Destinataire à choisir")
                                                        : tr("À %1").arg(m_draft.recipient.name);
    m_to->setText(copies.isEmpty() ? to
                                   : to + u", "_qs + tr("copie à %1").arg(copies.join(u", "_qs)));
}

void LetterPage::changeKind(int index)
{
    m_draft.kind = LetterKind(index);
    m_recipient->setAddressed(m_draft.kind == LetterKind::Letter);
    follow();
}

void LetterPage::follow()
{
    const bool wasEmpty = isEmpty();
    m_draft.subject = m_subject->text();
    m_draft.body = m_text->text();
    m_draft.recipient = m_recipient->recipient();
    m_draft.copies = m_recipient->copies();
    m_touched = true;
    m_keeper->typed();
    m_look.start();
    showText();
    showRecipient();
    if (wasEmpty != isEmpty())
        showState();
}

Status LetterPage::keepDraft()
{
    return m_keeper->flush();
}

void LetterPage::showPreview()
{
    m_look.stop();
    if (m_shown.isStored())
        return;
    if (isEmpty()) {
        m_preview->clear();
        return;
    }
    if (m_previewing) {
        m_previewLate = true;
        return;
    }
    m_previewing = true;
    uikit::whenDone(this, m_services.preview(m_draft), [this](const Result<FileContent> &page) {
        m_previewing = false;
        if (std::exchange(m_previewLate, false)) {
            showPreview();
            return;
        }
        if (m_shown.isStored() || isEmpty())
            return;
        if (page.ok())
            m_preview->replace(*page);
        else
            tell(page.error());
    });
}

void LetterPage::showSigned(const SignedLetter &letter)
{
    const auto content = m_services.open(letter.document);
    if (!content.ok()) {
        tell(content.error());
        return;
    }
    m_shown = letter.document;
    m_problem->hide();
    if (!m_columns->isRightShown())
        m_columns->showRight(true);
    m_previewTitle->setText(tr("Tel que signé"));
    m_preview->open(*content);
    m_sheet->setGrade(uikit::Meaning::Info);
    m_sheet->setText(tr("Signé le %1").arg(text::frenchDate(letter.signedAt.toLocalTime().date())),
                     letter.authorName);
    m_sheet->clearActs();
    m_sheet->addAct(tr("Modifier"), u"M"_qs, [this] { takeUp(); });
    m_sheet->addAct(tr("Imprimer"), u"Ctrl P"_qs, [this] { printSigned(); });
    m_sheet->show();
}

//! The text that is being written, in place of a signed letter.
void LetterPage::showText()
{
    if (!m_shown.isStored())
        return;
    m_shown = {};
    m_choice->forgetSigned();
    m_sheet->hide();
    m_previewTitle->setText(tr("Tel qu’imprimé"));
    m_preview->clear();
    showPreview();
}

void LetterPage::takeUp()
{
    for (const SignedLetter &one : std::as_const(m_signed)) {
        if (one.document != m_shown)
            continue;
        const LetterDraft content = one.content;
        replaceBy(content, tr("Texte remplacé par celui d’un courrier signé."));
        m_touched = true; // it is no template's
        m_keeper->keep();
        focusText();
        return;
    }
}

void LetterPage::empty()
{
    if (isEmpty())
        return;
    const LetterDraft before = m_draft;
    load({});
    m_touched = false;
    m_keeper->keep();
    m_toast->say(tr("Courrier effacé."), [this, before] {
        load(before);
        m_touched = true;
        m_keeper->keep();
        focusText();
    });
    focusTemplates();
}

void LetterPage::signAndPrint()
{
    if (isEmpty() || !m_text->isEnabled())
        return;
    showText();
    if (const auto field = fieldLeftIn(m_draft)) {
        tellField(*field);
        return;
    }
    const auto letter = m_services.sign(m_draft);
    if (!letter.ok()) {
        tell(letter.error());
        if (letter.error().subject == u"letter.recipient")
            focusRecipient();
        else if (letter.error().subject == u"letter.subject")
            m_subject->setFocus(Qt::OtherFocusReason);
        return;
    }
    load({});
    m_touched = false;
    m_last = *letter;
    refresh();
    print(*letter, true);
    m_text->setFocus(Qt::OtherFocusReason);
    Q_EMIT signedAs(*letter);
}

void LetterPage::tellField(const QString &field)
{
    m_problem->say(uikit::Meaning::Caution, tr("Champ à remplir : %1.").arg(field),
                   tr("Le remplir ou l’effacer, puis Ctrl ↵."));
    const QList<text::Blank> left = text::blanksIn(m_draft.subject);
    if (!left.isEmpty()) {
        m_subject->setFocus(Qt::OtherFocusReason);
        m_subject->setSelection(int(left.first().start), int(left.first().length));
    } else if (m_text->selectFirstBlank()) {
        m_text->setFocus(Qt::OtherFocusReason);
    } else {
        focusRecipient(); // the field of the recipient's name
    }
}

void LetterPage::print(DocumentId letter, bool justSigned)
{
    uikit::whenDone(this, m_services.print(letter),
                    [this, letter, justSigned](const Result<QString> &printer) {
                        if (justSigned)
                            tellSigned(letter, printer);
                        else if (printer.ok())
                            m_toast->say(tr("Envoyé à %1.").arg(*printer));
                        else
                            tell(printer.error());
                    });
}

//! Without a printer it is signed all the same, and may be printed later.
void LetterPage::tellSigned(DocumentId letter, const Result<QString> &printer)
{
    if (printer.ok()) {
        m_toast->say(tr("Signé, rangé dans le dossier, envoyé à %1.").arg(*printer));
        return;
    }
    m_problem->say(uikit::Meaning::Caution, tr("Signé, rangé dans le dossier."),
                   m_services.explain(printer.error()));
    m_problem->addAct(tr("Imprimer"), u"Ctrl P"_qs, [this, letter] { print(letter, false); });
}

void LetterPage::printSigned()
{
    const DocumentId wanted = m_shown.isStored() ? m_shown : m_last;
    if (wanted.isStored())
        print(wanted, false);
}

void LetterPage::makeTemplate()
{
    if (m_draft.body.trimmed().isEmpty())
        return;
    m_ask->disconnect(this);
    connect(m_ask, &uikit::AskLine::answered, this, [this](const QString &name) {
        const Status kept = m_services.keepTemplate(name, m_draft);
        if (!kept.ok()) {
            tell(kept.error());
            return;
        }
        m_ask->finish();
        m_problem->hide();
        refresh();
        m_toast->say(tr("Modèle gardé : %1.").arg(name));
        focusText();
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        focusText();
    });
    m_ask->ask(tr("Nom du modèle"), tr("Garder"));
}

void LetterPage::tell(const Error &error)
{
    m_problem->say(uikit::Meaning::Stop, m_services.explain(error));
}

} // namespace ambroise::documents::ui

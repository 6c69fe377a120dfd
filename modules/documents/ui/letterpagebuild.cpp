// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/ui/letterpage.h>

#include "letterchoice.h"
#include "letteredit.h"
#include "pagesview.h"
#include "recipientform.h"

#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QLineEdit>
#include <QVBoxLayout>

// How the page is put together, apart from what it does.
namespace ambroise::documents::ui {
namespace {

//! A line of the text is not to be longer than 90 characters.
constexpr int widestText = 720;

uikit::Button *actButton(const QString &text, const QString &key, QWidget *parent)
{
    auto *button = new uikit::Button(text, key, parent);
    button->setLook(uikit::Button::Look::Act);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

void LetterPage::build()
{
    m_choice = new LetterChoice;
    auto *centre = new QWidget;
    auto *right = new QWidget;
    buildCentre(*centre);
    buildRight(*right);
    m_columns = new uikit::Column(m_choice, centre, right, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    connect(m_choice, &LetterChoice::templateChosen, this, [this](const KeptTemplate &one) {
        if (!m_text->isEnabled())
            return;
        begin(one);
        focusText();
        (void)m_text->selectFirstBlank();
    });
    connect(m_columns, &uikit::Column::rightShown, this, &LetterPage::showRecipient);
    connect(m_choice, &LetterChoice::signedChosen, this, &LetterPage::showSigned);
    connect(m_choice, &LetterChoice::left, this, &LetterPage::focusText);
    connect(m_recipient, &RecipientForm::edited, this, &LetterPage::follow);
    connect(m_subject, &QLineEdit::textChanged, this, &LetterPage::follow);
    connect(m_text, &LetterEdit::edited, this, &LetterPage::follow);
    connect(m_text, &LetterEdit::tooLong, this, [this] {
        tell({ErrorCode::Invalid, u"letter.long"_qs, {}});
    });
    connect(m_text, &LetterEdit::leftForward, this, [this] {
        if (m_draft.kind == LetterKind::Letter)
            focusRecipient();
        else
            m_text->nextInFocusChain()->setFocus(Qt::TabFocusReason);
    });
    connect(m_text, &LetterEdit::leftBackward, this,
            [this] { m_subject->setFocus(Qt::BacktabFocusReason); });
    connect(m_kind, &uikit::Segmented::currentChanged, this, &LetterPage::changeKind);
}

void LetterPage::buildCentre(QWidget &centre)
{
    centre.setBackgroundRole(QPalette::Base);
    centre.setAutoFillBackground(true);
    m_kind = new uikit::Segmented(tr("Genre"), {tr("Courrier"), tr("Certificat"), tr("Formulaire")},
                                  uikit::Segmented::Density::Dense); // as LetterKind
    m_saved = new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text3);
    m_empty = actButton(tr("Effacer"), {}, &centre);
    connect(m_empty, &QPushButton::clicked, this, &LetterPage::empty);
    m_make = actButton(tr("Faire un modèle"), tr("Maj F4"), &centre);
    connect(m_make, &QPushButton::clicked, this, &LetterPage::makeTemplate);
    auto *head = new QHBoxLayout;
    head->setSpacing(uikit::scaled(10));
    head->addWidget(m_kind);
    head->addStretch(1);
    head->addWidget(m_saved);
    head->addWidget(m_empty);
    head->addWidget(m_make);
    m_empty->setEnabled(false);
    m_make->setEnabled(false);
    m_subject = new QLineEdit;
    m_subject->setAccessibleName(tr("Objet"));
    m_subject->setPlaceholderText(tr("Objet"));
    m_subject->setMaxLength(int(LetterTemplate::longestLine));
    m_subject->setFont(uikit::font(uikit::TextRole::Document));
    m_to = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2);
    m_to->setElided(true);
    m_to->hide();
    m_text = new LetterEdit;
    m_text->setAccessibleName(tr("Texte du courrier"));
    m_text->setPlaceholderText(tr("Choisir un modèle (F4), ou écrire ici."));
    m_text->setMaximumWidth(uikit::scaled(widestText));
    m_problem = new uikit::MessageLine(uikit::Meaning::Stop);
    m_sheet = new uikit::MessageLine(uikit::Meaning::Info);
    m_problem->hide();
    m_sheet->hide();
    m_ask = new uikit::AskLine;
    m_toast = new uikit::Toast;
    auto *layout = new QVBoxLayout(&centre);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(10), uikit::scaled(16), 0);
    layout->setSpacing(uikit::scaled(8));
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_sheet);
    layout->addWidget(m_ask);
    layout->addWidget(m_to);
    layout->addWidget(m_subject);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_toast);
}

void LetterPage::buildRight(QWidget &right)
{
    m_recipient = new RecipientForm(m_services.find);
    m_previewTitle =
        new uikit::Label(tr("Tel qu’imprimé"), uikit::TextRole::Small, uikit::Token::Text2, true);
    m_previewTitle->setContentsMargins(uikit::scaled(12), 0, 0, 0);
    m_preview = new PagesView;
    m_preview->setAccessibleName(tr("Aperçu avant impression"));
    connect(m_preview, &PagesView::drawn, this, &LetterPage::drawn);
    auto *layout = new QVBoxLayout(&right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(m_recipient);
    layout->addWidget(m_previewTitle);
    layout->addWidget(m_preview, 1);
}

} // namespace ambroise::documents::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of a note is put together.
#include <ambroise/record/ui/notepage.h>

#include "choicechips.h"
#include "sectionedit.h"
#include "sectionwords.h"

#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::record::ui {
namespace {

constexpr int labelWidth = 84;
//! A line of a note is not to be longer than 90 characters.
constexpr int widestText = 680;

} // namespace

void NotePage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTitle(*layout);
    m_problem = new uikit::MessageLine(uikit::Meaning::Stop, this);
    m_problem->setInset(16);
    m_problem->hide();
    m_ask = new uikit::AskLine(this);
    layout->addWidget(m_problem);
    layout->addWidget(m_ask);
    auto *paper = new QWidget;
    m_rows = new QGridLayout(paper);
    m_rows->setContentsMargins(uikit::scaled(8), 0, uikit::scaled(16), uikit::scaled(12));
    m_rows->setHorizontalSpacing(uikit::scaled(14));
    m_rows->setVerticalSpacing(uikit::scaled(6));
    m_rows->setColumnMinimumWidth(0, uikit::scaled(labelWidth));
    m_rows->setColumnStretch(1, 1);
    m_measures = new ChoiceChips(tr("Mesures"), paper);
    m_codes = new ChoiceChips(tr("Codes"), paper);
    for (const NoteSection section : allNoteSections())
        addRow(new SectionEdit(
            section, [this] { return templates(); }, m_services.spelling, paper));
    m_rows->setRowStretch(m_rows->rowCount(), 1);
    for (ChoiceChips *chips : {m_measures, m_codes})
        connect(chips, &ChoiceChips::left, this, &NotePage::focusNote);
    connect(m_measures, &ChoiceChips::toggled, this, &NotePage::toggleMeasure);
    connect(m_codes, &ChoiceChips::toggled, this, &NotePage::toggleCode);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(paper);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    paper->setBackgroundRole(QPalette::Base);
    layout->addWidget(m_scroll, 1);
    m_footPlace = new QVBoxLayout;
    layout->addLayout(m_footPlace);
}

void NotePage::buildTitle(QVBoxLayout &layout)
{
    m_title = new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this);
    m_hour = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this);
    m_saved = new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text3, false, this);
    m_title->setElided(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16),
                             uikit::scaled(8));
    line->setSpacing(uikit::scaled(10));
    line->addWidget(m_title);
    line->addWidget(m_hour);
    line->addStretch(1);
    line->addWidget(m_saved);
    m_abandon = new uikit::Button(tr("Abandonner la correction"), this);
    m_abandon->setLook(uikit::Button::Look::Act);
    m_abandon->setFocusPolicy(Qt::NoFocus);
    m_abandon->hide();
    connect(m_abandon, &QPushButton::clicked, this, &NotePage::abandonCorrection);
    line->addWidget(m_abandon);
    auto *templatesButton = new uikit::Button(tr("Modèle"), u"F4"_qs, this);
    templatesButton->setLook(uikit::Button::Look::Act);
    templatesButton->setFocusPolicy(Qt::NoFocus);
    connect(templatesButton, &QPushButton::clicked, this, &NotePage::chooseTemplate);
    line->addWidget(templatesButton);
    layout.addLayout(line);
}

void NotePage::addRow(SectionEdit *edit)
{
    const NoteSection section = edit->section();
    auto *label = new uikit::Label(wordOf(section), uikit::TextRole::Body, uikit::Token::Text2,
                                   false, edit->parentWidget());
    label->setContentsMargins(0, uikit::scaled(5), 0, 0);
    edit->setAccessibleName(wordOf(section));
    edit->setMaximumWidth(uikit::scaled(widestText));
    const int row = m_rows->rowCount();
    auto *part = new QVBoxLayout;
    part->setSpacing(uikit::scaled(4));
    if (section == NoteSection::Objective)
        part->addWidget(m_measures);
    part->addWidget(edit);
    if (section == NoteSection::Assessment)
        part->addWidget(m_codes);
    m_rows->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignTop);
    m_rows->addLayout(part, row, 1);
    m_edits << edit;
    m_labels << label;
    connect(edit, &SectionEdit::edited, this, &NotePage::follow);
    connect(edit, &SectionEdit::edited, m_measures, &ChoiceChips::hideCurve);
    connect(edit, &SectionEdit::leftForward, this, [this, section] { moveFrom(section, 1); });
    connect(edit, &SectionEdit::leftBackward, this, [this, section] { moveFrom(section, -1); });
    connect(edit, &SectionEdit::sectionsWanted, this, &NotePage::insertSections);
    connect(edit, &SectionEdit::tooLong, this, [this] {
        tell({ErrorCode::Invalid, u"note.paste"_qs, {}});
    });
    connect(edit, &SectionEdit::wordLearnt, this, [this](const QString &word) {
        if (const Status learnt = m_services.learnWord(word); !learnt.ok())
            tell(learnt.error());
    });
    connect(edit, &SectionEdit::focused, this, [label](bool has) {
        label->setInk(has ? uikit::Token::Accent : uikit::Token::Text2);
        label->setRole(uikit::TextRole::Body, has);
    });
    connect(edit, &QTextEdit::cursorPositionChanged, this, [this, edit] {
        if (edit->hasFocus()) // the caret stays in sight as the part grows
            m_scroll->ensureVisible(
                edit->x(), edit->mapTo(m_scroll->widget(), edit->cursorRect().bottomLeft()).y(), 0,
                uikit::scaled(16));
    });
}

} // namespace ambroise::record::ui

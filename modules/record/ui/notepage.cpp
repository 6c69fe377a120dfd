// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/record/ui/notepage.h>

#include "choicechips.h"
#include "measureitems.h"
#include "sectionedit.h"
#include "sectionwords.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace ambroise::record::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};
constexpr std::chrono::milliseconds look{150};
//! Who types without a pause is saved too.
constexpr std::chrono::milliseconds longestUnsaved{3000};
constexpr int labelWidth = 84;
//! A line of a note is not to be longer than 90 characters.
constexpr int widestText = 680;

QString hourOf(const QDateTime &instant)
{
    return instant.toLocalTime().toString(u"HH:mm");
}

} // namespace

NotePage::NotePage(RecordServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &NotePage::save);
    m_look.setSingleShot(true);
    m_look.setInterval(look);
    connect(&m_look, &QTimer::timeout, this, [this] {
        showMeasures();
        showCodes();
    });
    m_draft.begun = clock.now();
    load(m_draft);
}

NotePage::~NotePage() = default;

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

SectionEdit *NotePage::editOf(NoteSection section) const
{
    return m_edits.at(qsizetype(section));
}

QList<NoteTemplate> NotePage::templates()
{
    const auto found = m_services.templates();
    if (!found.ok()) {
        tell(found.error());
        return {};
    }
    return *found;
}

void NotePage::restore()
{
    for (const bool correction : {true, false}) {
        const auto body = m_services.findDraft(correction);
        if (!body.ok()) {
            holdBack(body.error());
            return;
        }
        if (body->isEmpty())
            continue;
        const auto draft = NoteDraft::fromText(*body);
        if (draft.ok())
            load(*draft);
        else
            holdBack(draft.error());
        return;
    }
    beginNew();
}

void NotePage::beginNew()
{
    NoteDraft fresh;
    fresh.begun = m_clock.now();
    load(fresh);
}

//! There may be a draft that cannot be read: what is typed now would be written over it.
void NotePage::holdBack(const Error &error)
{
    beginNew();
    m_scroll->widget()->setEnabled(false);
    tell(error);
    m_problem->addAct(tr("Repartir d’une note vide"), {}, [this] {
        m_scroll->widget()->setEnabled(true);
        m_problem->hide();
        focusNote();
    });
}

void NotePage::load(const NoteDraft &draft)
{
    m_draft = draft;
    m_scroll->widget()->setEnabled(true);
    m_dirty = false;
    m_fieldsTold = false;
    for (SectionEdit *edit : std::as_const(m_edits))
        edit->setText(draft.note.text(edit->section()));
    m_saved->setText({});
    showTitle();
    showMeasures();
    showCodes();
    Q_EMIT stateChanged();
}

void NotePage::showTitle()
{
    const QDate day = m_draft.begun.toLocalTime().date();
    const QString date =
        QLocale(QLocale::French).dayName(day.dayOfWeek()) + u' ' + text::frenchLongDate(day);
    m_title->setText(isCorrecting() ? tr("Correction de la consultation du %1").arg(date)
                                    : tr("Consultation du %1").arg(date));
    m_hour->setText(hourOf(m_draft.begun));
    m_abandon->setVisible(isCorrecting());
}

void NotePage::correct(const Entry &entry)
{
    if (const Status kept = keepDraft(); !kept.ok()) {
        tell(kept.error());
        return;
    }
    NoteDraft draft;
    draft.note = Note::of(entry.content);
    draft.begun = entry.content.happened;
    draft.corrects = entry.id;
    draft.correctedVersion = entry.version;
    const auto measured = m_services.measuresOf(entry.id);
    if (!measured.ok()) {
        tell(measured.error());
        return;
    }
    for (const NoteMeasure &found : draft.measures()) {
        const bool kept = std::any_of(measured->begin(), measured->end(), [&](const Entry &one) {
            const auto signedOne = Measure::of(one.content); // once without its circumstance
            return signedOne && (*signedOne == found.measure || *signedOne == found.measure.in({}));
        });
        if (kept != (found.choice == MeasureChoice::Kept))
            draft.toggle(found.measure.key());
    }
    m_problem->hide();
    load(draft);
    focusNote();
}

void NotePage::abandonCorrection()
{
    if (!isCorrecting())
        return;
    m_pause.stop();
    if (const Status dropped = m_services.saveDraft(true, {}); !dropped.ok()) {
        tell(dropped.error());
        return;
    }
    m_problem->hide();
    restore();
}

void NotePage::setKnownMeasures(const QList<Entry> &measures)
{
    m_known = measures;
    showMeasures();
}

void NotePage::setFoot(QWidget *foot)
{
    m_footPlace->addWidget(foot);
}

void NotePage::follow()
{
    const bool wasEmpty = isEmpty();
    for (const SectionEdit *edit : std::as_const(m_edits))
        m_draft.note.setText(edit->section(), edit->text());
    m_fieldsTold = false;
    if (!m_dirty)
        m_unsaved.start();
    m_dirty = true;
    m_look.start();
    if (m_unsaved.hasExpired(longestUnsaved.count()))
        save();
    else
        m_pause.start();
    if (wasEmpty != isEmpty())
        Q_EMIT stateChanged();
}

QList<Computed> NotePage::computed() const
{
    QList<Computed> found = computedFrom(m_draft.measures(), m_known, m_services.examined);
    const QString examination = m_draft.note.text(NoteSection::Objective);
    found.removeIf([&](const Computed &one) { return examination.contains(one.label); });
    return found;
}

void NotePage::showMeasures()
{
    QList<Entry> before = m_known; // a correction is not compared with itself
    if (isCorrecting())
        before.removeIf([this](const Entry &one) { return one.content.happened >= m_draft.begun; });
    m_measures->set(measureItems(m_draft.measures(), before, computed()));
}

void NotePage::showCodes()
{
    QList<ChoiceChips::Item> items;
    for (const ConditionCode &code : m_draft.note.codes)
        items.append({code.stored(), code.code(),
                      m_services.labelOf ? m_services.labelOf(code) : QString()});
    if (m_services.suggestCodes)
        for (const Condition &one : m_services.suggestCodes(m_draft.note))
            if (!m_draft.note.codes.contains(one.code))
                items.append({one.code.stored(),
                              one.code.code(),
                              one.label,
                              {},
                              {},
                              ChoiceChips::State::Proposed});
    m_codes->set(items);
}

void NotePage::toggleMeasure(const QString &key)
{
    m_draft.toggle(key);
    for (const Computed &one : computed())
        if (one.key == key)
            editOf(NoteSection::Objective)->append(one.sentence);
    follow();
    showMeasures();
}

void NotePage::toggleCode(const QString &stored)
{
    const auto code = ConditionCode::fromStored(stored);
    if (!code)
        return;
    if (!m_draft.note.codes.removeOne(*code))
        m_draft.note.codes << *code;
    follow();
    showCodes();
}

void NotePage::takeProposed()
{
    for (const NoteMeasure &one : m_draft.measures())
        if (one.choice == MeasureChoice::Proposed)
            m_draft.toggle(one.measure.key());
    follow();
    showMeasures();
}

void NotePage::insertSections(const NoteTemplate &one)
{
    NewEntry content;
    content.body = one.text;
    const Note parts = Note::of(content);
    SectionEdit *first = nullptr;
    for (SectionEdit *edit : std::as_const(m_edits)) {
        const QString &said = parts.text(edit->section());
        if (said.isEmpty())
            continue;
        edit->append(said);
        if (!first && !text::blanksIn(said).isEmpty())
            first = edit;
    }
    if (!first)
        return;
    first->setFocus(Qt::OtherFocusReason);
    first->selectFirstBlank();
}

void NotePage::moveFrom(NoteSection section, int step)
{
    const qsizetype next = qsizetype(section) + step;
    if (next < 0 || next >= m_edits.size())
        return;
    SectionEdit *edit = m_edits.at(next);
    edit->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    edit->moveCursor(step > 0 ? QTextCursor::Start : QTextCursor::End);
    if (step > 0 && !text::blanksIn(edit->text()).isEmpty())
        edit->selectFirstBlank();
}

void NotePage::focusNote()
{
    for (SectionEdit *edit : std::as_const(m_edits))
        if (edit->hasFocus())
            return;
    // Where the writing stopped: the last part that says something.
    SectionEdit *last = m_edits.first();
    for (SectionEdit *edit : std::as_const(m_edits))
        if (!edit->text().trimmed().isEmpty())
            last = edit;
    last->setFocus(Qt::OtherFocusReason);
    last->moveCursor(QTextCursor::End);
}

void NotePage::focusMeasures()
{
    m_measures->focusFirst();
}

Status NotePage::keepDraft()
{
    if (m_dirty)
        save();
    if (m_dirty)
        return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
    return done();
}

void NotePage::save()
{
    m_pause.stop();
    if (!m_dirty)
        return;
    const bool nothing = isEmpty() && !isCorrecting();
    const Status kept =
        m_services.saveDraft(isCorrecting(), nothing ? QString() : m_draft.toText());
    if (!kept.ok()) {
        tell(kept.error());
        return;
    }
    m_dirty = false;
    showSaved();
}

void NotePage::showSaved()
{
    m_saved->setText(isEmpty() ? QString() : tr("Enregistré à %1").arg(hourOf(m_clock.now())));
}

std::optional<QString> NotePage::fieldLeft() const
{
    for (const NoteSection section : allNoteSections()) {
        const QString &said = m_draft.note.text(section);
        const QList<text::Blank> blanks = text::blanksIn(said);
        if (!blanks.isEmpty())
            return said.mid(blanks.first().start, blanks.first().length);
    }
    return std::nullopt;
}

void NotePage::sign()
{
    if (const auto field = fieldLeft(); field && !std::exchange(m_fieldsTold, true)) {
        m_problem->setGrade(uikit::Meaning::Caution);
        m_problem->clearActs();
        m_problem->setText(tr("Champ à remplir : %1.").arg(*field),
                           tr("Ctrl ↵ de nouveau pour signer sans."));
        m_problem->show();
        m_problem->announce();
        for (SectionEdit *edit : std::as_const(m_edits))
            if (!text::blanksIn(edit->text()).isEmpty()) {
                edit->setFocus(Qt::OtherFocusReason);
                edit->selectFirstBlank();
                break;
            }
        return;
    }
    const bool correction = isCorrecting();
    const auto id = m_services.sign(m_draft);
    if (!id.ok()) {
        if (correction && id.error().subject == u"storage.version")
            tellConflict();
        else
            tell(id.error());
        return;
    }
    m_pause.stop();
    m_problem->hide();
    m_dirty = false;
    restore();
    m_edits.first()->setFocus(Qt::OtherFocusReason);
    Q_EMIT signedAs(*id, correction);
}

void NotePage::tell(const Error &error)
{
    m_problem->setGrade(uikit::Meaning::Stop);
    m_problem->clearActs();
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

//! Somebody else corrected it meanwhile: both texts are kept until one is chosen, and after.
void NotePage::tellConflict()
{
    const auto now = m_services.find(m_draft.corrects);
    if (!now.ok()) {
        tell(now.error());
        return;
    }
    m_problem->setGrade(uikit::Meaning::Caution);
    m_problem->clearActs();
    m_problem->setText(tr("Modifié par %1 à %2.").arg(now->authorName, hourOf(now->writtenAt)),
                       tr("Les deux versions restent dans le dossier."));
    m_problem->addAct(tr("Garder la mienne"), {}, [this, version = now->version] {
        m_draft.correctedVersion = version;
        sign();
    });
    m_problem->addAct(tr("Garder la sienne"), {}, [this] { abandonCorrection(); });
    m_problem->addAct(tr("Voir"), {}, [this] { Q_EMIT conflictWith(m_draft.corrects); });
    m_problem->show();
    m_problem->announce();
}

void NotePage::chooseTemplate()
{
    SectionEdit *target = m_edits.at(qsizetype(NoteSection::Subjective));
    for (SectionEdit *edit : std::as_const(m_edits))
        if (edit->hasFocus())
            target = edit;
    const QList<NoteTemplate> all = templates();
    QMenu menu;
    for (const NoteTemplate &one : all) {
        QString preview = one.text.simplified();
        preview.truncate(50);
        menu.addAction(one.name + u"   "_qs + preview.replace(u"&"_qs, u"&&"_qs),
                       [target, one] { target->insertTemplate(one); });
    }
    if (all.isEmpty())
        menu.addAction(tr("Aucun modèle"))->setEnabled(false);
    menu.addSeparator();
    QAction *make =
        menu.addAction(tr("Faire un modèle de cette note…"), this, &NotePage::makeTemplate);
    make->setEnabled(!isEmpty());
    target->setFocus(Qt::OtherFocusReason);
    menu.exec(target->mapToGlobal(target->cursorRect().bottomLeft()));
}

void NotePage::makeTemplate()
{
    QString content;
    for (const SectionEdit *edit : std::as_const(m_edits))
        if (const QString chosen = edit->textCursor().selection().toPlainText(); !chosen.isEmpty())
            content = chosen;
    if (content.isEmpty()) {
        NewEntry whole = m_draft.note.entry(m_draft.begun);
        content = whole.body;
    }
    m_ask->disconnect(this);
    connect(m_ask, &uikit::AskLine::answered, this, [this, content](const QString &name) {
        const Status kept = m_services.keepTemplate(name, content);
        if (!kept.ok()) {
            tell(kept.error());
            return;
        }
        m_ask->finish();
        m_problem->hide();
        focusNote();
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        focusNote();
    });
    m_ask->ask(tr("Nom du modèle, un mot à taper après /"), tr("Garder"));
}

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/record/ui/notepage.h>

#include "choicechips.h"
#include "measureitems.h"
#include "sectionedit.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace ambroise::record::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};
constexpr std::chrono::milliseconds look{150};
//! Who types without a pause is saved too.
constexpr std::chrono::milliseconds longestUnsaved{3000};
//! From then on a term told in a note may be that of a pregnancy.
constexpr int childUntil = 10;

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

SectionEdit *NotePage::editOf(NoteSection section) const
{
    return m_edits.at(qsizetype(section));
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
    m_draft.ofChild = isOfChild();
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

bool NotePage::isOfChild() const
{
    return !m_services.examined || m_services.examined->age < childUntil;
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
    draft.ofChild = isOfChild();
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
    m_measures->set(
        measureItems(m_draft.measures(), before, computed(), m_draft.begun.toLocalTime().date()));
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

void NotePage::tell(const Error &error)
{
    m_problem->say(uikit::Meaning::Stop, m_services.explain(error));
}

} // namespace ambroise::record::ui

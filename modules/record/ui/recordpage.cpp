// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/recordpage.h>

#include "entryreader.h"
#include "historycolumn.h"
#include "summarycolumn.h"

#include <ambroise/record/ui/notepage.h>
#include <ambroise/uikit/column.h>

#include <QVBoxLayout>

namespace ambroise::record::ui {

RecordPage::RecordPage(RecordServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_summary(new SummaryColumn(m_services, clock))
    , m_history(new HistoryColumn(m_services))
{
    connect(m_summary, &SummaryColumn::changed, this, &RecordPage::summaryChanged);
    connect(m_history->reader(), &EntryReader::fileWanted, this, &RecordPage::fileWanted);
    connect(m_summary, &SummaryColumn::problem, this, &RecordPage::problem);
    QWidget *centre = nullptr;
    QWidget *right = m_history;
    if (m_services.mayWrite) {
        m_note = new NotePage(m_services, clock);
        centre = m_centre = new QWidget;
        auto *column = new QVBoxLayout(m_centre);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(m_note, 1);
        connect(m_history->reader(), &EntryReader::correctionWanted, m_note, &NotePage::correct);
        connect(m_note, &NotePage::conflictWith, m_history, &HistoryColumn::choose);
        connect(m_summary, &SummaryColumn::left, m_note, &NotePage::focusNote);
    } else {
        centre = m_history->takeReader();
    }
    m_columns = new uikit::Column(m_summary, centre, right, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

void RecordPage::showOverview(const Overview &overview, const QList<DueLine> &due,
                              const QList<Entry> &outside)
{
    m_summary->set(overview, due);
    m_history->set(overview.history, overview.measures, outside);
    if (m_note)
        m_note->setKnownMeasures(overview.measures);
}

void RecordPage::setUnderNote(QWidget *strip)
{
    if (m_centre)
        m_centre->layout()->addWidget(strip);
    else
        delete strip;
}

void RecordPage::showUnreadable()
{
    m_history->setUnreadable();
}

void RecordPage::showRight()
{
    if (!m_columns->isRightShown())
        m_columns->showRight(true);
}

void RecordPage::focusSummary()
{
    m_summary->focusList();
}

void RecordPage::addLine(EntryKind kind)
{
    m_summary->add(kind);
}

bool RecordPage::isWritingLine() const
{
    return m_summary->isWriting();
}

void RecordPage::keepLine()
{
    m_summary->keep();
}

void RecordPage::focusHistory()
{
    showRight();
    m_history->focusList();
}

void RecordPage::showEntry(EntryId entry)
{
    if (m_summary->choose(entry)) {
        m_summary->focusList();
        return;
    }
    m_history->choose(entry);
    focusHistory();
}

void RecordPage::focusSearch()
{
    showRight();
    m_history->focusSearch();
}

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

namespace ambroise::uikit {
class Column;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

class EntryReader;
class HistoryColumn;
class NotePage;
class SummaryColumn;

//! The record on one page: at the left what holds now (problems, treatment, measures with their
//! curves, antécédents), in the centre the note being written, at the right the history, which
//! stays in sight. Who may only read has what is chosen in the history in the centre.
class RecordPage final : public QWidget {
    Q_OBJECT
public:
    RecordPage(RecordServices services, const Clock &clock, QWidget *parent = nullptr);

    //! `due`: what is to be done for the patient. `outside`: lines of the history that are no
    //! entries (ordonnanceCode), newest first.
    void showOverview(const Overview &overview, const QList<DueLine> &due = {},
                      const QList<Entry> &outside = {});
    //! It could not be read: what was read before stays, and nothing is not shown as no entry.
    void showUnreadable();
    void focusSummary();
    void addLine(EntryKind kind); //!< to the summary
    //! Of the summary; what is primary keeps it first.
    [[nodiscard]] bool isWritingLine() const;
    void keepLine();
    void focusHistory();
    void focusSearch();
    void showEntry(EntryId entry); //!< where it stands: in the summary, or in the history
    //! Something of the consultation that is no part of the note, under it. Taken as a child;
    //! nothing where this session only reads.
    void setUnderNote(QWidget *strip);
    //! Null: this session only reads.
    [[nodiscard]] NotePage *note() const { return m_note; }
    [[nodiscard]] HistoryColumn *history() const { return m_history; }

Q_SIGNALS:
    void summaryChanged(); //!< it is to be read again
    void fileWanted(const ambroise::record::Entry &entry);
    void problem(const ambroise::Error &error);

private:
    void showRight(); //!< it is a drawer in a narrow window

    RecordServices m_services;
    SummaryColumn *m_summary;
    HistoryColumn *m_history;
    NotePage *m_note = nullptr;
    QWidget *m_centre = nullptr; //!< of the note and what stands under it
    uikit::Column *m_columns;
};

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QTimer>
#include <QWidget>

class QListView;
class QSplitter;

namespace ambroise::uikit {
class EmptyState;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

class EntryReader;
class FilterChips;
class HistoryModel;
class YearRuler;

//! What happened, newest first, with its filters, a line to search in all of it and a ruler of the
//! years; what is chosen is read under it, so that what is being written stays in sight. Page ↑ and
//! Page ↓ go from year to year.
class HistoryColumn final : public QWidget {
    Q_OBJECT
public:
    //! The services outlive it.
    explicit HistoryColumn(const RecordServices &services, QWidget *parent = nullptr);

    //! Each newest first; `outside`: lines that are no entries (ordonnanceCode). Who reads an entry
    //! goes on reading it.
    void set(const QList<Entry> &history, const QList<Entry> &measures = {},
             const QList<Entry> &outside = {});
    void setUnreadable();
    void focusList();
    void focusSearch();
    //! Chooses the entry, whatever the filters hid.
    void choose(EntryId entry);
    [[nodiscard]] EntryReader *reader() const { return m_reader; }
    //! For a place of its own, where it always shows something.
    EntryReader *takeReader();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void filter();
    void showCounts();
    void showYears();
    void chooseFilter();
    void goToYear(int year, bool choose);
    void stepYear(int step);
    void followYear();
    void keepReading(EntryId entry);
    void read(const QModelIndex &index);
    void closeReader();
    //! Of all lines, for the search; false: it goes on in the next slices of time.
    [[nodiscard]] bool foldTexts();

    const RecordServices &m_services;
    //! Of measures, made when they are asked for; else all others.
    [[nodiscard]] const QList<Entry> &lines();

    QList<Entry> m_entries;
    QList<Entry> m_measures;
    QList<Entry> m_measureLines;
    QStringList m_folded; //!< of the first lines: of all once a search was made
    bool m_foldsMeasures = false;
    QTimer m_foldTimer;
    uikit::SearchField *m_search;
    FilterChips *m_filter;
    QListView *m_list;
    YearRuler *m_years;
    HistoryModel *m_model;
    uikit::EmptyState *m_empty;
    EntryReader *m_reader;
    QSplitter *m_parts;
    bool m_apart = false; //!< the reader has another place
};

} // namespace ambroise::record::ui

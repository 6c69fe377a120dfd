// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QListView;
class QSplitter;

namespace ambroise::uikit {
class EmptyState;
class SearchField;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

class EntryReader;
class HistoryModel;

//! What happened, newest first, with its filters and a line to search in all of it; what is chosen
//! is read under it, so that what is being written stays in sight.
class HistoryColumn final : public QWidget {
    Q_OBJECT
public:
    //! The services outlive it.
    explicit HistoryColumn(const RecordServices &services, QWidget *parent = nullptr);

    //! Who reads an entry goes on reading it.
    void set(const QList<Entry> &history);
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
    void filter();
    void read(const QModelIndex &index);
    void closeReader();
    [[nodiscard]] const QStringList &foldedTexts();

    QList<Entry> m_entries;
    QStringList m_folded; //!< of the entries, made at the first search
    uikit::SearchField *m_search;
    uikit::Segmented *m_filter;
    QListView *m_list;
    HistoryModel *m_model;
    uikit::EmptyState *m_empty;
    EntryReader *m_reader;
    QSplitter *m_parts;
    bool m_apart = false; //!< the reader has another place
};

} // namespace ambroise::record::ui

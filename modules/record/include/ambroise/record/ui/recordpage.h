// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/repository.h>

#include <QWidget>

class QListView;
class QTextBrowser;

namespace ambroise::uikit {
class EmptyState;
class Label;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

//! The record to be read: at the left what holds now (problems, treatment, measures with their
//! curves, antécédents), in the centre what is selected, at the right the history with its
//! filters. Reading only.
class SummaryPage final : public QWidget {
    Q_OBJECT
public:
    explicit SummaryPage(QWidget *parent = nullptr);

    void showOverview(const Overview &overview);
    //! It could not be read: what was read before stays, and nothing is not shown as no entry.
    void showUnreadable();
    void focusHistory();

private:
    void filter(int choice);
    void read(const QModelIndex &index);

    Overview m_overview;
    QListView *m_summary;
    class SummaryModel *m_summaryModel;
    uikit::Segmented *m_filter;
    QListView *m_history;
    class HistoryModel *m_historyModel;
    uikit::Label *m_title;
    uikit::Label *m_date;
    QTextBrowser *m_body;
    uikit::EmptyState *m_empty;
};

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/ui/journalpage.h>

#include <QAbstractListModel>

namespace ambroise::audit::ui {

//! The events of a filter, newest first, asked for as the view comes to their end.
class EventModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using Find = std::function<QFuture<Result<QList<Event>>>(const Filter &filter)>;
    EventModel(Find find, JournalNames names, QObject *parent);

    //! From the newest, also after a failure, which ends the asking until then. What is shown stays
    //! where nothing else was asked for: only what happened since comes before it.
    void ask(const Filter &filter);
    //! Nothing, and nothing is awaited.
    void clear();
    [[nodiscard]] const QList<Event> &events() const { return m_events; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void answered();
    void failed(const ambroise::Error &error);

private:
    void read(const Filter &filter, void (EventModel::*take)(const QList<Event> &));
    void takeNewest(const QList<Event> &events);
    void takeFurther(const QList<Event> &events);
    void replace(const QList<Event> &events);

    Find m_find;
    JournalNames m_names;
    Filter m_filter;
    QList<Event> m_events;
    bool m_asking = false;
    bool m_atEnd = true;
    bool m_failed = false; //!< nothing is read by itself until ask(): it would fail again and again
    int m_question = 0;    //!< an answer to an older one is not taken
};

} // namespace ambroise::audit::ui

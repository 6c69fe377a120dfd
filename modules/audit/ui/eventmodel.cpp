// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventmodel.h"

#include "eventwords.h"

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/whendone.h>

#include <algorithm>

namespace ambroise::audit::ui {
namespace {

constexpr int sliceSize = 200;

bool sameQuestion(const Filter &a, const Filter &b)
{
    return a.patient == b.patient && a.user == b.user && a.userName == b.userName &&
           a.since == b.since && a.until == b.until && a.action == b.action;
}

//! Each name is looked up once, when its row is first seen.
JournalNames remembered(JournalNames names)
{
    if (names.patient)
        names.patient = [look = std::move(names.patient),
                         known = QHash<PatientId, QString>()](PatientId id) mutable {
            const auto found = known.constFind(id);
            return found != known.cend() ? *found : *known.insert(id, look(id));
        };
    return names;
}

} // namespace

EventModel::EventModel(Find find, JournalNames names, QObject *parent)
    : QAbstractListModel(parent)
    , m_find(std::move(find))
    , m_names(remembered(std::move(names)))
{
}

void EventModel::ask(const Filter &filter)
{
    if (!sameQuestion(filter, m_filter))
        clear();
    m_filter = filter;
    m_filter.before = 0;
    m_filter.limit = sliceSize;
    read(m_filter, &EventModel::takeNewest);
}

void EventModel::clear()
{
    ++m_question;
    m_asking = false;
    m_failed = false;
    replace({});
    m_atEnd = true;
}

void EventModel::read(const Filter &filter, void (EventModel::*take)(const QList<Event> &))
{
    m_asking = true;
    m_failed = false;
    const int question = ++m_question;
    uikit::whenDone(this, m_find(filter),
                    [this, question, take](const Result<QList<Event>> &events) {
                        if (question != m_question)
                            return;
                        m_asking = false;
                        if (!events.ok()) {
                            m_failed = true;
                            Q_EMIT failed(events.error());
                            return;
                        }
                        (this->*take)(*events);
                        Q_EMIT answered();
                    });
}

void EventModel::takeNewest(const QList<Event> &events)
{
    const auto known = std::find_if(events.begin(), events.end(), [this](const Event &event) {
        return !m_events.isEmpty() && event.seq == m_events.first().seq;
    });
    if (known == events.end()) {
        replace(events);
        m_atEnd = events.size() < sliceSize;
        return;
    }
    const int since = int(known - events.begin());
    if (since == 0)
        return;
    beginInsertRows({}, 0, since - 1);
    m_events = events.mid(0, since) + m_events;
    endInsertRows();
}

void EventModel::takeFurther(const QList<Event> &events)
{
    m_atEnd = events.size() < sliceSize;
    if (events.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(events.size()) - 1);
    m_events += events;
    endInsertRows();
}

void EventModel::replace(const QList<Event> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events.at(index.row());
    if (role == uikit::RowRole)
        return QVariant::fromValue(eventRow(event, m_names));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return eventSentence(event, m_names);
    return {};
}

bool EventModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_asking && !m_failed;
}

void EventModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Filter further = m_filter;
    further.before = m_events.last().seq;
    read(further, &EventModel::takeFurther);
}

} // namespace ambroise::audit::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>

#include <tuple>

namespace ambroise::audit {

//! The columns of an event that its link in the chain covers, in that order.
inline constexpr const char *eventColumns = "seq, at, user_id, user_name, role, post, action, "
                                            "subject, subject_id, patient_id, detail, reason";

//! The events that a filter lets pass, by time, a slice after the other. Each slice is found by an
//! index that has its events in order: it costs what it holds, however long the journal is.
class EventSlices {
public:
    enum class Order { NewestFirst, OldestFirst };

    //! `before` of the filter counts for NewestFirst alone, its `limit` for neither.
    static Result<EventSlices> of(storage::Connection &db, const Filter &filter, Order order);

    //! At most `most` of what follows; empty at the end.
    Result<QList<Event>> next(int most);
    //! How many the filter lets pass, wherever the slices are.
    Result<qint64> count() const;

private:
    //! In the order of time; the text as it is kept, which may have been tampered with.
    struct Place {
        QString at;
        qint64 seq = 0;
        friend bool operator<(const Place &a, const Place &b)
        {
            return std::tie(a.at, a.seq) < std::tie(b.at, b.seq);
        }
    };
    struct Found {
        Place place;
        Event event;
    };
    EventSlices(storage::Connection &db, Order order)
        : m_db(&db)
        , m_order(order)
    {
    }
    void narrow(const Filter &filter, bool rareAction);
    Status narrowToNames(const QString &part);
    Status startAfter(qint64 seq);
    Status read(const std::optional<QString> &name, int most, QList<Found> &found) const;

    storage::Connection *m_db;
    Order m_order;
    QByteArray m_conditions = "1 = 1";
    storage::Values m_values;
    QByteArray m_isNamed = " AND user_name = ?";
    std::optional<QStringList> m_names; //!< none: whoever
    std::optional<Place> m_cursor;
    bool m_atEnd = false;
};

//! Everybody whose name an event bears, as it was then, in the order of their letters.
Result<QStringList> namesInJournal(storage::Connection &db);

} // namespace ambroise::audit

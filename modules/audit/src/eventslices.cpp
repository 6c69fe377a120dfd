// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventslices.h"

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::audit {
namespace {

constexpr int manyEvents = 5000;

Event eventOf(const storage::Row &row)
{
    return {row.integer(0), row.instant(1),
            Actor(UserId{row.integer(2)}, row.text(3), row.text(4), row.text(5)),
            Deed{actionOf(row.text(6)).value_or(Action::Read),
                 subjectOf(row.text(7)).value_or(Subject::Practice), row.integer(8),
                 PatientId{row.integer(9)}, row.text(10), row.text(11)}};
}

//! Whether so few events are of that action that looking at them all is nothing.
Result<bool> isRare(storage::Connection &db, std::optional<Action> action)
{
    qint64 some = 0;
    if (action)
        AMBROISE_CHECK(db.run("SELECT count(*) FROM (SELECT 1 AS one FROM audit_event WHERE "
                              "action = ? LIMIT ?) AS counted",
                              {code(*action), manyEvents},
                              [&](const storage::Row &row) { some = row.integer(0); }));
    return action && some < manyEvents;
}

} // namespace

Result<QStringList> namesInJournal(storage::Connection &db)
{
    QStringList names;
    // From each name to the next in its index: the events are not read.
    for (bool found = true; found;) {
        found = false;
        const bool first = names.isEmpty();
        AMBROISE_CHECK(db.run(first ? "SELECT min(user_name) FROM audit_event"
                                    : "SELECT min(user_name) FROM audit_event WHERE user_name > ?",
                              first ? storage::Values{} : storage::Values{names.last()},
                              [&](const storage::Row &row) {
                                  found = !row.isNull(0);
                                  if (found)
                                      names << row.text(0);
                              }));
    }
    return names;
}

Result<EventSlices> EventSlices::of(storage::Connection &db, const Filter &filter, Order order)
{
    EventSlices slices(db, order);
    AMBROISE_TRY(const bool rare, isRare(db, filter.action));
    slices.narrow(filter, rare);
    if (!filter.userName.trimmed().isEmpty())
        AMBROISE_CHECK(slices.narrowToNames(filter.userName));
    if (filter.before > 0 && order == Order::NewestFirst)
        AMBROISE_CHECK(slices.startAfter(filter.before));
    return slices;
}

void EventSlices::narrow(const Filter &filter, bool rareAction)
{
    const auto add = [this](const char *text, const QVariant &value) {
        m_conditions += text;
        m_values << value;
    };
    // The fewest events first: a patient's, then a rare action's, then a person's are found by
    // that alone, and looked at for the rest.
    const bool patient = filter.patient.isStored();
    const bool person = filter.user.isStored() || !filter.userName.trimmed().isEmpty();
    const bool byAction = !patient && (rareAction || !person);
    const bool byPerson = !patient && !byAction;
    if (patient) {
        m_conditions +=
            " AND patient_id IN (" + storage::placeholders(filter.merged.size() + 1) + ')';
        for (const PatientId id : QList<PatientId>{filter.patient} + filter.merged)
            m_values << id.value;
    }
    if (filter.user.isStored())
        add(byPerson ? " AND user_id = ?" : " AND user_id + 0 = ?", filter.user.value);
    if (filter.action)
        add(byAction ? " AND action = ?" : " AND action || '' = ?", code(*filter.action));
    if (patient || (filter.action && !byPerson))
        m_isNamed = " AND user_name || '' = ?";
    if (filter.since.isValid())
        add(" AND at >= ?", storage::toText(filter.since));
    if (filter.until.isValid())
        add(" AND at < ?", storage::toText(filter.until));
}

Status EventSlices::narrowToNames(const QString &part)
{
    AMBROISE_TRY(const QStringList names, namesInJournal(*m_db));
    const QString wanted = text::folded(part);
    m_names.emplace();
    for (const QString &name : names)
        if (text::folded(name).contains(wanted))
            m_names->append(name);
    return done();
}

Status EventSlices::startAfter(qint64 seq)
{
    AMBROISE_TRY(const qint64 rows, m_db->run("SELECT at FROM audit_event WHERE seq = ?", {seq},
                                              [&](const storage::Row &row) {
                                                  m_cursor = Place{row.text(0), seq};
                                              }));
    m_atEnd = rows == 0;
    return done();
}

Status EventSlices::read(const std::optional<QString> &name, int most, QList<Found> &found) const
{
    const bool newest = m_order == Order::NewestFirst;
    QByteArray sql =
        "SELECT " + QByteArray(eventColumns) + " FROM audit_event WHERE " + m_conditions;
    storage::Values values = m_values;
    if (name) {
        sql += m_isNamed;
        values << *name;
    }
    if (m_cursor) {
        sql += newest ? " AND (at, seq) < (?, ?)" : " AND (at, seq) > (?, ?)";
        values << m_cursor->at << m_cursor->seq;
    }
    sql += newest ? " ORDER BY at DESC, seq DESC LIMIT ?" : " ORDER BY at, seq LIMIT ?";
    values << most;
    AMBROISE_CHECK(m_db->run(sql, values, [&](const storage::Row &row) {
        found.append({{row.text(1), row.integer(0)}, eventOf(row)});
    }));
    return done();
}

Result<QList<Event>> EventSlices::next(int most)
{
    QList<Found> found;
    if (!m_atEnd && !m_names)
        AMBROISE_CHECK(read(std::nullopt, most, found));
    if (!m_atEnd)
        for (const QString &name : m_names.value_or(QStringList()))
            AMBROISE_CHECK(read(name, most, found));
    if (m_names && m_names->size() > 1) {
        std::sort(found.begin(), found.end(), [this](const Found &a, const Found &b) {
            return m_order == Order::NewestFirst ? b.place < a.place : a.place < b.place;
        });
        found = found.mid(0, most);
    }
    m_atEnd = found.isEmpty();
    if (!m_atEnd)
        m_cursor = found.last().place;
    QList<Event> events;
    for (const Found &one : std::as_const(found))
        events << one.event;
    return events;
}

Result<qint64> EventSlices::count() const
{
    qint64 total = 0;
    const auto add = [&](const storage::Row &row) {
        total += row.integer(0);
    };
    const QByteArray sql = "SELECT count(*) FROM audit_event WHERE " + m_conditions;
    if (!m_names)
        AMBROISE_CHECK(m_db->run(sql, m_values, add));
    for (const QString &name : m_names.value_or(QStringList()))
        AMBROISE_CHECK(m_db->run(sql + m_isNamed, m_values + storage::Values{name}, add));
    return total;
}

} // namespace ambroise::audit

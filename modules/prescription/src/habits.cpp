// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/habits.h>

#include <ambroise/core/text.h>

namespace ambroise::prescription {
namespace {

QString keyOf(const QString &cis, const QString &label)
{
    return cis.isEmpty() ? text::folded(label) : cis;
}

} // namespace

Line Habit::line(const QString &cis, const QString &label) const
{
    Line line;
    line.cis = cis;
    line.label = label;
    line.posology = posology;
    line.durationDays = durationDays;
    line.renewals = renewals;
    line.ald = ald;
    return line;
}

Status HabitRepository::count(const QList<Line> &lines, const audit::Actor &actor)
{
    for (const Line &line : lines)
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO prescription_habit (prescriber_id, drug, posology, duration_days,"
            " renewals, ald, times, last_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?)"
            " ON CONFLICT (prescriber_id, drug, posology, duration_days, renewals, ald)"
            " DO UPDATE SET times = prescription_habit.times + 1, last_at = excluded.last_at",
            {actor.user().value, keyOf(line.cis, line.label), line.posology.simplified(),
             line.durationDays, line.renewals, line.ald, storage::toText(m_clock.now())}));
    return done();
}

Result<QList<Habit>> HabitRepository::of(UserId prescriber, const QString &cis,
                                         const QString &label, int limit) const
{
    QList<Habit> found;
    AMBROISE_CHECK(
        m_db.run("SELECT posology, duration_days, renewals, ald, times FROM prescription_habit"
                 " WHERE prescriber_id = ? AND drug = ? ORDER BY times DESC, last_at DESC, posology"
                 " LIMIT ?",
                 {prescriber.value, keyOf(cis, label), limit}, [&](const storage::Row &row) {
                     found.append({row.text(0), int(row.integer(1)), int(row.integer(2)),
                                   row.boolean(3), int(row.integer(4))});
                 }));
    return found;
}

Status HabitRepository::forget(const QString &cis, const QString &label, const Habit &habit,
                               const audit::Actor &actor)
{
    AMBROISE_CHECK(m_db.run("DELETE FROM prescription_habit WHERE prescriber_id = ? AND drug = ?"
                            " AND posology = ? AND duration_days = ? AND renewals = ? AND ald = ?",
                            {actor.user().value, keyOf(cis, label), habit.posology,
                             habit.durationDays, habit.renewals, habit.ald}));
    return done();
}

} // namespace ambroise::prescription

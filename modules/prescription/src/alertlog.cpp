// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertrule.h"

#include <ambroise/prescription/alertlog.h>

namespace ambroise::prescription {
namespace {

const QString separator = QStringLiteral("\n");

QString joined(const Alert &alert, const QList<Line> &lines, QString Line::*part)
{
    QStringList parts;
    for (const int line : alert.lines)
        parts << (lines.value(line).*part).simplified();
    return parts.join(separator);
}

const QByteArray columns =
    "SELECT kind, level, drugs, doses, rule, source, source_version, folded, reason, at,"
    " author_name FROM ordonnance_alert ";

LoggedAlert read(const storage::Row &row)
{
    LoggedAlert one;
    one.kind = row.text(0);
    one.level = row.text(1);
    one.drugs = row.text(2).split(separator);
    one.doses = row.text(3).split(separator);
    one.rule = row.text(4).split(separator);
    one.source = {row.text(5), row.text(6)};
    one.folded = row.boolean(7);
    one.reason = row.text(8);
    one.at = row.instant(9);
    one.authorName = row.text(10);
    return one;
}

} // namespace

const QString LoggedAlert::unchecked = QStringLiteral("unchecked");

Status AlertLog::keepUnchecked(const QString &number, const QString &why, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO ordonnance_alert (number, position, kind, level, drugs,"
                            " rule, source, source_version, folded, reason, at, author_id,"
                            " author_name) VALUES (?, 0, ?, 'stop', '', ?, '', '', ?, '', ?, ?, ?)",
                            {number, LoggedAlert::unchecked, why, false,
                             storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    return done();
}

Status AlertLog::keep(const QString &number, const QList<Alert> &alerts, const QList<Line> &lines,
                      const QString &reason, const audit::Actor &actor)
{
    for (int position = 0; position < alerts.size(); ++position) {
        const Alert &alert = alerts.at(position);
        const bool passedOver = asksForReason(alert) && !alert.folded;
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO ordonnance_alert (number, position, kind, level, drugs, rule,"
            " source, source_version, folded, reason, at, author_id, author_name, doses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {number, position, code(alert.kind), alert.level, joined(alert, lines, &Line::label),
             ruleOf(alert).join(separator), alert.source.name, alert.source.version, alert.folded,
             passedOver ? reason : QString(), storage::toText(m_clock.now()), actor.user().value,
             actor.name(), joined(alert, lines, &Line::posology)}));
    }
    return done();
}

Result<QList<LoggedAlert>> AlertLog::of(const QString &number) const
{
    QList<LoggedAlert> found;
    AMBROISE_CHECK(m_db.run(columns + "WHERE number = ? ORDER BY position", {number},
                            [&](const storage::Row &row) { found << read(row); }));
    return found;
}

Result<QList<LoggedAlert>> AlertLog::settled(const patient::RecordIds &patient,
                                             const QDateTime &since) const
{
    storage::Values values = patient.values();
    values << storage::toText(since);
    QList<LoggedAlert> found;
    AMBROISE_CHECK(m_db.run(columns +
                                "WHERE number IN (SELECT number FROM ordonnance"
                                " WHERE cancelled_at = '' AND patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ")) AND reason <> '' AND at >= ? ORDER BY at DESC, id DESC",
                            values, [&](const storage::Row &row) { found << read(row); }));
    return found;
}

} // namespace ambroise::prescription

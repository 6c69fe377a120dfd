// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertrule.h"

#include <ambroise/prescription/alertlog.h>

namespace ambroise::prescription {
namespace {

const QString separator = QStringLiteral("\n");

QStringList drugsOf(const Alert &alert, const QStringList &labels)
{
    QStringList drugs;
    for (const int line : alert.lines)
        drugs << labels.value(line);
    return drugs;
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

Status AlertLog::keep(const QString &number, const QList<Alert> &alerts, const QStringList &labels,
                      const QString &reason, const audit::Actor &actor)
{
    for (int position = 0; position < alerts.size(); ++position) {
        const Alert &alert = alerts.at(position);
        const bool passedOver = asksForReason(alert) && !alert.folded;
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO ordonnance_alert (number, position, kind, level, drugs, rule,"
            " source, source_version, folded, reason, at, author_id, author_name)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {number, position, code(alert.kind), alert.level,
             drugsOf(alert, labels).join(separator), ruleOf(alert).join(separator),
             alert.source.name, alert.source.version, alert.folded, passedOver ? reason : QString(),
             storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    }
    return done();
}

Result<QList<LoggedAlert>> AlertLog::of(const QString &number) const
{
    QList<LoggedAlert> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT kind, level, drugs, rule, source, source_version, folded, reason, at, author_name"
        " FROM ordonnance_alert WHERE number = ? ORDER BY position",
        {number}, [&](const storage::Row &row) {
            found.append({row.text(0),
                          row.text(1),
                          row.text(2).split(separator),
                          row.text(3).split(separator),
                          {row.text(4), row.text(5)},
                          row.boolean(6),
                          row.text(7),
                          row.instant(8),
                          row.text(9)});
        }));
    return found;
}

} // namespace ambroise::prescription

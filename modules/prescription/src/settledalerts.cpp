// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertrule.h"

#include <ambroise/prescription/settledalerts.h>

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

bool isAsked(const Alert &alert, qsizetype ownLines)
{
    return asksForReason(alert) && !alert.folded &&
           std::all_of(alert.lines.begin(), alert.lines.end(),
                       [ownLines](int line) { return line < ownLines; });
}

//! The doses of the drugs that the alert is about, as they are written.
bool hasSameDoses(const Alert &alert, const QList<Line> &lines, const QList<Line> &then)
{
    return std::all_of(alert.lines.begin(), alert.lines.end(), [&](int line) {
        const Line &now = lines.at(line);
        return std::any_of(then.begin(), then.end(), [&now](const Line &before) {
            return before.label == now.label &&
                   text::folded(before.posology) == text::folded(now.posology);
        });
    });
}

bool isSettled(const Alert &alert, const QList<Line> &lines, const SettledAlert &before)
{
    QStringList drugs;
    for (const int line : alert.lines)
        drugs << lines.at(line).label;
    return before.alert.kind == code(alert.kind) && before.alert.level == alert.level &&
           before.alert.source == alert.source &&
           sorted(before.alert.rule) == sorted(ruleOf(alert)) &&
           sorted(before.alert.drugs) == sorted(drugs) && hasSameDoses(alert, lines, before.lines);
}

} // namespace

Result<QList<SettledAlert>> settledAlerts(storage::Connection &db,
                                          const patient::RecordIds &patient, const QDateTime &since)
{
    QList<SettledAlert> found;
    Status good = done();
    storage::Values values = patient.values();
    values << storage::toText(since);
    AMBROISE_CHECK(db.run(
        "SELECT a.number, a.kind, a.level, a.drugs, a.rule, a.source, a.source_version, a.reason,"
        " a.at, a.author_name, o.content FROM ordonnance_alert a"
        " JOIN ordonnance o ON o.number = a.number WHERE o.patient_id IN (" +
            storage::placeholders(patient.all().size()) +
            ") AND a.reason <> '' AND o.cancelled_at = '' AND a.at >= ?"
            " ORDER BY a.at DESC, a.id DESC",
        values, [&](const storage::Row &row) {
            const auto content = OrdonnanceContent::fromCanonical(row.text(10).toUtf8());
            if (!content.ok()) {
                good = content.error();
                return;
            }
            found.append({row.text(0),
                          {row.text(1),
                           row.text(2),
                           row.text(3).split(u'\n'),
                           row.text(4).split(u'\n'),
                           {row.text(5), row.text(6)},
                           false,
                           row.text(7),
                           row.instant(8),
                           row.text(9)},
                          content->lines()});
        }));
    AMBROISE_CHECK(good);
    return found;
}

void foldSettled(QList<Alert> &alerts, const QList<Line> &lines, const QList<SettledAlert> &settled,
                 const std::function<QString(const LoggedAlert &before)> &told)
{
    for (Alert &alert : alerts) {
        if (!isAsked(alert, lines.size()))
            continue;
        const auto before =
            std::find_if(settled.begin(), settled.end(),
                         [&](const SettledAlert &one) { return isSettled(alert, lines, one); });
        if (before == settled.end())
            continue;
        alert.folded = true;
        alert.advice += u'\n' + told(before->alert);
    }
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertrule.h"

#include <ambroise/prescription/settledalerts.h>

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! A drug and its dose, so that the order in which they stand does not matter.
using Dosed = std::pair<QString, QString>;

Dosed dosed(const QString &drug, const QString &dose)
{
    return {drug.simplified(), text::folded(dose.simplified())};
}

QList<Dosed> dosedOf(const Alert &alert, const QList<Line> &lines)
{
    QList<Dosed> found;
    for (const int line : alert.lines)
        found << dosed(lines.value(line).label, lines.value(line).posology);
    std::sort(found.begin(), found.end());
    return found;
}

QList<Dosed> dosedOf(const LoggedAlert &before)
{
    QList<Dosed> found;
    for (qsizetype i = 0; i < before.drugs.size(); ++i)
        found << dosed(before.drugs.at(i), before.doses.value(i));
    std::sort(found.begin(), found.end());
    return found;
}

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

bool isSettled(const Alert &alert, const QList<Line> &lines, const LoggedAlert &before)
{
    const QList<Dosed> drugs = dosedOf(alert, lines);
    const bool known = std::none_of(drugs.begin(), drugs.end(),
                                    [](const Dosed &one) { return one.second.isEmpty(); });
    return known && before.kind == code(alert.kind) && before.level == alert.level &&
           before.source == alert.source && sorted(before.rule) == sorted(ruleOf(alert)) &&
           drugs == dosedOf(before);
}

} // namespace

void foldSettled(QList<Alert> &alerts, const QList<Line> &lines, const QList<LoggedAlert> &settled,
                 const std::function<QString(const LoggedAlert &before)> &told)
{
    for (Alert &alert : alerts) {
        if (!asksForReason(alert) || alert.folded)
            continue;
        const auto before =
            std::find_if(settled.begin(), settled.end(),
                         [&](const LoggedAlert &one) { return isSettled(alert, lines, one); });
        if (before == settled.end())
            continue;
        alert.folded = true;
        alert.advice += u'\n' + told(*before);
    }
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulealert.h"

#include <ambroise/prescription/boxcontent.h>
#include <ambroise/prescription/legalchecks.h>

namespace ambroise::prescription {
namespace {

constexpr int longestYear = 366;

//! What the limits say of so many days.
std::optional<Alert> alertOf(const LegalRules &rules, int days, int line,
                             const KnowledgeSource &source)
{
    const QString told = QString::number(days);
    const auto alert = [&](const QString &rule, const QStringList &values) {
        return ruleAlert(CheckKind::Duration, rule, line, source, values);
    };
    const auto words = [](const DurationLimit &limit) {
        const QString inDays = QString::number(limit.days) + u" jours"_qs;
        return limit.words == inDays ? inDays : u"%1 (%2)"_qs.arg(limit.words, inDays);
    };
    if (rules.maxDuration && days > rules.maxDuration->days) {
        if (!rules.longerIf)
            return alert(u"duration.exceeded"_qs, {told, words(*rules.maxDuration)});
        if (days > rules.longerIf->days)
            return alert(u"duration.exceeded"_qs, {told, rules.longerIf->words});
        return alert(u"duration.pump"_qs, {told, rules.maxDuration->words, rules.longerIf->words});
    }
    if (!rules.maxDuration && rules.listing != drugs::Listing::None && days > longestYear)
        return alert(u"duration.year"_qs, {told});
    return std::nullopt;
}

} // namespace

std::optional<int> prescribedDays(const CheckedLine &line)
{
    std::optional<int> once = line.line.durationDays > 0   ? std::optional(line.line.durationDays)
                              : line.taken.maxDurationDays ? line.taken.maxDurationDays
                                                           : line.taken.durationDays;
    if (!once && line.facts)
        once = daysOfBoxes(line.line, *line.facts);
    return once ? std::optional(*once * (1 + line.line.renewals)) : std::nullopt;
}

Status DurationCheck::run(const Treatment &treatment, CheckReport &report) const
{
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const CheckedLine &line = treatment.lines.at(i);
        if (line.current)
            continue;
        const QString why = whyNoConditions(line);
        if (!why.isEmpty()) {
            report.notChecked.append({i, kind(), why, {}});
            continue;
        }
        const LegalRules rules = legalRulesOf(line.facts->conditions);
        if (!rules.maxDuration && rules.listing == drugs::Listing::None)
            continue;
        const auto days = prescribedDays(line);
        if (!days)
            report.notChecked.append({i, kind(), u"no_duration"_qs, {}});
        else if (auto alert = alertOf(rules, *days, i, line.facts->conditionsSource))
            report.alerts << *alert;
    }
    return done();
}

} // namespace ambroise::prescription

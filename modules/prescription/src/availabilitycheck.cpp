// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulealert.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/legalchecks.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

using State = drugs::Availability::State;

struct Reach {
    const drugs::Availability *first = nullptr; //!< the newest of that state
    bool whole = false;                         //!< every box that is sold
};

Reach reachOf(const DrugFacts &facts, State state)
{
    Reach reach;
    const auto isOf = [&](const drugs::Availability &one, const drugs::Presentation &box) {
        return one.state == state && (!one.cip13 || *one.cip13 == box.cip13);
    };
    for (const drugs::Availability &one : facts.availability) {
        if (one.state != state)
            continue;
        if (!reach.first)
            reach.first = &one;
        reach.whole = reach.whole || !one.cip13;
    }
    reach.whole =
        reach.whole ||
        (reach.first && !facts.presentations.isEmpty() &&
         std::all_of(facts.presentations.begin(), facts.presentations.end(),
                     [&](const drugs::Presentation &box) {
                         return std::any_of(facts.availability.begin(), facts.availability.end(),
                                            [&](const auto &one) { return isOf(one, box); });
                     }));
    return reach;
}

QString when(const drugs::Availability &one)
{
    QString words;
    if (one.since.isValid())
        words += u' ' + filled(phrase(u"since"_qs), {text::frenchDate(one.since)});
    if (one.backOn.isValid())
        words += u' ' + filled(phrase(u"back"_qs), {text::frenchDate(one.backOn)});
    return words;
}

//! The gravest of what concerns every box; else of what concerns some.
std::optional<Alert> alertOf(const DrugFacts &facts, int line)
{
    struct Told {
        State state;
        QString name;
        QString advice;
    };
    const QList<Told> gravestFirst{{State::Shortage, u"shortage"_qs, phrase(u"other_drug"_qs)},
                                   {State::Stopped, u"stopped"_qs, {}},
                                   {State::Tension, u"tension"_qs, phrase(u"ask_pharmacy"_qs)}};
    const auto alert = [&](const QString &rule, const QStringList &values) {
        return ruleAlert(CheckKind::Availability, u"availability."_qs + rule, line,
                         facts.availabilitySource, values);
    };
    std::optional<Alert> some;
    for (const Told &told : gravestFirst) {
        const Reach reach = reachOf(facts, told.state);
        if (!reach.first)
            continue;
        if (reach.whole)
            return alert(told.name, {when(*reach.first), told.advice});
        if (!some)
            some = alert(u"some"_qs, {phrase(told.name), when(*reach.first), told.advice});
    }
    return some;
}

} // namespace

Status AvailabilityCheck::run(const Treatment &treatment, CheckReport &report) const
{
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const CheckedLine &line = treatment.lines.at(i);
        if (line.current)
            continue;
        const auto notChecked = [&](const QString &why) {
            report.notChecked.append({i, kind(), why, {}});
        };
        if (!line.facts) {
            notChecked(u"unknown_drug"_qs);
        } else if (line.line.cis.isEmpty()) {
            notChecked(u"inn"_qs);
        } else if (!line.facts->marketed) {
            report.alerts << ruleAlert(kind(), u"availability.withdrawn"_qs, i, line.facts->source);
        } else if (line.facts->availabilitySource.name.isEmpty()) {
            notChecked(u"no_availability"_qs);
        } else if (auto alert = alertOf(*line.facts, i)) {
            report.alerts << *alert;
        }
    }
    return done();
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyphases.h"
#include "posologyweek.h"

#include <ambroise/prescription/posologyfacts.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

bool ofEachMeal(const Timing &timing)
{
    return std::any_of(timing.occasions.cbegin(), timing.occasions.cend(),
                       [](const Occasion &one) { return one.moment && isOfEachMeal(*one.moment); });
}

bool onSomeDays(const Timing &timing)
{
    return !timing.weekdays.isEmpty() || !timing.cycleDays.isEmpty();
}

//! The most of one intake: of the dose, or what the text allows at most.
std::optional<Amount> intakeOf(const Dosage &dosage, const Limits &limits)
{
    if (isOfSeveralSites(dosage))
        return limits.perIntake;
    if (dosage.perPeriod || dosage.ratePerHour)
        return limits.perIntake;
    if (!dosage.dose)
        return limits.perIntake;
    const Amount most{dosage.dose->high, dosage.dose->unit};
    if (!limits.perIntake)
        return most;
    const auto factor = limits.perIntake->unit.inUnitsOf(most.unit);
    const bool contradicts =
        factor && !dosage.dose->isRange() && limits.perIntake->value * *factor < most.value;
    return contradicts ? std::nullopt : limits.perIntake;
}

//! How often at most on a day on which it is taken.
std::optional<int> intakesADay(const Dosage &dosage, const Limits &limits)
{
    const Timing &timing = dosage.timing;
    if (timing.once)
        return 1;
    if (timing.mostTimes > 0) {
        const auto hours = timing.period.hours();
        if (timing.period == Span{1, TimeUnit::Day})
            return timing.mostTimes;
        if (hours && *hours < Rational(24))
            return timing.mostTimes * int((Rational(24) / *hours).ceil());
        const bool spread = timing.weekdays.size() == timing.mostTimes;
        // "3 fois par semaine" does not say that it is on three days.
        return timing.mostTimes == 1 || spread ? std::optional(1) : std::nullopt;
    }
    if (ofEachMeal(timing))
        return std::nullopt;
    if (!timing.occasions.isEmpty())
        return int(timing.occasions.size());
    if (onSomeDays(timing))
        return 1;
    const auto spacing =
        limits.leastInterval.isSaid() ? limits.leastInterval.hours() : std::nullopt;
    return spacing ? std::optional(int((Rational(24) / *spacing).ceil())) : std::nullopt;
}

std::optional<Amount> dayOf(const Dosage &dosage, const Limits &limits)
{
    if (dosage.isPause)
        return Amount{};
    if (dosage.perPeriod && dosage.dose)
        return dosage.timing.period == Span{1, TimeUnit::Day}
                   ? std::optional(Amount{dosage.dose->high, dosage.dose->unit})
                   : std::nullopt;
    const auto intake = intakeOf(dosage, limits);
    const auto times = intakesADay(dosage, limits);
    if (!intake || !times)
        return std::nullopt;
    return Amount{intake->value * Rational(*times), intake->unit};
}

//! The day that has most: of a cycle, of a week.
std::optional<Amount> dayOf(const Group &group, const Limits &limits)
{
    QList<Amount> each;
    int cycle = 1;
    for (const Dosage &one : group) {
        const auto amount = dayOf(one, limits);
        if (!amount)
            return std::nullopt;
        each << *amount;
        cycle = std::max(cycle, cycleOf(one.timing));
    }
    std::optional<Amount> most;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        for (int day = 1; day <= cycle; ++day) {
            std::optional<Amount> total;
            for (qsizetype i = 0; i < group.size(); ++i) {
                if (!isTaken(group.at(i).timing, weekday, day))
                    continue;
                total = total ? sum(*total, each.at(i)) : std::optional(each.at(i));
                if (!total)
                    return std::nullopt;
            }
            if (total)
                most = most ? greater(*most, *total) : total;
            if (total && !most)
                return std::nullopt;
        }
    }
    return most;
}

//! Seven days of the group.
std::optional<Amount> weekOf(const Group &group, const Limits &limits)
{
    WeekOf amounts;
    for (const Dosage &one : group) {
        amounts.ofDay << dayOf(one, limits);
        amounts.ofIntake << intakeOf(one, limits);
    }
    return weekOf(group, amounts);
}

//! What the text itself allows at most in a week.
std::optional<Amount> weekOf(const Limits &limits)
{
    if (!limits.perPeriod)
        return std::nullopt;
    if (limits.period == Span{1, TimeUnit::Week})
        return limits.perPeriod;
    if (limits.period == Span{1, TimeUnit::Day})
        return Amount{limits.perPeriod->value * Rational(7), limits.perPeriod->unit};
    return std::nullopt;
}

//! The greatest of all groups, none where one is unknown.
template <class Of>
std::optional<Amount> greatest(const QList<Phase> &phases, Of of)
{
    std::optional<Amount> most;
    for (const Phase &phase : phases) {
        if (isPause(phase))
            continue;
        for (const Group &group : phase) {
            const auto amount = of(group);
            if (!amount)
                return std::nullopt;
            most = most ? greater(*most, *amount) : amount;
            if (!most)
                return std::nullopt;
        }
    }
    return most;
}

std::optional<Rational> gapOf(QList<QTime> times)
{
    std::sort(times.begin(), times.end());
    int least = 24 * 60;
    for (qsizetype i = 0; i < times.size(); ++i) {
        const QTime next = times.at((i + 1) % times.size());
        const int minutes = times.at(i).secsTo(next) / 60;
        least = std::min(least, minutes > 0 ? minutes : minutes + 24 * 60);
    }
    return Rational::of(least, 60);
}

std::optional<Rational> intervalOf(const Group &group)
{
    const Timing &first = group.first().timing;
    const bool every = group.size() == 1 && first.mostTimes == 1 && first.occasions.isEmpty() &&
                       first.period.unit <= TimeUnit::Hour && first.period.isSaid();
    if (every)
        return first.period.hours();
    QList<QTime> times;
    for (const Dosage &one : group) {
        for (const Occasion &occasion : one.timing.occasions) {
            if (!occasion.time)
                return std::nullopt;
            times << *occasion.time;
        }
        if (one.timing.occasions.isEmpty() || onSomeDays(one.timing))
            return std::nullopt;
    }
    return gapOf(times);
}

std::optional<Rational> intervalOf(const QList<Phase> &phases, const Limits &limits)
{
    if (limits.leastInterval.isSaid())
        return limits.leastInterval.hours();
    std::optional<Rational> least;
    for (const Phase &phase : phases) {
        if (isPause(phase))
            continue;
        for (const Group &group : phase) {
            const auto interval = intervalOf(group);
            if (!interval)
                return std::nullopt;
            least = least ? std::min(*least, *interval) : *interval;
        }
    }
    return least;
}

void addDurations(PosologyFacts &facts, QList<Phase> phases)
{
    while (!phases.isEmpty() && isPause(phases.last()))
        phases.removeLast();
    std::optional<int> exactly = phases.isEmpty() ? std::nullopt : std::optional(0);
    std::optional<int> atMost = exactly;
    for (const Phase &phase : phases) {
        const PhaseLength length = lengthOf(phase);
        exactly =
            exactly && length.exactly ? std::optional(*exactly + *length.exactly) : std::nullopt;
        atMost = atMost && length.atMost ? std::optional(*atMost + *length.atMost) : std::nullopt;
    }
    facts.durationDays = exactly;
    facts.maxDurationDays = atMost;
}

} // namespace

PosologyFacts factsOf(const Posology &posology)
{
    if (posology.isWords())
        return {};
    const Limits &limits = posology.limits();
    const QList<Phase> phases = phasesOf(posology);
    PosologyFacts facts;
    facts.maxPerIntake = greatest(phases, [&](const Group &group) {
        std::optional<Amount> most;
        for (const Dosage &one : group) {
            const auto amount = intakeOf(one, limits);
            most = !amount ? std::nullopt : most ? greater(*most, *amount) : amount;
            if (!most)
                return most;
        }
        return most;
    });
    facts.maxPerDay =
        limits.perPeriod && limits.period == Span{1, TimeUnit::Day}
            ? limits.perPeriod
            : greatest(phases, [&](const Group &group) { return dayOf(group, limits); });
    const auto allowed = weekOf(limits);
    facts.maxPerWeek =
        allowed ? allowed
                : greatest(phases, [&](const Group &group) { return weekOf(group, limits); });
    facts.minIntervalHours = intervalOf(phases, limits);
    addDurations(facts, phases);
    return facts;
}

PosologyFacts factsOf(const QList<Posology> &readings)
{
    if (readings.isEmpty())
        return {};
    PosologyFacts common = factsOf(readings.first());
    for (const Posology &reading : readings) {
        const PosologyFacts facts = factsOf(reading);
        if (facts.maxPerIntake != common.maxPerIntake)
            common.maxPerIntake.reset();
        if (facts.maxPerDay != common.maxPerDay)
            common.maxPerDay.reset();
        if (facts.maxPerWeek != common.maxPerWeek)
            common.maxPerWeek.reset();
        if (facts.minIntervalHours != common.minIntervalHours)
            common.minIntervalHours.reset();
        if (facts.durationDays != common.durationDays)
            common.durationDays.reset();
        if (facts.maxDurationDays != common.maxDurationDays)
            common.maxDurationDays.reset();
    }
    return common;
}

} // namespace ambroise::prescription

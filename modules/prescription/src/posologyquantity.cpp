// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyphases.h"

#include <ambroise/prescription/posologyfacts.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

bool isCertain(const Dosage &dosage)
{
    return dosage.dose && !dosage.dose->isRange() && dosage.condition.isEmpty() &&
           dosage.timing.leastTimes == dosage.timing.mostTimes && !dosage.ratePerHour &&
           !isOfSeveralSites(dosage);
}

qint64 divided(qint64 value, qint64 by)
{
    return (value + by - 1) / by;
}

std::optional<qint64> intakesOfPeriods(const Timing &timing, int days)
{
    if (timing.longestPeriod.isSaid())
        return std::nullopt;
    if (timing.period.unit <= TimeUnit::Hour) {
        const auto periods = Rational(qint64(days) * 24) / *timing.period.hours();
        return periods.ceil() * timing.mostTimes;
    }
    const auto period = timing.period.days();
    if (!period || *period < 1)
        return std::nullopt;
    // "3 fois par semaine" in whole weeks alone; once in a period, from the first day on.
    if (timing.mostTimes > 1 && days % *period != 0)
        return std::nullopt;
    return divided(days, *period) * timing.mostTimes;
}

//! On how many days of `days` it is taken; none where the calendar decides.
std::optional<qint64> takenDays(const Timing &timing, int days)
{
    if (!timing.weekdays.isEmpty() && !timing.cycleDays.isEmpty())
        return timing.cycleLength == 7 && days % 7 == 0
                   ? std::optional(qint64(days / 7) * timing.weekdays.size())
                   : std::nullopt;
    if (!timing.weekdays.isEmpty())
        return days % 7 == 0 ? std::optional(qint64(days / 7) * timing.weekdays.size())
                             : std::nullopt;
    if (timing.cycleDays.isEmpty())
        return days;
    if (timing.cycleLength == 0)
        return std::nullopt;
    qint64 count = 0;
    for (int day = 0; day < days; ++day)
        if (timing.cycleDays.contains(day % timing.cycleLength + 1))
            ++count;
    return count;
}

std::optional<qint64> intakesIn(const Timing &timing, int days)
{
    const bool weekly = !timing.weekdays.isEmpty() && timing.period == Span{1, TimeUnit::Week};
    if (timing.mostTimes > 0 && !weekly) {
        const bool daily = timing.period == Span{1, TimeUnit::Day};
        const bool someDays = !timing.weekdays.isEmpty() || !timing.cycleDays.isEmpty();
        if (!someDays)
            return intakesOfPeriods(timing, days);
        const auto taken = daily ? takenDays(timing, days) : std::nullopt;
        return taken ? std::optional(*taken * timing.mostTimes) : std::nullopt;
    }
    if (timing.once)
        return 1;
    if (!timing.isSaid())
        return std::nullopt;
    for (const Occasion &one : timing.occasions)
        if (one.moment && isOfEachMeal(*one.moment))
            return std::nullopt;
    const auto taken = takenDays(timing, days);
    return taken ? std::optional(*taken * std::max<qint64>(1, timing.occasions.size()))
                 : std::nullopt;
}

std::optional<Amount> quantityOf(const Dosage &dosage, int days)
{
    if (!isCertain(dosage))
        return std::nullopt;
    std::optional<qint64> count;
    if (dosage.perPeriod) {
        const auto period = dosage.timing.period.days();
        if (period && *period > 0 && days % *period == 0)
            count = days / *period;
    } else {
        count = intakesIn(dosage.timing, days);
    }
    return count ? std::optional(Amount{dosage.dose->high * Rational(*count), dosage.dose->unit})
                 : std::nullopt;
}

} // namespace

std::optional<Amount> quantityFor(const Posology &posology, std::optional<int> days)
{
    const QList<Phase> phases = phasesOf(posology);
    std::optional<Amount> total;
    for (const Phase &phase : phases) {
        if (isPause(phase))
            continue;
        const PhaseLength own = lengthOf(phase);
        const Bounds &bounds = phase.first().first().bounds;
        const bool saysNone = bounds == Bounds{} && phases.size() == 1;
        const auto length = own.exactly ? own.exactly : saysNone ? days : std::nullopt;
        if (!length || *length < 1 || *length > 3660 || phase.size() > 1)
            return std::nullopt;
        for (const Dosage &one : phase.first()) {
            const auto amount = quantityOf(one, *length);
            if (!amount)
                return std::nullopt;
            total = total ? sum(*total, *amount) : amount;
            if (!total)
                return std::nullopt;
        }
    }
    return total;
}

std::optional<int> boxesFor(const Amount &needed, const Amount &perBox)
{
    const auto factor = needed.unit.inUnitsOf(perBox.unit);
    if (!factor || !needed.unit.isSaid() || perBox.value <= Rational(0) ||
        needed.value < Rational(0))
        return std::nullopt;
    const qint64 boxes = (needed.value * *factor / perBox.value).ceil();
    return boxes <= 9999 ? std::optional(int(boxes)) : std::nullopt;
}

} // namespace ambroise::prescription

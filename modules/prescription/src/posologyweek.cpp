// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyweek.h"

#include <algorithm>
#include <numeric>

namespace ambroise::prescription {
namespace {

constexpr int daysOfWeek = 7;
constexpr int longestCycle = 400; //!< days; a longer one is not gone through

//! The days on which it is taken are known: each day, days of the week, days of a cycle.
bool hasKnownDays(const Timing &timing)
{
    if (timing.mostTimes == 0)
        return !timing.occasions.isEmpty() || !timing.weekdays.isEmpty() ||
               !timing.cycleDays.isEmpty();
    const auto hours = timing.period.hours();
    return (hours && *hours <= Rational(24)) || timing.weekdays.size() == timing.mostTimes;
}

//! So many times in a period of several days: in the worst case all in one week, or as often as
//! the period begins again.
std::optional<int> timesAWeek(const Timing &timing)
{
    if (timing.once)
        return 1;
    const auto days = timing.period.days();
    if (timing.mostTimes == 0 || !days || *days < 1 || !timing.cycleDays.isEmpty())
        return std::nullopt;
    return timing.mostTimes * ((daysOfWeek + *days - 1) / *days);
}

std::optional<Amount> times(const std::optional<Amount> &amount, int count)
{
    if (!amount)
        return std::nullopt;
    return Amount{amount->value * Rational(count), amount->unit};
}

std::optional<Amount> plus(const std::optional<Amount> &a, const std::optional<Amount> &b)
{
    return a && b ? sum(*a, *b) : std::nullopt;
}

//! One dose whose days are not known.
std::optional<Amount> weekOf(const Dosage &one, const std::optional<Amount> &intake)
{
    if (one.perPeriod && one.dose) {
        const auto days = one.timing.period.days();
        const Amount dose{one.dose->high, one.dose->unit};
        return days ? times(dose, std::max(1, daysOfWeek / *days)) : std::nullopt;
    }
    const auto count = timesAWeek(one.timing);
    return count ? times(intake, *count) : std::nullopt;
}

//! What is taken on each day of a cycle of whole weeks; none: not known.
QList<std::optional<Amount>> dayByDay(const Dosage &one, const std::optional<Amount> &ofDay,
                                      int length)
{
    QList<std::optional<Amount>> days;
    for (int day = 1; day <= length; ++day) {
        const bool taken = isTaken(one.timing, (day - 1) % daysOfWeek + 1, day);
        days << (taken ? ofDay : times(ofDay, 0));
    }
    return days;
}

std::optional<Amount> busiestWeek(const QList<std::optional<Amount>> &days)
{
    std::optional<Amount> most;
    for (qsizetype first = 0; first < days.size(); ++first) {
        std::optional<Amount> week = days.at(first);
        for (int i = 1; i < daysOfWeek; ++i)
            week = plus(week, days.at((first + i) % days.size()));
        if (!week)
            return std::nullopt;
        most = most ? greater(*most, *week) : week;
    }
    return most;
}

} // namespace

int cycleOf(const Timing &timing)
{
    const QList<int> &days = timing.cycleDays;
    return days.isEmpty() || timing.cycleLength > 0 ? std::max(1, timing.cycleLength)
                                                    : *std::max_element(days.begin(), days.end());
}

bool isTaken(const Timing &timing, int weekday, int day)
{
    if (!timing.weekdays.isEmpty() && !timing.weekdays.contains(Qt::DayOfWeek(weekday)))
        return false;
    const int inCycle = timing.cycleLength > 0 ? (day - 1) % timing.cycleLength + 1 : day;
    return timing.cycleDays.isEmpty() || timing.cycleDays.contains(inCycle);
}

std::optional<Amount> weekOf(const Group &group, const WeekOf &amounts)
{
    int length = daysOfWeek;
    for (const Dosage &one : group)
        length = std::lcm(length, cycleOf(one.timing));
    if (length > longestCycle)
        return std::nullopt;
    QList<std::optional<Amount>> days;
    std::optional<Amount> others;
    for (qsizetype i = 0; i < group.size(); ++i) {
        const Dosage &one = group.at(i);
        if (!one.isPause && (one.perPeriod || !hasKnownDays(one.timing))) {
            const auto week = weekOf(one, amounts.ofIntake.at(i));
            if (!week)
                return std::nullopt;
            others = others ? plus(others, week) : week;
            if (!others)
                return std::nullopt;
            continue;
        }
        const auto mine = dayByDay(one, amounts.ofDay.at(i), length);
        for (int day = 0; day < length; ++day)
            if (days.size() < length)
                days << mine.at(day);
            else
                days[day] = plus(days.at(day), mine.at(day));
    }
    if (days.isEmpty())
        return others;
    const auto known = busiestWeek(days);
    return others ? plus(known, others) : known;
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <algorithm>
#include <utility>

namespace ambroise::prescription {

using Link = Dosage::Link;

namespace {

bool hasDay(const Timing &timing)
{
    return !timing.occasions.isEmpty() || !timing.weekdays.isEmpty() || !timing.cycleDays.isEmpty();
}

bool ofEachMeal(const Timing &timing)
{
    return std::any_of(timing.occasions.cbegin(), timing.occasions.cend(),
                       [](const Occasion &one) { return one.moment && isOfEachMeal(*one.moment); });
}

bool sameKindOfDays(const Dosage &a, const Dosage &b)
{
    return a.timing.weekdays.isEmpty() == b.timing.weekdays.isEmpty() &&
           a.timing.cycleDays.isEmpty() == b.timing.cycleDays.isEmpty();
}

bool saysNothing(const Dosage &dosage)
{
    Dosage empty;
    empty.link = dosage.link;
    return dosage == empty;
}

} // namespace

bool PosologyParser::finish()
{
    const bool limited = m_limits.perIntake || m_limits.perPeriod;
    if (saysNothing(current()) && (m_dosages.size() > 1 || !limited))
        return false;
    // "1-0-1, 1/2 midi": the keypad said every moment already.
    for (qsizetype i = 1; i < m_dosages.size(); ++i)
        if (m_dosages.at(i).link == Link::Together &&
            m_keypad.contains(i) != m_keypad.contains(i - 1))
            return false;
    if (!finishSingles() || !finishTreatmentDays() || (m_cycleLength > 0 && !finishCycle()))
        return false;
    // "en une prise le matin 60 mg…, puis 50 mg…": said first, of all of them.
    const bool alone = m_dosages.size() > 1 && m_dosages.at(1).link != Link::Together;
    for (qsizetype i = 1; i < m_dosages.size() && alone; ++i)
        if (m_dosages.at(i).dose && !m_dosages.at(i).timing.isSaid() && m_prefix.isSaid()) {
            const Timing own = m_dosages.at(i).timing;
            m_dosages[i].timing = m_prefix;
            if (own.lasting.isSaid()) {
                m_dosages[i].timing.lasting = own.lasting;
                m_dosages[i].timing.leftInPlace = own.leftInPlace;
            }
        }
    for (Dosage &dosage : m_dosages)
        if (!finishTiming(dosage))
            return false;
    for (const qsizetype index : m_oneIntake + m_onlyOnce) {
        const Timing &timing = m_dosages.at(index).timing;
        if (!timing.once && timing.occasions.size() != 1 && timing.mostTimes != 1)
            return false;
    }
    if (!finishLinks())
        return false;
    shareTails();
    mergeEqual();
    const bool dosed = std::any_of(m_dosages.cbegin(), m_dosages.cend(), [](const Dosage &one) {
        return one.dose || one.timing.isSaid() || one.ratePerHour;
    });
    return dosed || m_limits.perIntake || m_limits.perPeriod;
}

//! "en une prise" is of a day where a moment or some days are said, "dose unique" is of the whole
//! treatment; of "prise unique" alone that is asked.
bool PosologyParser::finishSingles()
{
    // A cycle leaves its pauses out: the places are others then.
    if (m_cycleLength > 0 && m_dosages.size() > 1)
        return m_oneIntake.isEmpty() && m_onlyOnce.isEmpty();
    for (const qsizetype index : m_oneIntake + m_onlyOnce) {
        Dosage &dosage = m_dosages[index];
        // "2 cp par jour en prise unique"
        if (m_oneIntake.contains(index) && dosage.timing.occasions.isEmpty() &&
            dosage.timing.period == Span{1, TimeUnit::Day} && dosage.timing.mostTimes == 0)
            dosage.timing.leastTimes = dosage.timing.mostTimes = 1;
        if (dosage.timing.isSaid())
            continue;
        const Bounds &bounds = dosage.bounds;
        const bool someDays = bounds.from.isValid() || bounds.to.isValid() ||
                              (bounds.duration.isSaid() && bounds.duration.days() != 1);
        const bool asked = m_oneIntake.contains(index) && bounds == Bounds{};
        if (someDays || (asked && fork(u"posology.ask.once"_qs, 2) == 1)) {
            dosage.timing.period = {1, TimeUnit::Day};
            dosage.timing.leastTimes = dosage.timing.mostTimes = 1;
        } else {
            dosage.timing.once = true;
        }
    }
    return true;
}

//! "500 mg J1 puis 250 mg J2 à J5": days of the treatment that follow each other, each with its
//! dose.
bool PosologyParser::finishTreatmentDays()
{
    const bool one = m_dosages.size() == 1;
    if (m_numbered.isEmpty() || m_cycleLength > 0 ||
        (one && m_dosages.first().timing.cycleDays.first() != 1))
        return true;
    int next = 1;
    for (qsizetype i = 0; i < m_dosages.size(); ++i) {
        Dosage &dosage = m_dosages[i];
        // "2 cp J1 puis 1 cp/j 4 jours"
        if (i >= m_numbered.size() && dosage.link == Link::Then &&
            dosage.timing.cycleDays.isEmpty())
            continue;
        const QList<int> days = std::exchange(dosage.timing.cycleDays, {});
        if (days.isEmpty() || days.first() != next || dosage.bounds != Bounds{} ||
            dosage.link == Link::Instead)
            return false;
        next = days.last() + 1;
        dosage.bounds.duration = {int(days.size()), TimeUnit::Day};
        if (!dosage.timing.isSaid())
            dosage.timing.period = {1, TimeUnit::Day};
        if (i > 0)
            dosage.link = Link::Then;
    }
    return true;
}

//! Times of the day and a number of times have to agree.
bool PosologyParser::finishTiming(Dosage &dosage)
{
    Timing &timing = dosage.timing;
    if (m_everyDay && hasDay(timing) && timing.mostTimes == 0 &&
        timing.period == Span{1, TimeUnit::Day})
        timing.period = {};
    const int moments = int(timing.occasions.size());
    const bool counted = timing.mostTimes > 0 && moments > 0 && !ofEachMeal(timing);
    const bool ofDays = timing.period == Span{1, TimeUnit::Day};
    if (counted && ofDays && (moments < timing.leastTimes || moments > timing.mostTimes))
        return false;
    // "le soir toutes les 6 heures"
    if (moments > 0 && timing.period.isSaid() && timing.period.unit <= TimeUnit::Hour)
        return false;
    // "2 fois par semaine, matin et soir"
    if (counted && !ofDays && moments > 1)
        return false;
    const int days = int(timing.weekdays.size());
    if (timing.mostTimes > 0 && days > 0 && timing.period == Span{1, TimeUnit::Week} &&
        (days < timing.leastTimes || days > timing.mostTimes))
        return false;
    return finishTimes(dosage);
}

//! "1 comprimé par jour" is one intake; "3 comprimés par jour" tells no number of intakes.
bool PosologyParser::finishTimes(Dosage &dosage)
{
    Timing &timing = dosage.timing;
    dosage.perPeriod = dosage.perPeriod && dosage.dose;
    if (!dosage.dose || !timing.period.isSaid() || timing.mostTimes > 0 || dosage.perPeriod)
        return true;
    Dose &dose = *dosage.dose;
    const bool wholeActs = dose.unit.kind() == DoseUnit::Kind::Act && dose.low.isWhole() &&
                           dose.high.isWhole() && dose.high <= Rational(99) &&
                           dose.low >= Rational(1);
    if (wholeActs) { // "2 applications par jour": twice one
        timing.leastTimes = int(dose.low.numerator());
        timing.mostTimes = int(dose.high.numerator());
        dose.low = dose.high = Rational(1);
        return finishTiming(dosage);
    }
    const bool oneThing =
        dose.unit.kind() != DoseUnit::Kind::Measure && dose.high <= Rational(1) && !dose.isRange();
    const bool oneMoment = timing.occasions.size() == 1 && !ofEachMeal(timing) &&
                           timing.period == Span{1, TimeUnit::Day};
    const bool oneDay = timing.weekdays.size() == 1 && timing.period == Span{1, TimeUnit::Week};
    if (oneThing || oneMoment || oneDay) {
        timing.leastTimes = timing.mostTimes = 1;
        return finishTiming(dosage);
    }
    dosage.perPeriod = true;
    return true;
}

//! "1 comprimé matin et 1 comprimé matin": nobody knows what is meant.
bool PosologyParser::repeatsMoment() const
{
    for (qsizetype i = 1; i < m_dosages.size(); ++i) {
        for (qsizetype before = i - 1;
             before >= 0 && m_dosages.at(before + 1).link == Link::Together; --before) {
            const Timing &a = m_dosages.at(i).timing;
            const Timing &b = m_dosages.at(before).timing;
            const bool sameDays = a.weekdays == b.weekdays && a.cycleDays == b.cycleDays;
            const bool same =
                sameDays &&
                (a.occasions.isEmpty() ||
                 std::any_of(a.occasions.cbegin(), a.occasions.cend(),
                             [&](const Occasion &o) { return b.occasions.contains(o); }));
            if (same)
                return true;
        }
    }
    return false;
}

bool PosologyParser::finishLinks()
{
    if (repeatsMoment())
        return false;
    for (const qsizetype index : m_needCondition)
        if (index < m_dosages.size() && m_dosages.at(index).condition.isEmpty())
            return false;
    bool instead = false;
    for (qsizetype i = 0; i < m_dosages.size(); ++i) {
        const Dosage &one = m_dosages.at(i);
        const bool together =
            (i + 1 < m_dosages.size() && m_dosages.at(i + 1).link == Link::Together) ||
            (i > 0 && one.link == Link::Together);
        // Two doses that do not say when: perhaps both, perhaps one of them.
        if (together && (!one.dose || !hasDay(one.timing) || one.perPeriod))
            return false;
        // "1 le matin et 2 le mardi": with the one of the morning, or in its stead?
        if (i > 0 && one.link == Link::Together && !sameKindOfDays(one, m_dosages.at(i - 1)))
            return false;
        instead = instead || one.link == Link::Instead;
        if (one.link == Link::Instead && !one.dose)
            return false;
        Dosage pause;
        pause.link = one.link;
        pause.isPause = true;
        pause.bounds = one.bounds;
        if (one.isPause && one != pause)
            return false;
        const bool words = one.isPause || (one.link == Link::Then && !one.instructions.isEmpty() &&
                                           i + 1 == m_dosages.size());
        if (!one.dose && !words && m_dosages.size() > 1 && !one.ratePerHour)
            return false;
    }
    return true;
}

//! Days numbered in the cycle, or phases that fill it: "5 jours, puis arrêt 2 jours".
bool PosologyParser::finishCycle()
{
    int day = 1;
    QList<Dosage> kept;
    for (Dosage one : m_dosages) {
        if (one.timing.cycleDays.isEmpty()) {
            const auto days = one.bounds.duration.days();
            if (!days || *days < 1 || one.bounds.longestDuration.isSaid() || one.bounds.atMost ||
                day + *days - 1 > m_cycleLength)
                return false;
            for (int i = 0; i < *days; ++i)
                one.timing.cycleDays << day++;
            one.bounds.duration = {};
        }
        if (one.isPause)
            continue;
        const auto beyond = [this](int number) {
            return number > m_cycleLength;
        };
        const QList<int> &days = one.timing.cycleDays;
        if (std::any_of(days.cbegin(), days.cend(), beyond))
            return false;
        one.link = Link::Together;
        one.timing.cycleLength = m_cycleLength;
        if (m_cycleBounds) {
            if (one.bounds.duration.isSaid())
                return false;
            one.bounds.duration = m_cycleBounds->first;
            one.bounds.longestDuration = m_cycleBounds->second;
        }
        kept << one;
    }
    // Phases have to fill the cycle, or nobody knows what comes after them.
    if (day > 1 && day != m_cycleLength + 1)
        return false;
    m_dosages = kept;
    return !kept.isEmpty();
}

//! What was said before the first dose is of all doses of these days.
void PosologyParser::shareHeads(qsizetype end)
{
    for (qsizetype i = 1; i < end; ++i) {
        Dosage &one = m_dosages[i];
        if (one.bounds == Bounds{})
            one.bounds = m_tailFirst.bounds;
        if (one.route.isEmpty())
            one.route = m_tailFirst.route;
        if (!one.timing.lasting.isSaid()) {
            one.timing.lasting = m_tailFirst.timing.lasting;
            one.timing.leftInPlace = m_tailFirst.timing.leftInPlace;
        }
    }
}

//! What stands at the end, "1 matin et 2 soir pendant 7 jours", is of all doses of these days.
void PosologyParser::shareTails()
{
    for (qsizetype first = 0; first < m_dosages.size();) {
        qsizetype end = first + 1;
        while (end < m_dosages.size() && m_dosages.at(end).link != Link::Then)
            ++end;
        const Dosage last = m_dosages.at(end - 1);
        bool alone = true;
        for (qsizetype i = first; i + 1 < end; ++i)
            alone = alone && m_dosages.at(i).bounds == Bounds{};
        if (first == 0)
            shareHeads(end);
        for (qsizetype i = first; i + 1 < end; ++i) {
            Dosage &one = m_dosages[i];
            if (alone)
                one.bounds = last.bounds;
            if (one.route.isEmpty() && !one.isPause)
                one.route = last.route;
        }
        first = end;
    }
}

//! "1 comprimé matin et 1 comprimé soir" is one dose at two moments.
void PosologyParser::mergeEqual()
{
    for (qsizetype i = 1; i < m_dosages.size();) {
        Dosage &before = m_dosages[i - 1];
        Dosage same = m_dosages.at(i);
        const QList<Occasion> occasions = same.timing.occasions;
        same.timing.occasions = before.timing.occasions;
        const bool meals = ofEachMeal(m_dosages.at(i).timing) || ofEachMeal(before.timing);
        const bool together = same.link == Link::Together && !occasions.isEmpty() && !meals &&
                              !before.timing.occasions.isEmpty() &&
                              !before.timing.occasions.contains(occasions.first());
        same.link = before.link;
        // Words at the end are of both moments.
        const bool wordsAfter = before.instructions.isEmpty() && before.condition.isEmpty();
        if (wordsAfter) {
            same.instructions.clear();
            same.condition.clear();
        }
        if (!together || same != before) {
            ++i;
            continue;
        }
        if (wordsAfter) {
            before.instructions = m_dosages.at(i).instructions;
            before.condition = m_dosages.at(i).condition;
        }
        before.timing.occasions << occasions;
        m_dosages.removeAt(i);
    }
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <algorithm>
#include <array>

namespace ambroise::prescription {

using Kind = Token::Kind;

std::optional<TimeUnit> PosologyParser::timeUnit()
{
    if (eatAny(u"minutes|minute|mn|min"))
        return TimeUnit::Minute;
    if (eatAny(u"heures|heure|hrs|hr|h"))
        return TimeUnit::Hour;
    if (eatAny(u"jours|jour|jrs|jr|j"))
        return TimeUnit::Day;
    if (eatAny(u"semaines|semaine|sem|sems"))
        return TimeUnit::Week;
    if (eatAny(u"mois"))
        return TimeUnit::Month;
    if (eatAny(u"annees|annee|ans|an"))
        return TimeUnit::Year;
    return std::nullopt;
}

std::optional<std::pair<Span, Span>> PosologyParser::spans()
{
    const int start = m_at;
    const auto least = wholeNumber();
    std::optional<int> most;
    if (least && eatAny(u"a|-|ou"))
        most = wholeNumber();
    const auto unit = least && *least > 0 ? timeUnit() : std::nullopt;
    const bool half = unit && *unit != TimeUnit::Hour && sees(u"et demi|et demie");
    if (!unit || half || (most && *most <= *least)) {
        m_at = start;
        return std::nullopt;
    }
    return std::pair(Span{*least, *unit}, most ? Span{*most, *unit} : Span{});
}

//! "1 jour sur 2", "un jour sur deux", "1 j / 2".
std::optional<PosologyParser::Period> PosologyParser::dayInSeveral()
{
    const int start = m_at;
    const auto one = wholeNumber();
    const bool day = one == 1 && eatAny(u"jour|j");
    const auto several = day && eatAny(u"sur|/") ? wholeNumber(30) : std::nullopt;
    if (!several || *several < 2) {
        m_at = start;
        return std::nullopt;
    }
    eatAny(u"jours|jour");
    return Period{{*several, TimeUnit::Day}, {}, true};
}

//! "5 jours sur 7", "21 j/28". A second one takes the days that the first leaves: "1 cp 5 jours
//! sur 7 et 2 cp 2 jours sur 7".
bool PosologyParser::daysInSeveral()
{
    const int start = m_at;
    const auto taken = wholeNumber(366);
    const bool days = taken && eatAny(u"jours|jrs|j") && eatAny(u"sur|/");
    const auto several = days ? wholeNumber(366) : std::nullopt;
    if (several)
        eatAny(u"jours|jrs|j");
    int before = 0;
    for (const Dosage &dosage : m_dosages)
        before += int(dosage.timing.cycleDays.size());
    const bool good = several && *taken > 1 && before + *taken <= *several && *taken < *several &&
                      (m_cycleLength == 0 || m_cycleLength == *several) &&
                      current().timing.cycleDays.isEmpty();
    if (!good) {
        m_at = start;
        return false;
    }
    for (int day = 1; day <= *taken; ++day)
        current().timing.cycleDays << before + day;
    m_cycleLength = *several;
    return true;
}

std::optional<PosologyParser::Period> PosologyParser::period()
{
    const int start = m_at;
    if (const auto found = dayInSeveral())
        return found;
    if (eatAny(u"quotidien|quotidienne|quotidiennement"))
        return Period{{1, TimeUnit::Day}, {}, false};
    const bool every =
        eatAny(u"tous les|toutes les|ts les|ttes les|tts les|tte les|tt les|chaque|t /");
    if (every || eatAny(u"par|/|a chaque")) {
        if (const auto counted = spans()) {
            // "/8h" says every eight hours; "par 24 h" a day.
            const bool day = counted->first.hours() == Rational(24) && !counted->second.isSaid();
            if (day && counted->first.unit == TimeUnit::Hour)
                return Period{{1, TimeUnit::Day}, {}, every};
            return Period{counted->first, counted->second,
                          every || counted->first.unit == TimeUnit::Hour ||
                              counted->first.count > 1};
        }
        if (const auto unit = timeUnit())
            return Period{{1, *unit}, {}, every};
    }
    m_at = start;
    return std::nullopt;
}

//! "1 à 2", before "fois".
std::optional<PosologyParser::Times> PosologyParser::timesCount()
{
    const int start = m_at;
    const bool upTo = eat(u"jusqu a");
    const auto least = wholeNumber(99);
    if (!least || *least == 0) {
        m_at = start;
        return std::nullopt;
    }
    const int afterLeast = m_at;
    if (!upTo && eatAny(u"a|-|ou")) {
        const auto most = wholeNumber(99);
        if (most && *most > *least)
            return Times{*least, *most};
        m_at = afterLeast;
    }
    return Times{upTo ? 0 : *least, *least};
}

bool PosologyParser::frequency()
{
    const int start = m_at;
    if (intakes() || dayOfMonth() || daysInSeveral())
        return true;
    if (const auto several = dayInSeveral()) {
        const bool set = setPeriod(*several, {1, 1});
        m_at = set ? m_at : start;
        return set;
    }
    const bool crossed = eat(u"x");
    const auto times = timesCount();
    const bool said = times && eatAny(u"fois|x|prises|prise|administrations|administration");
    const bool afterDose = current().dose && !current().timing.isSaid(); // "1 cp 3/j"
    const bool counted = said || (times && (crossed || (afterDose && sees(u"/"))));
    if (times ? !counted : crossed) {
        m_at = start;
        return false;
    }
    const int beforePeriod = m_at;
    auto found = period();
    // "4 fois à 8 h, 14 h…" tells its period by what follows; "3 fois" alone tells none.
    if (!found && said && (sees(u"le jour|dans la journee") || eat(u"jour"))) {
        eatAny(u"dans la journee");
        found = Period{{1, TimeUnit::Day}, {}, false};
    }
    const bool inDays = found && !times && m_at > beforePeriod && found->every &&
                        found->least == Span{1, TimeUnit::Day};
    if (inDays)
        m_everyDay = true;
    if (!found || !setPeriod(*found, times.value_or(Times{}))) {
        m_at = start;
        return false;
    }
    // "3 fois par jour au maximum"
    const int after = m_at;
    if (times && eatAny(u"au maximum|maximum|au max|max|au plus")) {
        if (countsSomething() || sees(u"de|un|une") || current().timing.leastTimes != times->least)
            m_at = after;
        else
            current().timing.leastTimes = 0;
    }
    return true;
}

bool PosologyParser::setPeriod(const Period &period, const Times &times)
{
    Timing &timing = current().timing;
    if (m_keypad.contains(m_dosages.size() - 1) &&
        (period.least != Span{1, TimeUnit::Day} || !period.every || times.most > 0))
        return false;
    const bool spacing = timing.mostTimes > 0 && times.most == 0 && period.every &&
                         timing.period == Span{1, TimeUnit::Day} &&
                         period.least.unit <= TimeUnit::Hour && !m_limits.leastInterval.isSaid();
    if (spacing) { // "3 fois par jour, toutes les 8 heures"
        if (*period.least.hours() * Rational(timing.mostTimes) > Rational(24))
            return false;
        m_limits.leastInterval = period.least;
        return true;
    }
    if (timing.period.isSaid()) {
        // "tous les jours" of what is daily already, or "1 comprimé par jour … 1 fois par jour".
        return times.most == 0 && period.every && period.least == Span{1, TimeUnit::Day} &&
               timing.period == period.least;
    }
    timing.period = period.least;
    timing.longestPeriod = period.most;
    timing.leastTimes = times.least;
    timing.mostTimes = times.most;
    // Something every six hours is once every six hours.
    if (times.most == 0 && period.every && period.least != Span{1, TimeUnit::Day})
        timing.leastTimes = timing.mostTimes = 1;
    return true;
}

//! "dose unique", "prise unique".
bool PosologyParser::single()
{
    const int start = m_at;
    const bool doseBefore =
        current().dose && start > 0 && m_tokens.at(start - 1).kind == Kind::Word;
    const bool once = eatAny(u"en une seule fois|une seule fois|en 1 seule fois|1 seule fois|"
                             "en une dose unique|en dose unique|dose unique") ||
                      (doseBefore && eat(u"unique"));
    const bool oneIntake = !once && eatAny(u"en une prise unique|en 1 prise unique|"
                                           "en prise unique|une prise unique|1 prise unique|"
                                           "prise unique");
    if ((!once && !oneIntake) || sees(u"par|/|chaque|tous les|toutes les")) {
        m_at = start;
        return false;
    }
    (once ? m_onlyOnce : m_oneIntake) << m_dosages.size() - 1;
    return true;
}

//! "60 mg par jour en 3 prises", "en une prise".
bool PosologyParser::intakes()
{
    const int start = m_at;
    if (single())
        return true;
    if (!eat(u"en"))
        return false;
    const auto count = wholeNumber(99);
    eatAny(u"seule|seules");
    if (!count || *count == 0 || !eatAny(u"prise|prises|fois|administration|administrations")) {
        m_at = start;
        return false;
    }
    Timing &timing = current().timing;
    if (timing.period == Span{1, TimeUnit::Day} && timing.mostTimes == 0) {
        timing.leastTimes = timing.mostTimes = *count;
        current().perPeriod = *count > 1;
        return true;
    }
    const bool idle = *count == 1 && timing.mostTimes <= 1;
    if (idle)
        m_oneIntake << m_dosages.size() - 1;
    else
        m_at = start;
    return idle;
}

//! No structure says "the first of the month": the words are kept (§ 6).
bool PosologyParser::dayOfMonth()
{
    const int start = m_at;
    const bool day =
        eat(u"le premier jour") || (eat(u"le") && wholeNumber(31) && (eatAny(u"er|jour") || true));
    if (!day || !eatAny(u"de chaque mois|du mois|de tous les mois")) {
        m_at = start;
        return false;
    }
    Timing &timing = current().timing;
    if (timing.period.isSaid() && timing.period != Span{1, TimeUnit::Month}) {
        m_at = start;
        return false;
    }
    if (!timing.period.isSaid()) {
        timing.period = {1, TimeUnit::Month};
        timing.leastTimes = timing.mostTimes = 1;
    }
    current().instructions << slice(start, m_at);
    return true;
}

std::optional<Qt::DayOfWeek> PosologyParser::weekday()
{
    static constexpr std::array<QStringView, 7> names{
        u"lundi|lundis|lun",      u"mardi|mardis",           u"mercredi|mercredis|mer",
        u"jeudi|jeudis|jeu",      u"vendredi|vendredis|ven", u"samedi|samedis|sam",
        u"dimanche|dimanches|dim"};
    for (size_t i = 0; i < names.size(); ++i)
        if (eatAny(names[i]))
            return Qt::DayOfWeek(i + 1);
    return std::nullopt;
}

//! "5 mg le lundi et 2,5 mg les autres jours": those that no dose before them has.
bool PosologyParser::otherWeekdays()
{
    QList<Qt::DayOfWeek> others;
    for (int day = 1; day <= 7; ++day) {
        const auto has = [day](const Dosage &one) {
            return one.timing.weekdays.contains(Qt::DayOfWeek(day));
        };
        if (std::none_of(m_dosages.cbegin(), m_dosages.cend(), has))
            others << Qt::DayOfWeek(day);
    }
    const bool known = others.size() < 7 && !others.isEmpty() && current().dose &&
                       current().link == Dosage::Link::Together &&
                       current().timing.weekdays.isEmpty();
    if (!known || !eatAny(u"les autres jours|les autres jours de la semaine|autres jours"))
        return false;
    current().timing.weekdays = others;
    return true;
}

bool PosologyParser::weekdays()
{
    if (otherWeekdays())
        return true;
    const int start = m_at;
    const bool except = eatAny(u"sauf");
    const bool span = eat(u"du");
    if (!span)
        eatAny(u"tous les|le|les|chaque");
    const auto first = weekday();
    if (!first) {
        m_at = start;
        return false;
    }
    QList<Qt::DayOfWeek> days{*first};
    if (span) {
        const auto last = eat(u"au") ? weekday() : std::nullopt;
        if (!last || *last <= *first) {
            m_at = start;
            return false;
        }
        for (int day = int(*first) + 1; day <= int(*last); ++day)
            days << Qt::DayOfWeek(day);
    }
    for (int before = m_at; !span;) {
        while (eatAny(u",|et|+|le"))
            ;
        const auto next = weekday();
        if (!next) {
            m_at = before;
            break;
        }
        before = m_at;
        days << *next;
    }
    if (except) {
        QList<Qt::DayOfWeek> others;
        for (int day = 1; day <= 7; ++day)
            if (!days.contains(Qt::DayOfWeek(day)))
                others << Qt::DayOfWeek(day);
        days = others;
    }
    QList<Qt::DayOfWeek> &known = current().timing.weekdays;
    if (!known.isEmpty() && known != days) {
        m_at = start;
        return false;
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    known = days;
    return true;
}

//! "1er, 8e et 15e", "1, 8 et 15", "1 à 5".
std::optional<QList<int>> PosologyParser::dayNumbers(bool several)
{
    const int start = m_at;
    QList<int> days;
    while (const auto day = wholeNumber(366)) {
        eatAny(u"ers|er|e|eme|ieme|emes|iemes");
        days << *day;
        if (!several)
            break;
        if (days.size() == 1 && eat(u"a")) {
            const auto last = wholeNumber(366);
            for (int next = *day + 1; last && next <= *last; ++next)
                days << next;
            break;
        }
        const int before = m_at;
        if (!eatAny(u", et|,|et"))
            break;
        if (peek().kind != Kind::Number)
            m_at = before;
        if (m_at == before)
            break;
    }
    if (days.isEmpty() || days.contains(0)) {
        m_at = start;
        return std::nullopt;
    }
    return days;
}

//! "J1", "J2 à J5", "de J1 à J3".
bool PosologyParser::treatmentDays()
{
    const int start = m_at;
    eatAny(u"de|du|a");
    const auto first = eat(u"j") ? wholeNumber(366) : std::nullopt;
    auto last = first;
    if (first && eatAny(u"a|au|-")) {
        eat(u"j");
        last = wholeNumber(366);
    }
    const bool good = first && *first > 0 && last && *last >= *first &&
                      !sees(u"du cycle|d un cycle|j|, j|et j|, et j") &&
                      current().timing.cycleDays.isEmpty();
    if (!good) {
        m_at = start;
        return false;
    }
    for (int day = *first; day <= *last; ++day)
        current().timing.cycleDays << day;
    m_numbered << m_dosages.size() - 1;
    return true;
}

//! "au jour 1", "J1", "aux 1er, 8e et 15e jours du cycle", "les jours 1 à 5 d'un cycle de 7 jours".
bool PosologyParser::cycleDays()
{
    if (treatmentDays())
        return true;
    const int start = m_at;
    const bool several = sees(u"les|aux");
    const bool before = eatAny(u"au jour|le jour|les jours|aux jours|a j|j");
    if (!before && !eatAny(u"aux|le|au")) {
        m_at = start;
        return false;
    }
    const auto days = dayNumbers(several);
    const bool named = days && (before || eatAny(u"jours|jour"));
    int length = 0;
    bool cycleSaid = false;
    if (named && eat(u"d un cycle de")) {
        const auto count = wholeNumber(366);
        cycleSaid = count && eatAny(u"jours|jour");
        length = count.value_or(0);
    } else if (named) {
        cycleSaid = eat(u"du cycle");
    }
    const bool good = named && (before || cycleSaid) && current().timing.cycleDays.isEmpty() &&
                      (length == 0 || m_cycleLength == 0 || m_cycleLength == length);
    if (!good) {
        m_at = start;
        return false;
    }
    current().timing.cycleDays = *days;
    if (length > 0)
        m_cycleLength = length;
    return true;
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentencewriter.h"

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

constexpr std::array<QStringView, 20> momentPhrases{u"au réveil",
                                                    u"le matin",
                                                    u"avant le petit-déjeuner",
                                                    u"au petit-déjeuner",
                                                    u"après le petit-déjeuner",
                                                    u"le midi",
                                                    u"avant le déjeuner",
                                                    u"au déjeuner",
                                                    u"après le déjeuner",
                                                    u"l’après-midi",
                                                    u"le soir",
                                                    u"avant le dîner",
                                                    u"au dîner",
                                                    u"après le dîner",
                                                    u"au coucher",
                                                    u"la nuit",
                                                    u"avant chaque repas",
                                                    u"au début de chaque repas",
                                                    u"à chaque repas",
                                                    u"après chaque repas"};

constexpr std::array<QStringView, 7> dayNames{u"lundi",    u"mardi",  u"mercredi", u"jeudi",
                                              u"vendredi", u"samedi", u"dimanche"};

bool isPartOfDay(const Occasion &one)
{
    return one.moment && !one.time &&
           (*one.moment == Moment::Morning || *one.moment == Moment::Noon ||
            *one.moment == Moment::Evening);
}

QString occasionText(const NumberStyle &style, const Occasion &one)
{
    if (!one.moment)
        return u"à "_qs + style.clock(*one.time);
    QString text = momentPhrases[size_t(*one.moment)].toString();
    if (one.offsetMinutes > 0) {
        const bool hours = one.offsetMinutes % 60 == 0;
        text = style.span({hours ? one.offsetMinutes / 60 : one.offsetMinutes,
                           hours ? TimeUnit::Hour : TimeUnit::Minute}) +
               u' ' + text;
        if (*one.moment == Moment::Bedtime)
            text.replace(u"au coucher"_qs, u"avant le coucher"_qs);
        // Before breakfast: the habit is to say it twice (HAS, posology 27).
        if (*one.moment == Moment::BeforeBreakfast)
            text.prepend(u"le matin "_qs);
    }
    return one.time ? text + u" (à %1)"_qs.arg(style.clock(*one.time)) : text;
}

QString occasionsText(const NumberStyle &style, const QList<Occasion> &occasions)
{
    QStringList words;
    const bool bare =
        occasions.size() > 1 && std::all_of(occasions.cbegin(), occasions.cend(), isPartOfDay);
    const bool clocks = std::all_of(occasions.cbegin(), occasions.cend(),
                                    [](const Occasion &o) { return !o.moment; });
    for (const Occasion &one : occasions) {
        const QString text = occasionText(style, one);
        words << (bare ? text.mid(3) : clocks && !words.isEmpty() ? text.mid(2) : text);
    }
    return listed(words);
}

QString periodText(const NumberStyle &style, const Timing &timing)
{
    static constexpr std::array<QStringView, 6> per{u"par minute",  u"par heure", u"par jour",
                                                    u"par semaine", u"par mois",  u"par an"};
    if (timing.period.count == 1 && !timing.longestPeriod.isSaid())
        return per[size_t(timing.period.unit)].toString();
    const bool feminine = timing.period.unit == TimeUnit::Minute ||
                          timing.period.unit == TimeUnit::Hour ||
                          timing.period.unit == TimeUnit::Week;
    return (feminine ? u"toutes les "_qs : u"tous les "_qs) +
           style.spans(timing.period, timing.longestPeriod);
}

QString timesText(const NumberStyle &style, const Timing &timing)
{
    if (timing.leastTimes == 0)
        return u"jusqu’à "_qs + style.number(timing.mostTimes, true) + u" fois"_qs;
    const QString most = style.number(timing.mostTimes, true) + u" fois"_qs;
    return timing.leastTimes == timing.mostTimes
               ? most
               : style.number(timing.leastTimes, true) + u" à "_qs + most;
}

QString frequencyText(const NumberStyle &style, const Dosage &dosage)
{
    const Timing &timing = dosage.timing;
    if (timing.once)
        return u"en une seule fois"_qs;
    if (!timing.period.isSaid())
        return {};
    const QString period = periodText(style, timing);
    if (timing.mostTimes == 0)
        return period;
    if (dosage.perPeriod)
        return period + u" en "_qs + style.number(timing.mostTimes, true) +
               (timing.mostTimes > 1 ? u" prises"_qs : u" prise"_qs);
    const bool once = timing.leastTimes == 1 && timing.mostTimes == 1;
    const bool every = timing.period.count > 1 || timing.longestPeriod.isSaid();
    // One thing a day can be taken once only; in letters the number of intakes is told all the
    // same.
    const bool one = dosage.dose && !dosage.dose->isRange() && dosage.dose->high <= Rational(1) &&
                     dosage.dose->unit.kind() != DoseUnit::Kind::Measure && !style.isLetters();
    return once && (every || one) ? period : timesText(style, timing) + u' ' + period;
}

template <class T>
bool isRun(const QList<T> &values)
{
    for (qsizetype i = 1; i < values.size(); ++i)
        if (int(values.at(i)) != int(values.at(i - 1)) + 1)
            return false;
    return values.size() > 2;
}

QString weekdaysText(const QList<Qt::DayOfWeek> &days)
{
    const auto name = [](Qt::DayOfWeek day) {
        return dayNames[size_t(day) - 1].toString();
    };
    if (isRun(days))
        return u"du %1 au %2"_qs.arg(name(days.first()), name(days.last()));
    QStringList words;
    for (const Qt::DayOfWeek day : days)
        words << name(day);
    return u"le "_qs + listed(words);
}

QString cycleText(const NumberStyle &style, const Timing &timing)
{
    const QList<int> &days = timing.cycleDays;
    const int last = int(days.size());
    const bool fromFirst = last > 1 && days.first() == 1 && days.last() == last;
    if (fromFirst && last < timing.cycleLength && timing.weekdays.isEmpty())
        return style.number(last) + u" jours sur "_qs + style.number(timing.cycleLength);
    QStringList words;
    for (const int day : days)
        words << style.number(day);
    const QString which = days.size() == 1 ? u"le jour "_qs + words.first()
                          : isRun(days) ? u"les jours %1 à %2"_qs.arg(words.first(), words.last())
                                        : u"les jours "_qs + listed(words);
    return timing.cycleLength == 0
               ? which + u" du cycle"_qs
               : which + u" d’un cycle de "_qs + style.span({timing.cycleLength, TimeUnit::Day});
}

} // namespace

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(u", "_qs) + u" et "_qs + words.last();
}

QString timingText(const NumberStyle &style, const Dosage &dosage)
{
    const Timing &timing = dosage.timing;
    QStringList parts;
    if (const QString frequency = frequencyText(style, dosage); !frequency.isEmpty())
        parts << frequency;
    if (!timing.occasions.isEmpty())
        parts << occasionsText(style, timing.occasions);
    if (!timing.weekdays.isEmpty())
        parts << weekdaysText(timing.weekdays);
    if (!timing.cycleDays.isEmpty())
        parts << cycleText(style, timing);
    return parts.join(u", "_qs);
}

} // namespace ambroise::prescription

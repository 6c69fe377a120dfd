// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentencewriter.h"

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

using Link = Dosage::Link;

QString doseText(const NumberStyle &style, const Dosage &dosage)
{
    if (!dosage.dose)
        return {};
    QString text = style.dose(*dosage.dose);
    const auto strength = dosage.strength                                       ? dosage.strength
                          : dosage.dose->unit.kind() != DoseUnit::Kind::Measure ? style.strength()
                                                                                : std::nullopt;
    if (strength)
        text += u" de "_qs + style.amount(*strength);
    if (!dosage.equivalent.isEmpty())
        text += u" (soit %1)"_qs.arg(dosage.equivalent);
    if (dosage.ratePerHour)
        text += u", au débit de "_qs + style.amount(*dosage.ratePerHour) + u" par heure"_qs;
    return text;
}

QString lastingText(const NumberStyle &style, const Timing &timing)
{
    if (!timing.lasting.isSaid())
        return {};
    return timing.leftInPlace ? u"à laisser en place pendant "_qs + style.span(timing.lasting)
                              : u"à administrer en "_qs + style.span(timing.lasting);
}

QString durationText(const NumberStyle &style, const Bounds &bounds)
{
    if (!bounds.duration.isSaid())
        return {};
    const QString span = style.spans(bounds.duration, bounds.longestDuration);
    return bounds.atMost ? u"pendant "_qs + span + u" au maximum"_qs : u"pendant "_qs + span;
}

QString datesText(const Bounds &bounds)
{
    const QString from = text::frenchDate(bounds.from);
    const QString to = text::frenchDate(bounds.to);
    if (!from.isEmpty() && !to.isEmpty())
        return u"du %1 au %2"_qs.arg(from, to);
    return !from.isEmpty() ? u"à partir du "_qs + from
           : !to.isEmpty() ? u"jusqu’au "_qs + to
                           : QString();
}

//! "1 comprimé matin et soir", what comes after a comma being what words of its own need.
QString dosageText(const NumberStyle &style, const Dosage &dosage, const Bounds &bounds)
{
    QStringList plain;
    QStringList after;
    const auto add = [](QStringList &parts, const QString &text) {
        if (!text.isEmpty())
            parts << text;
    };
    add(plain, dosage.isPause ? u"arrêt"_qs : doseText(style, dosage));
    add(plain, timingText(style, dosage));
    add(plain, dosage.site);
    if (!dosage.route.isEmpty())
        add(plain, u"par "_qs + dosage.route);
    add(plain, durationText(style, bounds));
    // "pendant 10 jours après l'intervention"
    const bool continues = bounds.duration.isSaid() && bounds.startEvent.startsWith(u"apr");
    add(plain, continues ? bounds.startEvent : QString());
    add(plain, datesText(bounds));
    add(plain, bounds.endEvent);
    add(plain, dosage.condition);
    add(after, lastingText(style, dosage.timing));
    add(after, continues ? QString() : bounds.startEvent);
    after << dosage.instructions;
    const QString start = plain.join(u' ');
    return start.isEmpty() ? after.join(u", "_qs) : (QStringList{start} + after).join(u", "_qs);
}

//! Stupéfiants are prescribed by the number of intakes, not by their moments (CSP R.5132-29).
Dosage counted(const Dosage &dosage)
{
    const auto isPlain = [](const Occasion &one) {
        return one.moment && !isOfEachMeal(*one.moment) && !one.time && one.offsetMinutes == 0;
    };
    const QList<Occasion> &occasions = dosage.timing.occasions;
    if (occasions.isEmpty() || !std::all_of(occasions.cbegin(), occasions.cend(), isPlain))
        return dosage;
    Dosage out = dosage;
    out.timing.leastTimes = out.timing.mostTimes = int(occasions.size());
    out.timing.period = {1, TimeUnit::Day};
    out.timing.occasions.clear();
    return out;
}

//! Dosages of the same days; the bounds that all of them have are told once.
QString groupText(const NumberStyle &style, const QList<Dosage> &group)
{
    const Bounds &shared = group.last().bounds;
    const bool same = std::all_of(group.cbegin(), group.cend(),
                                  [&](const Dosage &one) { return one.bounds == shared; });
    // One condition of all of them is told first, so that it is not read as that of one.
    const QString condition = group.first().condition;
    const bool conditional = group.size() > 1 && !condition.isEmpty() &&
                             std::all_of(group.cbegin(), group.cend(), [&](const Dosage &one) {
                                 return one.condition == condition;
                             });
    QStringList words;
    for (qsizetype i = 0; i < group.size(); ++i) {
        Dosage one = group.at(i);
        if (conditional)
            one.condition.clear();
        const bool told = !same || i + 1 == group.size();
        words << dosageText(style, style.isLetters() && group.size() == 1 ? counted(one) : one,
                            told ? one.bounds : Bounds{});
    }
    return conditional ? condition + u" : "_qs + listed(words) : listed(words);
}

QString joint(const QList<Dosage> &group, const QString &text, bool conditionsFollow)
{
    const Dosage &first = group.first();
    if (first.link == Link::Then)
        return u", puis "_qs + text;
    if (first.condition.isEmpty() || conditionsFollow)
        return (conditionsFollow ? u" ; "_qs : u" ou "_qs) + text;
    return u" ; "_qs + text;
}

QString limitText(const NumberStyle &style, const Limits &limits)
{
    const auto told = [&](const Amount &amount, const QString &equivalent, const QString &per) {
        return u"de "_qs + style.amount(amount) + u' ' + per +
               (equivalent.isEmpty() ? QString() : u" (soit %1)"_qs.arg(equivalent));
    };
    QStringList most;
    if (limits.perIntake)
        most << told(*limits.perIntake, limits.perIntakeEquivalent, u"par prise"_qs);
    if (limits.perPeriod) {
        Dosage per;
        per.timing.period = limits.period;
        most << told(*limits.perPeriod, limits.perPeriodEquivalent, timingText(style, per));
    }
    QStringList parts;
    if (!most.isEmpty())
        parts << u"avec un maximum "_qs + most.join(u" et "_qs);
    if (limits.lifetime)
        parts << u"sans dépasser "_qs + style.amount(*limits.lifetime) + u" au total"_qs;
    if (limits.leastInterval.isSaid())
        parts << u"en respectant au moins "_qs + style.span(limits.leastInterval) + u" entre "_qs +
                     style.number(2) + u" prises"_qs;
    if (!limits.stopIf.isEmpty())
        parts << u"arrêt si "_qs + limits.stopIf;
    return parts.join(u", "_qs);
}

bool isPrefixed(const QList<Dosage> &group)
{
    return group.first().link == Link::Instead && !group.first().condition.isEmpty();
}

//! "En cas de fièvre, passer à 2 comprimés…": the condition before the doses it changes.
QString insteadText(const NumberStyle &style, QList<Dosage> group)
{
    const QString condition = group.first().condition;
    for (Dosage &one : group)
        one.condition.clear();
    return condition + u", passer à "_qs + groupText(style, group);
}

} // namespace

QString write(const NumberStyle &style, const Posology &posology)
{
    QString text;
    const QList<Dosage> &all = posology.dosages();
    const bool everyHasCondition = std::all_of(
        all.cbegin(), all.cend(), [](const Dosage &one) { return !one.condition.isEmpty(); });
    QString conditionBefore;
    for (qsizetype i = 0; i < all.size();) {
        QList<Dosage> group{all.at(i)};
        for (++i; i < all.size() && all.at(i).link == Link::Together; ++i)
            group << all.at(i);
        const QString condition = group.first().condition;
        QString part;
        if (isPrefixed(group) && !everyHasCondition && condition == conditionBefore) {
            for (Dosage &one : group)
                one.condition.clear();
            part = groupText(style, group);
        } else {
            part = isPrefixed(group) && !everyHasCondition ? insteadText(style, group)
                                                           : groupText(style, group);
        }
        text += text.isEmpty() ? part : joint(group, part, everyHasCondition);
        conditionBefore = condition;
    }
    const QString limits = limitText(style, posology.limits());
    if (!limits.isEmpty())
        text += (text.isEmpty() ? QString() : u", "_qs) + limits;
    return text;
}

QString sentence(const Posology &posology)
{
    if (posology.isWords())
        return posology.text().simplified();
    return write(NumberStyle::digits(), posology);
}

std::optional<QString> sentenceInLetters(const Posology &posology,
                                         const std::optional<Amount> &strength)
{
    if (posology.isWords())
        return std::nullopt;
    const NumberStyle style = NumberStyle::letters(strength);
    const QString text = write(style, posology);
    const bool hasDigit =
        std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    return style.failed() || hasDigit || posology.lacksUnit() ? std::nullopt : std::optional(text);
}

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "substancedose.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! "1 000", "0,25": exactly.
std::optional<Rational> numberOf(QString text)
{
    static const QRegularExpression spaces(u"[\\s\u00a0\u202f]"_qs);
    text.remove(spaces).replace(u'.', u',');
    const QString whole = text.section(u',', 0, 0);
    const QString part = text.section(u',', 1);
    if (whole.size() > 9 || part.size() > 4)
        return std::nullopt;
    bool good = false;
    const qint64 digits = (whole + part).toLongLong(&good);
    qint64 scale = 1;
    for (qsizetype i = 0; i < part.size(); ++i)
        scale *= 10;
    return good ? std::optional(Rational::of(digits, scale)) : std::nullopt;
}

//! The unit that the words begin with, the longest spelling first.
std::optional<DoseUnit> unitIn(const QStringList &words)
{
    for (qsizetype count = std::min<qsizetype>(words.size(), DoseUnit::longestSpelling());
         count > 0; --count)
        if (const auto unit = DoseUnit::named(words.first(count).join(u' ')))
            return unit;
    return std::nullopt;
}

//! Of the substance, in milligrams.
std::optional<Rational> strengthOf(const QString &dosage)
{
    static const QRegularExpression strength(
        u"^(\\d[\\d \u00a0\u202f]*(?:[.,]\\d+)?)\\s*(mg|g|microgrammes?|µg)$"_qs,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = strength.match(dosage.simplified());
    const auto value = match.hasMatch() ? numberOf(match.captured(1)) : std::nullopt;
    if (!value)
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    return unit == u"g"    ? *value * Rational(1000)
           : unit == u"mg" ? *value
                           : *value * Rational::of(1, 1000);
}

//! Whether a strength without a volume is that of one of them: a drop has none of its own.
bool isWhole(const DoseUnit &unit)
{
    static const QStringList whole{u"comprimé"_qs,    u"gélule"_qs, u"capsule"_qs,
                                   u"lyophilisat"_qs, u"sachet"_qs, u"suppositoire"_qs};
    return !unit.isSaid() || whole.contains(unit.name());
}

} // namespace

QString unitTaken()
{
    return u"une unité de prise"_qs;
}

std::optional<Amount> amountPer(const QString &per)
{
    static const QRegularExpression counted(u"^(une?|\\d[\\d ]*(?:[.,]\\d+)?) (.+)$"_qs);
    const auto match = counted.match(per.simplified().toLower());
    if (!match.hasMatch())
        return std::nullopt;
    const auto value = match.captured(1).startsWith(u"un") ? std::optional(Rational(1))
                                                           : numberOf(match.captured(1));
    const QString folded = text::folded(match.captured(2)).toLower();
    const auto unit = unitIn(folded.split(u' ', Qt::SkipEmptyParts));
    if (!value || value->isZero() || !unit || !unit->isSaid())
        return std::nullopt;
    return Amount{*value, *unit};
}

drugs::Dose doseOf(const PosologyFacts &facts, const drugs::Substance &substance, bool only)
{
    const auto strength = strengthOf(substance.dosage);
    const auto per = amountPer(substance.per);
    const auto milligram = DoseUnit::named(u"mg");
    const auto inMilligrams = [&](const std::optional<Amount> &amount) -> std::optional<double> {
        if (!amount)
            return std::nullopt;
        if (const auto factor = amount->unit.inUnitsOf(*milligram); factor && only)
            return (amount->value * *factor).toDouble();
        if (strength && only && substance.per == unitTaken() && isWhole(amount->unit))
            return (amount->value * *strength).toDouble();
        const auto factor = per ? amount->unit.inUnitsOf(per->unit) : std::nullopt;
        if (!strength || !factor)
            return std::nullopt;
        return (amount->value * *factor / per->value * *strength).toDouble();
    };
    drugs::Dose dose{inMilligrams(facts.maxPerIntake), inMilligrams(facts.maxPerDay),
                     inMilligrams(facts.maxPerWeek)};
    // "1 comprimé par jour" is one intake: fewer than one is not taken in several.
    if (!dose.perIntake && facts.maxPerDay &&
        facts.maxPerDay->unit.kind() == DoseUnit::Kind::Countable &&
        facts.maxPerDay->value <= Rational(1))
        dose.perIntake = dose.perDay;
    return dose;
}

} // namespace ambroise::prescription

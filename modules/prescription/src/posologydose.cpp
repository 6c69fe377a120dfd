// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologydose.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! Of one unit ("un comprimé"), in milligrams.
std::optional<double> strengthOf(const QString &dosage)
{
    static const QRegularExpression strength(u"^(\\d+(?:[.,]\\d+)?)\\s*(mg|g|microgrammes)$"_qs);
    const auto match = strength.match(dosage.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const double value = match.captured(1).replace(u',', u'.').toDouble();
    const QString unit = match.captured(2);
    return unit == u"g" ? value * 1000 : unit == u"mg" ? value : value / 1000;
}

std::optional<double> numberOf(const QString &word)
{
    static const QHash<QString, double> words{{u"un"_qs, 1},    {u"une"_qs, 1},    {u"deux"_qs, 2},
                                              {u"trois"_qs, 3}, {u"quatre"_qs, 4}, {u"½"_qs, 0.5},
                                              {u"1/2"_qs, 0.5}};
    if (words.contains(word))
        return words.value(word);
    bool good = false;
    const double value = QString(word).replace(u',', u'.').toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

//! Lower case, single spaces, no accents: for the words of a posology.
QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D))
        if (!c.isMark())
            out += c.toLower();
    return out.simplified();
}

//! "comprimé", of "un comprimé" and of "comprimés": what is counted.
bool isCounted(const QString &unit, const QString &per)
{
    QString one = plain(per);
    if (!one.startsWith(u"un ") && !one.startsWith(u"une "))
        return false;
    one = one.section(u' ', 1, 1);
    static const QHash<QString, QString> shorts{
        {u"cp"_qs, u"comprime"_qs}, {u"cps"_qs, u"comprime"_qs}, {u"gel"_qs, u"gelule"_qs}};
    QString named = shorts.value(unit, unit);
    if (named.endsWith(u's'))
        named.chop(1);
    return unit.isEmpty() || named == one || named == one.section(u'-', 0, 0); // "sachet-dose"
}

//! Units by intake (the most of one), by day and by week.
using Units = drugs::Dose;

std::optional<Units> fromDashes(const QString &text)
{
    static const QRegularExpression dashes(
        u"^(\\d{1,2}(?:[.,]5)?)-(\\d{1,2}(?:[.,]5)?)-(\\d{1,2}(?:[.,]5)?)"
        "(?:-(\\d{1,2}(?:[.,]5)?))?$"_qs);
    const auto match = dashes.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    double most = 0;
    double sum = 0;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
        const double one = numberOf(match.captured(i)).value_or(0);
        most = std::max(most, one);
        sum += one;
    }
    return Units{most, sum, sum * 7};
}

std::optional<Units> fromWords(const QString &text, const QString &per)
{
    static const QRegularExpression sentence(
        u"^(\\d{1,3}(?:[.,]\\d+)?|1/2|½|une?|deux|trois|quatre) ([a-z]+) (.+)$"_qs);
    static const QRegularExpression times(
        u"^(\\d{1,2}|une|deux|trois|quatre) fois (?:par|/) ?(jour|semaine)$"_qs);
    static const QRegularExpression moments(
        u"^(?:le )?(?:matin|midi|soir|coucher)(?:(?:,| et|, et) ?(?:le )?(?:matin|midi|soir|au "
        "coucher|coucher))*$"_qs);
    static const QRegularExpression moment(u"matin|midi|soir|coucher"_qs);
    const auto match = sentence.match(text);
    if (!match.hasMatch() || !isCounted(match.captured(2), per))
        return std::nullopt;
    const auto amount = numberOf(match.captured(1));
    if (!amount)
        return std::nullopt;
    const QString rhythm = match.captured(3);
    if (rhythm == u"par jour")
        return Units{*amount <= 1 ? std::optional(*amount) : std::nullopt, amount, *amount * 7};
    if (rhythm == u"par semaine")
        return Units{{}, {}, amount};
    if (const auto several = times.match(rhythm); several.hasMatch()) {
        const double sum = *amount * numberOf(several.captured(1)).value_or(0);
        return several.captured(2) == u"semaine" ? Units{amount, {}, sum}
                                                 : Units{amount, sum, sum * 7};
    }
    if (!moments.match(rhythm).hasMatch())
        return std::nullopt;
    double count = 0;
    for (auto it = moment.globalMatch(rhythm); it.hasNext(); it.next())
        ++count;
    return Units{amount, *amount * count, *amount * count * 7};
}

} // namespace

drugs::Dose doseOf(const QString &posology, const drugs::Substance &substance)
{
    const auto strength = strengthOf(substance.dosage);
    const QString text = plain(posology);
    if (!strength || text.isEmpty() || !isCounted({}, substance.per))
        return {};
    auto units = fromDashes(text);
    if (!units)
        units = fromWords(text, substance.per);
    if (!units)
        return {};
    const auto times = [&](std::optional<double> count) {
        return count ? std::optional(*count * *strength) : std::nullopt;
    };
    return {times(units->perIntake), times(units->perDay), times(units->perWeek)};
}

} // namespace ambroise::prescription

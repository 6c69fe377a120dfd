// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/fullletters.h>

#include <array>

namespace ambroise::prescription {
namespace {

constexpr std::array<QStringView, 17> smallWords{
    u"zéro", u"un",  u"deux", u"trois", u"quatre", u"cinq",     u"six",    u"sept", u"huit",
    u"neuf", u"dix", u"onze", u"douze", u"treize", u"quatorze", u"quinze", u"seize"};
constexpr std::array<QStringView, 7> tens{u"",         u"dix",       u"vingt",   u"trente",
                                          u"quarante", u"cinquante", u"soixante"};

QString smallWord(qint64 number)
{
    return smallWords[size_t(number)].toString();
}

QString belowHundred(qint64 number, bool feminine)
{
    if (number == 1 && feminine)
        return u"une"_qs;
    if (number < 17)
        return smallWord(number);
    if (number < 20)
        return u"dix-"_qs + smallWord(number - 10);
    if (number == 80)
        return u"quatre-vingts"_qs;
    if (number > 80)
        return u"quatre-vingt-"_qs + belowHundred(number - 80, feminine);
    // Soixante-dix goes on counting from soixante.
    const qint64 ten = number >= 70 ? 6 : number / 10;
    const qint64 rest = number - ten * 10;
    const QString start = tens[size_t(ten)].toString();
    if (rest == 0)
        return start;
    const bool joined = rest == 1 || rest == 11;
    return start + (joined ? u" et "_qs : u"-"_qs) + belowHundred(rest, feminine);
}

QString belowThousand(qint64 number, bool feminine)
{
    const qint64 hundreds = number / 100;
    const qint64 rest = number % 100;
    if (hundreds == 0)
        return belowHundred(rest, feminine);
    QString text = hundreds == 1 ? u"cent"_qs : smallWord(hundreds) + u" cent"_qs;
    if (rest == 0)
        return hundreds == 1 ? text : text + u's';
    return text + u' ' + belowHundred(rest, feminine);
}

QString of(const DoseUnit &unit)
{
    return (unit.startsWithVowel() ? u" d’"_qs : u" de "_qs) + unit.inLetters();
}

QString detailed(const QString &text, const DoseUnit &unit)
{
    return unit.detail().isEmpty() ? text : text + u' ' + unit.detail();
}

//! "un tiers", "trois quarts"; none of what has no such name.
std::optional<QString> fractionName(const Rational &part)
{
    if (part == Rational::of(1, 3))
        return u"un tiers"_qs;
    if (part == Rational::of(2, 3))
        return u"deux tiers"_qs;
    if (part == Rational::of(1, 4))
        return u"un quart"_qs;
    if (part == Rational::of(3, 4))
        return u"trois quarts"_qs;
    return std::nullopt;
}

std::optional<QString> withDecimals(const Amount &amount)
{
    const QStringList halves = amount.value.decimal().split(u',');
    if (halves.size() != 2 || halves.at(1).size() > 4)
        return std::nullopt;
    const auto whole = cardinal(halves.at(0).toLongLong());
    const auto decimals = cardinal(halves.at(1).toLongLong());
    if (!whole || !decimals)
        return std::nullopt;
    QString text = *whole + u" virgule "_qs;
    for (const QChar digit : halves.at(1)) {
        if (digit != u'0')
            break;
        text += u"zéro "_qs;
    }
    const bool many = amount.value >= Rational(2);
    return text + *decimals + u' ' +
           (many ? amount.unit.pluralInLetters() : amount.unit.inLetters());
}

std::optional<QString> withFraction(const Amount &amount, qint64 whole, const Rational &part)
{
    const bool half = part == Rational::of(1, 2);
    const auto name = half ? std::optional(QString()) : fractionName(part);
    if (!name)
        return std::nullopt;
    const bool feminine = amount.unit.isFeminine();
    if (whole == 0)
        return half ? (feminine ? u"une demi-"_qs : u"un demi-"_qs) + amount.unit.inLetters()
                    : *name + of(amount.unit);
    const auto units = amountInLetters({Rational(whole), amount.unit.withDetail({})});
    if (!units)
        return std::nullopt;
    if (half)
        return *units + (feminine ? u" et demie"_qs : u" et demi"_qs);
    return *units + u" et "_qs + *name;
}

} // namespace

std::optional<QString> cardinal(qint64 number, bool feminine)
{
    if (number < 0 || number > 9999)
        return std::nullopt;
    const qint64 thousands = number / 1000;
    const qint64 rest = number % 1000;
    if (thousands == 0)
        return belowThousand(rest, feminine);
    const QString text = thousands == 1 ? u"mille"_qs : smallWord(thousands) + u" mille"_qs;
    return rest == 0 ? text : text + u' ' + belowThousand(rest, feminine);
}

std::optional<QString> amountInLetters(const Amount &amount)
{
    if (amount.value < Rational(0))
        return std::nullopt;
    const qint64 whole = amount.value.floor();
    if (amount.value.isWhole()) {
        const auto count = cardinal(whole, amount.unit.isFeminine());
        if (!count)
            return std::nullopt;
        return detailed(*count + u' ' +
                            (whole >= 2 ? amount.unit.pluralInLetters() : amount.unit.inLetters()),
                        amount.unit);
    }
    const Rational part = amount.value + Rational(-whole);
    const auto fraction = withFraction(amount, whole, part);
    const auto text = fraction ? fraction : withDecimals(amount);
    return text ? std::optional(detailed(*text, amount.unit)) : std::nullopt;
}

} // namespace ambroise::prescription

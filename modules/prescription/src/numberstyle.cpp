// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentencewriter.h"

#include <array>

namespace ambroise::prescription {
namespace {

struct SpanWord {
    QStringView one;
    QStringView many;
    bool feminine;
};

const SpanWord &wordOf(TimeUnit unit)
{
    static constexpr std::array words{
        SpanWord{u"minute", u"minutes", true}, SpanWord{u"heure", u"heures", true},
        SpanWord{u"jour", u"jours", false},    SpanWord{u"semaine", u"semaines", true},
        SpanWord{u"mois", u"mois", false},     SpanWord{u"an", u"ans", false}};
    return words[size_t(unit)];
}

bool isMany(const Rational &value)
{
    return value >= Rational(2);
}

} // namespace

QString NumberStyle::number(int value, bool feminine) const
{
    if (!m_letters)
        return QString::number(value);
    const auto text = cardinal(value, feminine);
    m_failed = m_failed || !text;
    return text.value_or(QString());
}

//! "0,5 comprimé (un demi-comprimé)": a fraction of a thing is told in letters too, so that no
//! stain or comma changes it (HAS, posologies 2 and 5a).
QString NumberStyle::amount(const Amount &amount) const
{
    const auto letters = amountInLetters(amount);
    if (m_letters) {
        m_failed = m_failed || !letters;
        return letters.value_or(QString());
    }
    const QString decimal = amount.value.decimal();
    if (decimal.isEmpty())
        return letters.value_or(QString());
    const QString text =
        decimal + u' ' + (isMany(amount.value) ? amount.unit.plural() : amount.unit.name());
    const bool isPart = !amount.value.isWhole() && amount.unit.isSaid() &&
                        amount.unit.kind() != DoseUnit::Kind::Measure;
    return isPart && letters ? text + u" (%1)"_qs.arg(*letters) : text;
}

QString NumberStyle::dose(const Dose &dose) const
{
    if (!dose.isRange())
        return amount({dose.high, dose.unit});
    const bool many = isMany(dose.high);
    if (!m_letters)
        return u"%1 à %2 %3"_qs.arg(dose.low.decimal(), dose.high.decimal(),
                                    many ? dose.unit.plural() : dose.unit.name());
    const auto low = dose.low.isWhole() ? cardinal(dose.low.numerator(), dose.unit.isFeminine())
                                        : amountInLetters({dose.low, dose.unit});
    const auto high = amountInLetters({dose.high, dose.unit});
    m_failed = m_failed || !low || !high;
    return m_failed ? QString() : *low + u" à "_qs + *high;
}

QString NumberStyle::span(const Span &span) const
{
    return spans(span, {});
}

QString NumberStyle::spans(const Span &least, const Span &most) const
{
    const SpanWord &word = wordOf(least.unit);
    const int last = most.isSaid() ? most.count : least.count;
    const QString unit = u' ' + (last > 1 ? word.many : word.one).toString();
    const QString first = number(least.count, word.feminine);
    return most.isSaid() ? first + u" à "_qs + number(most.count, word.feminine) + unit
                         : first + unit;
}

QString NumberStyle::clock(QTime time) const
{
    const bool one = time.hour() < 2;
    if (m_letters) {
        const QString hour = number(time.hour(), true) + (one ? u" heure"_qs : u" heures"_qs);
        return time.minute() == 0 ? hour : hour + u' ' + number(time.minute(), true);
    }
    const QString hour = QString::number(time.hour()) + u" h"_qs;
    return time.minute() == 0 ? hour : hour + u' ' + QString::number(time.minute());
}

} // namespace ambroise::prescription

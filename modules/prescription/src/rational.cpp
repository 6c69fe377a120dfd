// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/rational.h>

#include <numeric>

namespace ambroise::prescription {

Rational Rational::of(qint64 numerator, qint64 denominator)
{
    const qint64 common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    Rational value;
    value.m_numerator = numerator / common;
    value.m_denominator = denominator / common;
    return value;
}

qint64 Rational::floor() const
{
    const qint64 whole = m_numerator / m_denominator;
    return m_numerator % m_denominator < 0 ? whole - 1 : whole;
}

qint64 Rational::ceil() const
{
    return isWhole() ? m_numerator : floor() + 1;
}

QString Rational::decimal() const
{
    qint64 scaled = m_numerator < 0 ? -m_numerator : m_numerator;
    qint64 denominator = m_denominator;
    int places = 0;
    // Ten by two or five at a time: the numerator grows no more than is needed.
    for (; denominator != 1 && places < 6; ++places) {
        const qint64 common = std::gcd(denominator, qint64(10));
        if (common == 1)
            return {};
        scaled *= 10 / common;
        denominator /= common;
    }
    if (denominator != 1)
        return {};
    QString digits = QString::number(scaled).rightJustified(places + 1, u'0');
    if (places > 0)
        digits.insert(digits.size() - places, u',');
    return m_numerator < 0 ? u'-' + digits : digits;
}

Rational operator+(const Rational &a, const Rational &b)
{
    const qint64 common = std::lcm(a.m_denominator, b.m_denominator);
    return Rational::of(a.m_numerator * (common / a.m_denominator) +
                            b.m_numerator * (common / b.m_denominator),
                        common);
}

Rational operator*(const Rational &a, const Rational &b)
{
    const Rational left = Rational::of(a.m_numerator, b.m_denominator);
    const Rational right = Rational::of(b.m_numerator, a.m_denominator);
    return Rational::of(left.m_numerator * right.m_numerator,
                        left.m_denominator * right.m_denominator);
}

Rational operator/(const Rational &a, const Rational &b)
{
    return a * Rational::of(b.m_denominator, b.m_numerator);
}

std::strong_ordering operator<=>(const Rational &a, const Rational &b)
{
    const qint64 common = std::lcm(a.m_denominator, b.m_denominator);
    return a.m_numerator * (common / a.m_denominator) <=>
           b.m_numerator * (common / b.m_denominator);
}

} // namespace ambroise::prescription

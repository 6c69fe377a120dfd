// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace ambroise::prescription {

//! An exact number, in lowest terms: a third of a tablet is no 0.333. Meant for doses: numerators
//! below 10^13 and denominators below 10^5, so that a treatment's total does not overflow.
class Rational {
public:
    constexpr Rational() = default;
    constexpr Rational(qint64 whole)
        : m_numerator(whole)
    {
    }
    //! `denominator` is not 0.
    [[nodiscard]] static Rational of(qint64 numerator, qint64 denominator);

    [[nodiscard]] qint64 numerator() const { return m_numerator; }
    [[nodiscard]] qint64 denominator() const { return m_denominator; } //!< above 0
    [[nodiscard]] bool isWhole() const { return m_denominator == 1; }
    [[nodiscard]] bool isZero() const { return m_numerator == 0; }
    [[nodiscard]] qint64 floor() const;
    [[nodiscard]] qint64 ceil() const;
    [[nodiscard]] double toDouble() const { return double(m_numerator) / double(m_denominator); }
    //! Exactly, with a decimal comma, a zero before it and no thousands separator (HAS référentiel
    //! LAP, criteria 42 to 44); empty where no decimal number says it, as of a third.
    [[nodiscard]] QString decimal() const;

    friend Rational operator+(const Rational &a, const Rational &b);
    friend Rational operator*(const Rational &a, const Rational &b);
    friend Rational operator/(const Rational &a, const Rational &b); //!< `b` is not 0
    friend bool operator==(const Rational &, const Rational &) = default;
    friend std::strong_ordering operator<=>(const Rational &a, const Rational &b);

private:
    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
};

} // namespace ambroise::prescription

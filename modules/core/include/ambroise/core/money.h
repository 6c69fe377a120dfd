// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <compare>

namespace ambroise {

//! An amount in euros, exact to the cent.
class Money {
public:
    Money() = default;
    static Money fromCents(qint64 cents) { return Money(cents); }
    //! "24,34", "24.34", "1,466,29" (BDPM: only the last separator is the decimal one), "12";
    //! spaces ignored. Error: Invalid "money.shape".
    static Result<Money> parse(QStringView text);

    [[nodiscard]] qint64 cents() const { return m_cents; }
    [[nodiscard]] QString toString() const; //!< "2.18", as files and JSON write it
    [[nodiscard]] QString toFrench() const; //!< "2,18 €", with a narrow no-break space

    friend Money operator+(Money a, Money b) { return Money(a.m_cents + b.m_cents); }
    friend Money operator*(Money a, qint64 n) { return Money(a.m_cents * n); }
    friend auto operator<=>(Money, Money) = default;

private:
    explicit Money(qint64 cents)
        : m_cents(cents)
    {
    }
    qint64 m_cents = 0;
};

} // namespace ambroise

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QDate>
#include <QStringView>

namespace ambroise::prevention {

//! A length of time of the calendar: an age, an interval between two doses. Written as in ISO 8601:
//! "P2M", "P11Y", "P6W", "P1Y6M", "P0D".
class Span {
public:
    Span() = default;
    //! Error: Invalid "span.shape".
    static Result<Span> parse(QStringView iso);

    //! The first day on which so much has passed since `from`, counted as ages are told: who is
    //! born on 31 January is one month old on 1 March, who is born on 29 February turns one on 1
    //! March of a common year. Never too early for a minimal age or interval.
    [[nodiscard]] QDate after(QDate from) const;
    //! A day so much before, or a little earlier at the end of a month.
    [[nodiscard]] QDate before(QDate day) const;
    [[nodiscard]] bool isNull() const { return m_months == 0 && m_days == 0; }

    friend bool operator==(Span, Span) = default;

private:
    Span(int months, int days)
        : m_months(months)
        , m_days(days)
    {
    }
    int m_months = 0;
    int m_days = 0;
};

} // namespace ambroise::prevention

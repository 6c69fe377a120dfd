// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QDate>

#include <compare>
#include <optional>

namespace ambroise {

//! A date of which the day, the month or the year may be unknown; what is known is possible in the
//! calendar.
class PartialDate {
public:
    //! A whole date.
    static Result<PartialDate> of(QDate date);
    //! 0 for what is unknown. Errors: Invalid "date.calendar" (31/02), "date.empty" (nothing
    //! known).
    static Result<PartialDate> of(int year, int month, int day);
    //! Any French way of writing a date: 14/03/1958, 14.3.58, 140358, 14 mars 1958, 1er mars 58,
    //! mars 1958, 03/1958, 1958, 14/03, 1958-03-14. A year of two digits is the latest one that is
    //! not after `today`. Errors: Invalid "date.shape", "date.calendar".
    static Result<PartialDate> parse(QStringView text, QDate today);

    [[nodiscard]] int year() const { return m_year; }   //!< 0: unknown
    [[nodiscard]] int month() const { return m_month; } //!< 0: unknown
    [[nodiscard]] int day() const { return m_day; }     //!< 0: unknown
    //! The date, where it is known whole.
    [[nodiscard]] std::optional<QDate> whole() const;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 errs
    friend auto operator<=>(const PartialDate &, const PartialDate &) = default;

private:
    PartialDate(int year, int month, int day)
        : m_year(year)
        , m_month(month)
        , m_day(day)
    {
    }
    int m_year;
    int m_month;
    int m_day;
};

} // namespace ambroise

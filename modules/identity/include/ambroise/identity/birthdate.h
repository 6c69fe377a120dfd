// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/partialdate.h>

namespace ambroise::identity {

//! The birth date of the health identity: always a whole date of the calendar. What civil
//! registration does not know is filled by rule, and the date then says that it is interpreted.
//! Source: RNIV EXI PP 19, guide EXI ID 11 and 12.
class BirthDate {
public:
    //! A whole date, known. Error: Invalid "date.calendar".
    static Result<BirthDate> of(QDate date);
    //! Day unknown: the 1st; month unknown: January; both: 31 December; with the flag. Error:
    //! Invalid "birth.year" (the year is not known).
    static Result<BirthDate> interpreted(const PartialDate &known);
    //! Any French way of writing it, whole or not. Errors: those of PartialDate::parse,
    //! "birth.year", "birth.future" (after `today`).
    static Result<BirthDate> parse(QStringView text, QDate today);
    //! As it is kept. Error: Invalid "date.calendar".
    static Result<BirthDate> stored(QDate date, bool interpreted);

    [[nodiscard]] QDate date() const { return m_date; }
    [[nodiscard]] bool isInterpreted() const { return m_interpreted; }

    friend bool operator==(const BirthDate &, const BirthDate &) = default;

private:
    BirthDate(QDate date, bool interpreted)
        : m_date(date)
        , m_interpreted(interpreted)
    {
    }
    QDate m_date;
    bool m_interpreted;
};

} // namespace ambroise::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/birthdate.h>

namespace ambroise::identity {

Result<BirthDate> BirthDate::of(QDate date)
{
    return stored(date, false);
}

Result<BirthDate> BirthDate::stored(QDate date, bool interpreted)
{
    if (!date.isValid())
        return Error{ErrorCode::Invalid, u"date.calendar"_qs, {}};
    return BirthDate(date, interpreted);
}

Result<BirthDate> BirthDate::interpreted(const PartialDate &known)
{
    if (const std::optional<QDate> whole = known.whole())
        return BirthDate(*whole, false);
    if (known.year() == 0)
        return Error{ErrorCode::Invalid, u"birth.year"_qs, {}};
    if (known.month() == 0 && known.day() == 0)
        return BirthDate(QDate(known.year(), 12, 31), true);
    if (known.month() == 0)
        return BirthDate(QDate(known.year(), 1, known.day()), true);
    return BirthDate(QDate(known.year(), known.month(), 1), true);
}

Result<BirthDate> BirthDate::parse(QStringView text, QDate today)
{
    AMBROISE_TRY(const PartialDate known, PartialDate::parse(text, today));
    AMBROISE_TRY(const BirthDate birth, interpreted(known));
    // Where only this year is known, the rule's 31 December may lie ahead; the birth does not.
    const bool onlyYear = known.month() == 0 && known.day() == 0;
    const bool ahead = onlyYear ? known.year() > today.year() : birth.date() > today;
    if (ahead)
        return Error{ErrorCode::Invalid, u"birth.future"_qs, {}};
    return birth;
}

} // namespace ambroise::identity

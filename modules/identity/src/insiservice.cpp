// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insiservice.h>

#include <QRegularExpression>

namespace ambroise::identity {
namespace {

constexpr int lastMonth = 12;

//! AAAA-MM-JJ of which the month or the day may be 00, or a pseudo-month above 12: not known.
Result<BirthDate> dateOf(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{4})-([0-9]{2})-([0-9]{2})\\z"_qs);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    const int month = match.captured(2).toInt();
    AMBROISE_TRY(const PartialDate known,
                 PartialDate::of(match.captured(1).toInt(), month > lastMonth ? 0 : month,
                                 match.captured(3).toInt()));
    return BirthDate::interpreted(known);
}

Result<Sex> registeredSex(const QString &text)
{
    if (text == u"M")
        return Sex::Male;
    if (text == u"F")
        return Sex::Female;
    return Error{ErrorCode::Invalid, u"identity.sex"_qs, {}};
}

} // namespace

Result<StrictTraits> InsiPerson::traits(const QString &placeName) const
{
    const QString list = givenNames.isEmpty() ? firstGivenName : givenNames;
    const bool given = !firstGivenName.isEmpty() && firstGivenNameMatches(list, firstGivenName);
    AMBROISE_TRY(const BirthSurname name, BirthSurname::parse(surname));
    AMBROISE_TRY(const GivenNames names, GivenNames::parse(list));
    // The first word is proposed: a compound name may come without its hyphen (guide EXI ID 10).
    AMBROISE_TRY(const GivenNames first,
                 GivenNames::parse(given ? firstGivenName : names.text().section(u' ', 0, 0)));
    AMBROISE_TRY(const BirthDate date, dateOf(birthDate));
    AMBROISE_TRY(const Sex theirs, registeredSex(sex));
    AMBROISE_TRY(const BirthPlace place, BirthPlace::make(birthPlace, placeName));
    return StrictTraits::make({name, names, first, date, theirs, place});
}

} // namespace ambroise::identity

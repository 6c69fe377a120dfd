// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/traits.h>

#include <QRegularExpression>

namespace ambroise::identity {

Result<BirthPlace> BirthPlace::make(QStringView code, const QString &label)
{
    static const QRegularExpression shape(u"^([0-9]{5}|2[AB][0-9]{3})?\\z"_qs);
    BirthPlace place;
    place.m_code = code.trimmed().toString().toUpper();
    place.m_label = label.simplified();
    if (!shape.match(place.m_code).hasMatch())
        return Error{ErrorCode::Invalid, u"birthplace.code"_qs, {}};
    return place;
}

Result<StrictTraits> StrictTraits::make(Parts parts)
{
    if (!firstGivenNameMatches(parts.givenNames.text(), parts.firstGivenName.text()))
        return Error{ErrorCode::Invalid, u"identity.first_given_name"_qs, {}};
    return StrictTraits(std::move(parts));
}

bool StrictTraits::sameStrict(const StrictTraits &other) const
{
    return surname() == other.surname() && givenNames() == other.givenNames() &&
           birthDate() == other.birthDate() && sex() == other.sex() &&
           birthPlace().code() == other.birthPlace().code();
}

} // namespace ambroise::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insiservice.h>

#include <ambroise/identity/comparison.h>

namespace ambroise::identity {

Result<StrictTraits> InsiPerson::traits(const QString &placeName) const
{
    if (sex != u"M" && sex != u"F")
        return Error{ErrorCode::Invalid, u"identity.sex"_qs, {}};
    const QString list = givenNames.isEmpty() ? firstGivenName : givenNames;
    return ToldTraits{surname, list, birthDate, sex, birthPlace, placeName}.strict(firstGivenName);
}

} // namespace ambroise::identity

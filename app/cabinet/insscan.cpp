// SPDX-License-Identifier: GPL-3.0-or-later
#include "insscan.h"

#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/identity/comparison.h>

namespace ambroise::app {
namespace {

Result<identity::StrictTraits> traitsOf(const codes::InsPayload::Parts &parts)
{
    using namespace identity;
    AMBROISE_TRY(const auto surname, BirthSurname::parse(parts.surname));
    AMBROISE_TRY(const auto list, GivenNames::parse(parts.givenNames));
    AMBROISE_TRY(const auto first, GivenNames::parse(parts.givenNames.section(u' ', 0, 0)));
    AMBROISE_TRY(const auto birth, BirthDate::of(parts.birthDate));
    AMBROISE_TRY(const auto place, BirthPlace::make(parts.birthPlace, {}));
    return StrictTraits::make(
        {surname, list, first, birth, sexOf(parts.sex).value_or(Sex::Indeterminate), place});
}

} // namespace

bool isInsScan(const QString &text)
{
    return text.trimmed().startsWith(u"IS01", Qt::CaseInsensitive);
}

Result<ScannedIns> findScanned(Practice &practice, const QString &text)
{
    AMBROISE_TRY(const auto payload, codes::InsPayload::fromWedge(text.trimmed()));
    AMBROISE_TRY(const auto traits, traitsOf(payload.parts()));
    AMBROISE_TRY(const auto matricule, identity::InsMatricule::fromInsi(payload.parts().matricule));
    const auto authority = identity::authorityOf(payload.parts().oid);
    if (!authority || (!isReal(*authority) && !practice.isDemonstration()))
        return Error{ErrorCode::Denied, u"identity.test_ins"_qs, {}};
    AMBROISE_TRY(const auto known, practice.patients().byMatricule(matricule));
    ScannedIns scanned{{}, traits, payload.needsConfirmation()};
    if (!known)
        return scanned;
    scanned.patient = known->id;
    AMBROISE_TRY(const auto record, practice.patients().reload(known->id));
    const auto compared =
        identity::Comparison::of(identity::ToldTraits::of(record.details.identity.traits()),
                                 identity::ToldTraits::of(traits));
    const auto &ins = record.details.identity.ins();
    scanned.doubtful =
        scanned.doubtful || !compared.isCompatible() || !ins || ins->authority != *authority;
    return scanned;
}

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/text.h>
#include <ambroise/patient/patient.h>

namespace ambroise::patient {
namespace {

QString named(const QString &surname, const QString &firstGivenName, const QString &usedGivenName)
{
    const bool accented = text::folded(usedGivenName) == text::folded(firstGivenName);
    return surname + u' ' + (accented ? usedGivenName : text::nameCase(firstGivenName));
}

} // namespace

QString displayName(const PatientSummary &patient)
{
    return named(patient.birthSurname, patient.firstGivenName, patient.usedGivenName);
}

QString displayName(const PatientDetails &patient)
{
    const identity::StrictTraits &traits = patient.identity.traits();
    return named(traits.surname().text(), traits.firstGivenName().text(), patient.usedGivenName);
}

} // namespace ambroise::patient

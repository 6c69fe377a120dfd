// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/patient/ui/correspondentspage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/patient/ui/patientform.h>
#include <ambroise/patient/ui/patientsearchpage.h>

namespace ambroise::app {

//! What the pages about patients ask, answered by the practice, which outlives them.
[[nodiscard]] patient::ui::PlaceServices placeServices(Practice &practice);
[[nodiscard]] patient::ui::NewPatientServices newPatientServices(Practice &practice);
[[nodiscard]] patient::ui::IdentitiesPage::Services identitiesServices(Practice &practice);
//! With whom the person of the session opened last, newest first.
[[nodiscard]] patient::ui::SearchServices searchServices(Practice &practice,
                                                         const access::Session &session);
[[nodiscard]] patient::ui::CorrespondentServices
correspondentServices(Practice &practice, const access::Session &session);

} // namespace ambroise::app

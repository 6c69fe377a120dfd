// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/patient/ui/patientform.h>

namespace ambroise::app {

//! What the pages about patients ask, answered by the practice, which outlives them.
[[nodiscard]] patient::ui::PlaceServices placeServices(Practice &practice);
[[nodiscard]] patient::ui::NewPatientServices newPatientServices(Practice &practice);
[[nodiscard]] patient::ui::IdentitiesPage::Services identitiesServices(Practice &practice);

} // namespace ambroise::app

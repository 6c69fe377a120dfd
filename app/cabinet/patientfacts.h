// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>
#include <ambroise/prescription/patientfacts.h>
#include <ambroise/record/repository.h>

namespace ambroise::app {

//! What a record tells the checks of an ordonnance. A DFG of more than a year says nothing of the
//! kidneys of today; a pregnancy that nobody recorded is unknown, and so is breastfeeding, which is
//! recorded as a problem.
[[nodiscard]] prescription::PatientFacts patientFactsOf(const patient::PatientDetails &details,
                                                        const record::Overview &overview,
                                                        QDate today);

} // namespace ambroise::app

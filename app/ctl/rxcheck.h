// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include <ambroise/prescription/check.h>

namespace ambroise::ctl {

//! `rx check`: reads the lines and the patient of a file, and tells what there is to know.
Result<Answer> checkPrescription(const Context &context);

//! The patient of such a file; what is not there is unknown. Error: Invalid "patient.json".
Result<prescription::PatientFacts> patientFactsOf(const QJsonObject &json, QDate today);

//! The answer of the contract.
[[nodiscard]] QJsonObject toJson(const prescription::CheckReport &report,
                                 const prescription::Treatment &treatment);

//! The same for people.
[[nodiscard]] QString toText(const prescription::CheckReport &report,
                             const prescription::Treatment &treatment);

} // namespace ambroise::ctl

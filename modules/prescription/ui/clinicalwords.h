// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

//! What the clinical tables say, in words.
namespace ambroise::prescription::ui {

//! On the line of the signal: which datum, and what it means.
[[nodiscard]] QString summaryOf(const Alert &alert);
//! « Allergie : pénicillines (2004) · DFG : 25 ml/min/1,73 m² (12/05/2026) »; empty without data.
[[nodiscard]] QString factsWord(const Alert &alert);
//! « Non renseigné : grossesse »; empty where nothing is missing.
[[nodiscard]] QString missingWord(const Alert &alert);
//! Why a line was not checked for its allergies, state or dose; empty: another reason.
[[nodiscard]] QString clinicalReasonWord(const NotChecked &one);

} // namespace ambroise::prescription::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

namespace ambroise::ctl {

//! A datum of the patient, as AlertFact::what names it.
[[nodiscard]] QString datumWord(const QString &what);
//! Why what our clinical tables tell was not checked; empty: another reason.
[[nodiscard]] QString clinicalSentenceOf(const prescription::NotChecked &one);

} // namespace ambroise::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsamples.h"

#include <practice/practice.h>

namespace ambroise::ctl {

//! Fifteen lines against one another, and against a patient, as the ordonnance page does at each
//! change of them. Error: NotFound "ansm.missing_file" without a thesaurus.
Result<Samples> benchOrdonnanceCheck(app::Practice &practice);
//! An ordonnance to PDF with its codes.
Result<Samples> benchOrdonnancePdf(app::Practice &practice);
//! The code of an ordonnance on a photograph of twelve megapixels.
Result<Samples> benchCodeDecode(app::Practice &practice);

} // namespace ambroise::ctl

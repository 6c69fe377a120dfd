// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/bdpmimport.h>

namespace ambroise::drugs {

//! Fills an empty drug base with the built-in formulary: some 150 drugs that general practitioners
//! prescribe most, so that a demonstration works without any file. Importing the public base
//! replaces it. Kind "formulary".
//!
//! Errors: Conflict "formulary.base_present" (the public base is there: it knows more); those of
//! storage.
Result<ImportReport> importFormulary(storage::Connection &db, const Clock &clock);

} // namespace ambroise::drugs

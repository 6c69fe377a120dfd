// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/drugs/drug.h>

namespace ambroise::prescription {

//! A drug in dénomination commune (LAP-05): « Paracétamol 1000 mg, comprimé, voie orale ». Errors,
//! all Invalid, for what is prescribed by its brand: "substance.none", "substance.many" (more than
//! three), "substance.parts" (made of several things, as a pack of two kinds of tablets),
//! "substance.strength" (not said), "substance.biologic", "substance.homeopathic".
Result<QString> substanceName(const drugs::DrugDetail &drug);

//! What comes after the name as it is written: the brand, then the substance, then the substance
//! with its brand in brackets, then the brand again. Errors: those of substanceName.
Result<QString> otherName(const drugs::DrugDetail &drug, const QString &label);

} // namespace ambroise::prescription

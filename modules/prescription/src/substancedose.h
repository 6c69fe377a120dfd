// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/drugs/interactions.h>
#include <ambroise/prescription/posologyfacts.h>

namespace ambroise::prescription {

//! How much of a substance is taken, in milligrams: its strength ("75 mg" in "un comprimé", "250
//! mg" in "5 ml") and what follows from the posology. What is dosed in milligrams itself counts as
//! it stands where it is the `only` substance. Where the units do not meet, nothing is known: a
//! dose is never guessed.
[[nodiscard]] drugs::Dose doseOf(const PosologyFacts &facts, const drugs::Substance &substance,
                                 bool only);

//! What the strength of a line without CIS is for: whatever is counted of « Metformine 1000 mg ».
[[nodiscard]] QString unitTaken();

//! "un comprimé", "5 ml", "une ampoule de 2 ml": what a strength is given for. None where it is not
//! understood.
[[nodiscard]] std::optional<Amount> amountPer(const QString &per);

} // namespace ambroise::prescription

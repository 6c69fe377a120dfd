// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/drugs/interactions.h>

namespace ambroise::prescription {

//! How much of a substance a posology gives, of the few forms that can only be read in one way:
//! "1-0-1", "1 comprimé matin et soir", "2 gélules 3 fois par jour", "4 comprimés une fois par
//! semaine". Whatever else stands there, nothing is known: a dose is never guessed.
[[nodiscard]] drugs::Dose doseOf(const QString &posology, const drugs::Substance &substance);

} // namespace ambroise::prescription

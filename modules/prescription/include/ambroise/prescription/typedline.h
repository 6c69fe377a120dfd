// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

namespace ambroise::prescription {

//! What was typed after the drug: a posology in free words, then, at its end and in any order, a
//! duration ("7j", "10 jours", "3 sem", "1 mois"), a number of boxes ("2 bt", "1 boîte") and
//! renewals ("AR 3", "à renouveler 3 fois"). Where the posology goes on to another dose, how long
//! is said of each of them, and stays in it.
struct TypedLine {
    QString posology{};
    int durationDays = 0; //!< 0: not said
    int boxes = 0;
    int renewals = 0;

    [[nodiscard]] static TypedLine parse(QStringView text);
    friend bool operator==(const TypedLine &, const TypedLine &) = default;
};

} // namespace ambroise::prescription

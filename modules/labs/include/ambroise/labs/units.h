// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ambroise::labs {

//! Whether a unit is one of those that are known here, however it is written: "g/l", "mUI/l",
//! "G/L", "10*9/L", "µmol/L", "/mm3".
[[nodiscard]] bool isKnownUnit(QStringView unit);

//! The same unit, perhaps written otherwise. Unknown ones are the same where they are written the
//! same, letter for letter.
[[nodiscard]] bool sameUnit(QStringView a, QStringView b);

//! As people read it: "10*9/L" → "G/L", "ug/mL" → "µg/mL", "m[IU]/L" → "mUI/L"; unknown ones as
//! written.
[[nodiscard]] QString unitText(const QString &unit);

//! By what a value in `from` is multiplied to be in `to`: multiples of the same measure (mg/dL and
//! g/L, /mm3 and G/L), and between mass and amount of substance where the analysis, by its LOINC
//! code, is of a substance with one molar mass. Nothing where no such rule is sure: units of
//! activity (UI, U), equivalents, triglycerides, hormones by another standard.
[[nodiscard]] std::optional<double> conversionFactor(QStringView from, QStringView to,
                                                     QStringView loinc);

} // namespace ambroise::labs

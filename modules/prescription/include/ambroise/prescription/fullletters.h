// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/posology.h>

namespace ambroise::prescription {

//! Numbers in full letters (toutes lettres), which stupéfiants and their like are prescribed in
//! (CSP R.5132-29). Traditional spelling: "vingt et un", "quatre-vingts", "deux cents", "deux cent
//! un", "mille" without an s.
//! 0 to 9999; none outside.
[[nodiscard]] std::optional<QString> cardinal(qint64 number, bool feminine = false);

//! "une gélule", "deux comprimés et demi", "trois quarts de comprimé", "dix milligrammes". None
//! where a number cannot be said so.
[[nodiscard]] std::optional<QString> amountInLetters(const Amount &amount);

//! What a pharmacist may dispense a stupéfiant by: units at each intake, number of intakes, dosage
//! of the unit and duration, no digit left: "une gélule de dix milligrammes deux fois par jour
//! pendant vingt-huit jours". `strength`: of one unit of the drug, where the posology does not tell
//! it. None of words, and of what cannot be put in letters.
[[nodiscard]] std::optional<QString>
sentenceInLetters(const Posology &posology, const std::optional<Amount> &strength = std::nullopt);

//! The dosage that the name of a drug tells: "SKENAN L.P. 10 mg, gélule" → 10 mg. None where it
//! tells several, or one per millilitre or hour.
[[nodiscard]] std::optional<Amount> strengthInLabel(QStringView label);

} // namespace ambroise::prescription

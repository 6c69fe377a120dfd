// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>

namespace ambroise::record {

//! A measure said in a text, and where.
struct MeasureMention {
    qsizetype start = 0; //!< in UTF-16 units
    qsizetype length = 0;
    Measure measure;

    friend bool operator==(const MeasureMention &, const MeasureMention &) = default;
};

//! Measures as French doctors type them in a note: « TA 13/8 », « poids 72,5 », « 1m72 », « T° 38,2
//! », « SpO2 97 », « dextro 1,20 », « HbA1c 7,4 % », « PC 43,5 », « EVA 6/10 ». In the order of the
//! text. What cannot be is not proposed; nothing is guessed from a number without its name, nor
//! from one whose unit would be a guess: a creatinine wants it.
//! A blood pressure has its position or side with it, « debout à 3 min »; one that follows another
//! needs its name no more: « TA couché 14/8, debout 11/7 », « TA 15/9 puis 13/8 ».
[[nodiscard]] QList<MeasureMention> measuresIn(QStringView text);

//! A line that is nothing but measures. Errors: Invalid "measure.unread" (none, or a number that
//! belongs to none), "measure.range", "measure.pair".
[[nodiscard]] Result<QList<Measure>> measuresTyped(QStringView text);
//! What would have to be typed for it: « Poids 72,5 kg », with its unit.
[[nodiscard]] QString typed(const Measure &measure);

} // namespace ambroise::record

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
[[nodiscard]] QList<MeasureMention> measuresIn(QStringView text);

} // namespace ambroise::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/posology.h>

namespace ambroise::prescription {

//! What a text means. Exactly one reading without a question: understood, or words. Several
//! readings: each is possible, and the prescriber is asked.
struct PosologyReading {
    QList<Posology> readings{};
    //! Stable subjects of what has to be asked: "posology.ask.times" (« 2x3/j »: 2 units 3 times,
    //! or 3 units twice), "posology.ask.thousands" (« 1.500 », « 1 500 »), "posology.ask.range"
    //! (« 1-2 »: one to two, or morning and evening), "posology.ask.moments" (« soir coucher »: one
    //! intake or two), "posology.ask.unit" (a number without its unit).
    QStringList questions{};

    [[nodiscard]] bool isSure() const { return readings.size() == 1 && questions.isEmpty(); }
};

//! Reads a posology typed on the keypad ("1-0-1 7j", "1/2 matin", "2 cp x 3/j") or in French. A
//! text is read whole or not at all: where a part of it is not understood, all of it is words.
//! `unit`: that of the drug's form, for numbers typed alone. Invalid: "posology.empty",
//! "posology.too_long" (above 1000 characters), "posology.negative" (a number below zero), and
//! those of Posology::make.
[[nodiscard]] Result<PosologyReading> readPosology(QStringView text,
                                                   const std::optional<DoseUnit> &unit = {});

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "choicechips.h"

#include <ambroise/record/ui/recordservices.h>

namespace ambroise::record::ui {

//! As a note says it, shorter than in the record: « PA ».
[[nodiscard]] QString shortName(MeasureKind kind);

//! What is computed from what was measured: its formula and what went into it are told.
struct Computed {
    QString key{};      //!< "=imc"
    QString label{};    //!< « IMC »
    QString value{};    //!< « 28,6 kg/m² »
    QString how{};      //!< the formula, its inputs, and what the others give
    QString sentence{}; //!< to be put into the note: « IMC 28,6 kg/m² »
};

//! From the note's own measures, and the record's where the note has none.
[[nodiscard]] QList<Computed> computedFrom(const QList<NoteMeasure> &noted,
                                           const QList<Entry> &known,
                                           const std::optional<Examined> &examined);

//! The chips of the examination of that day: its measures, each with what changed since the last
//! one and its small curve, then what is computed and does not stand in the text.
[[nodiscard]] QList<ChoiceChips::Item> measureItems(const QList<NoteMeasure> &noted,
                                                    const QList<Entry> &known,
                                                    const QList<Computed> &computed, QDate day);

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/drugknowledge.h>
#include <ambroise/prescription/ordonnance.h>
#include <ambroise/prescription/posologyfacts.h>

namespace ambroise::prescription {

//! What a whole box holds, in each unit that can be counted: of "5 ampoules de 2 ml", 5 ampoules
//! and 10 ml.
struct BoxContent {
    QList<Amount> amounts{};
    friend bool operator==(const BoxContent &, const BoxContent &) = default;
};

//! Reads the label of a presentation of the BDPM. None where it is not understood (several parts,
//! unknown words): a content is never guessed.
[[nodiscard]] std::optional<BoxContent> boxContentOf(const QString &label);

//! Boxes to open, the last one perhaps not emptied; none where the units differ.
[[nodiscard]] std::optional<int> boxesFor(const Amount &needed, const BoxContent &box);

//! How many boxes a line takes for one delivery, its renewals left out (LAP-08).
struct BoxProposal {
    drugs::Presentation box;
    int boxes = 0;
    Amount needed{};
};

//! Computed from the posology, the duration and the boxes that are sold; those that have a price
//! go before those that have none (sold to hospitals). Of several, the one of which least is left
//! over, then the one of which fewest are needed. None where one of them is not known: nothing is
//! guessed of what is taken as needed, nor of a posology that may be read in two ways.
[[nodiscard]] std::optional<BoxProposal> proposedBoxes(const Line &line, const DrugFacts &facts);

//! For how many days the boxes of a line last; none where that is not known, or where boxes of
//! different contents are sold.
[[nodiscard]] std::optional<int> daysOfBoxes(const Line &line, const DrugFacts &facts);

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/posology.h>

namespace ambroise::prescription {

//! The numbers that checks need (HAS référentiel LAP 2016, criteria 57 to 59), each none where it
//! does not follow from the posology. Doses are in its own unit.
struct PosologyFacts {
    std::optional<Amount> maxPerIntake{};
    std::optional<Amount> maxPerDay{};  //!< on the day of the treatment that has most
    std::optional<Amount> maxPerWeek{}; //!< of any seven days in a row
    std::optional<Rational> minIntervalHours{};
    std::optional<int> durationDays{};
    std::optional<int> maxDurationDays{}; //!< of "5 à 7 jours", "7 jours au maximum"

    friend bool operator==(const PosologyFacts &, const PosologyFacts &) = default;
};

[[nodiscard]] PosologyFacts factsOf(const Posology &posology);
//! What is true whichever of the readings was meant.
[[nodiscard]] PosologyFacts factsOf(const QList<Posology> &readings);

//! All that is taken in `days`, from the first intake on the first of them; a duration that the
//! posology tells itself is used instead. None of what is taken as needed, of ranges, and of days
//! that depend on the calendar.
[[nodiscard]] std::optional<Amount> quantityFor(const Posology &posology,
                                                std::optional<int> days = std::nullopt);
//! Boxes to open, the last one perhaps not emptied; none where the units differ.
[[nodiscard]] std::optional<int> boxesFor(const Amount &needed, const Amount &perBox);

} // namespace ambroise::prescription

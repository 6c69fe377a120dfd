// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/posology.h>

namespace ambroise::prescription {

using Group = QList<Dosage>; //!< doses of the same days
using Phase = QList<Group>;  //!< of which one is taken

//! The dosages as they follow each other, those without a dose that only say words left out.
[[nodiscard]] QList<Phase> phasesOf(const Posology &posology);

//! All doses of the phase are taken alike long; none where it is not told, or not in whole days.
struct PhaseLength {
    std::optional<int> exactly{};
    std::optional<int> atMost{};
};
[[nodiscard]] PhaseLength lengthOf(const Phase &phase);
[[nodiscard]] bool isPause(const Phase &phase);
//! "dans chaque œil": whether the dose is that of one or of both is not told.
[[nodiscard]] bool isOfSeveralSites(const Dosage &dosage);

} // namespace ambroise::prescription

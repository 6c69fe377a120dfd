// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posologyphases.h"

namespace ambroise::prescription {

//! The most of seven days in a row, of doses that are taken on the same days. `ofDay` is that of a
//! day on which one is taken, `ofIntake` that of one intake.
struct WeekOf {
    QList<std::optional<Amount>> ofDay{};
    QList<std::optional<Amount>> ofIntake{};
};
[[nodiscard]] std::optional<Amount> weekOf(const Group &group, const WeekOf &amounts);

//! Whether one is taken on that day of the week and that day of the treatment.
[[nodiscard]] bool isTaken(const Timing &timing, int weekday, int day);
//! The number of days after which it begins again; 1: every day is alike.
[[nodiscard]] int cycleOf(const Timing &timing);

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daybook.h"

namespace ambroise::agenda::ui {

//! Where an appointment stands in the grid: those that overlap share the width of their column.
struct Placed {
    AppointmentId id{};
    int column = 0;      //!< of the professional
    int lane = 0;        //!< from 0
    int lanes = 1;       //!< side by side
    int fromMinute = 0;  //!< of the day
    int untilMinute = 0; //!< of the day; at least a quarter of an hour after

    friend bool operator==(const Placed &, const Placed &) = default;
};

//! By column, then by hour. Cancelled ones and those of people who receive no longer have no place.
[[nodiscard]] QList<Placed> placed(const DayBook &book);

} // namespace ambroise::agenda::ui

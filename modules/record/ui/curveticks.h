// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curvefigure.h"

#include <utility>

namespace ambroise::record::ui {

//! Where the axis of time is marked between two values of x, and how: at most `most` times, on the
//! first of a month, of a year, on a birthday; by days where there are few. Different words.
[[nodiscard]] QList<std::pair<double, QString>> ticksOf(CurveFigure::Across across, double from,
                                                        double to, int most);

} // namespace ambroise::record::ui

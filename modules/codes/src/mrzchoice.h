// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mrzlayout.h"
#include "mrzocr.h"

namespace ambroise::codes::mrz {

//! The reading that fits the format and its check digits best: the likeliest choice of each cell
//! that its zone allows, else with one or two of the next ones.
[[nodiscard]] Mrz chosen(const QList<Choices> &cells, int lines, int width, QDate today);

} // namespace ambroise::codes::mrz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/reader.h>

namespace ambroise::codes {

//! The codes of an image of a checked size, possibly none, in reading order.
[[nodiscard]] QList<DecodedSymbol> searched(const QImage &image, Search search);

} // namespace ambroise::codes

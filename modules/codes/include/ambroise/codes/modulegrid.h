// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QBitArray>
#include <QImage>
#include <QPainterPath>

namespace ambroise::codes {

//! The modules of a square symbol, without its quiet zone: what is printed at any size.
struct ModuleGrid {
    int size = 0;   //!< modules a side
    QBitArray dark; //!< size × size, row after row from the top left

    [[nodiscard]] bool at(int x, int y) const { return dark.testBit(qsizetype(y) * size + x); }
    friend bool operator==(const ModuleGrid &, const ModuleGrid &) = default;
};

//! The dark modules as one outline, a module being one unit: for a printer or a PDF, where squares
//! drawn one by one would show seams. To be filled without antialiasing, OddEvenFill as it comes.
[[nodiscard]] QPainterPath outlineOf(const ModuleGrid &grid);

//! Black on white, one bit a pixel, `quietModules` of white on each side. Errors: Invalid
//! "grid.scale" (modulePixels below 1, quietModules below 0, or a side above 8192 pixels).
Result<QImage> imageOf(const ModuleGrid &grid, int modulePixels, int quietModules);

} // namespace ambroise::codes

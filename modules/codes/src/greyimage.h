// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

//! Pixels as the search wants them: eight bits of light each, few enough to look at all of them.
namespace ambroise::codes {

//! Of a format that greyOf() reads, as it is where it is one already. Transparent is white.
[[nodiscard]] QImage readable(const QImage &image);

//! `area` of a readable() image in grey, each pixel the mean of factor × factor of its pixels; what
//! is left over at the right and at the bottom is dropped.
[[nodiscard]] QImage greyOf(const QImage &image, const QRect &area, int factor);

} // namespace ambroise::codes

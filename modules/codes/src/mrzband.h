// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>

//! The lines of a machine readable zone, cut out of a picture and laid straight.
namespace ambroise::codes::mrz {

constexpr int cellWidth = 32; //!< pixels of a strip for one character
constexpr int stripHeight = 46;

//! Lines of the same number of characters, the right way up, top to bottom.
struct Band {
    int width = 0;        //!< characters a line: 30, 36 or 44
    QList<QImage> strips; //!< grey, width × cellWidth by stripHeight, a character a cell
};

//! The bands that a grey image may hold in horizontal lines, the likeliest first; those that hang
//! head down are turned.
[[nodiscard]] QList<Band> bandsIn(const QImage &grey);

//! The cell is a filler, <.
[[nodiscard]] bool isFiller(const QImage &strip, int cell);
//! Nothing is printed in the cell.
[[nodiscard]] bool isBlank(const QImage &strip, int cell);

} // namespace ambroise::codes::mrz

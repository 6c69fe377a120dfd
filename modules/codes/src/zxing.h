// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/symbol.h>

#include <QImage>
#include <QList>

//! The only place that knows ZXing.
namespace ambroise::codes::zxing {

enum class Formats { DataMatrix, Matrix, All };
enum class Effort { Light, Hard };

//! What ZXing sees in an eight-bit grey image as it is, corners in its pixels.
[[nodiscard]] QList<DecodedSymbol> read(const QImage &grey, Formats formats, Effort effort);

} // namespace ambroise::codes::zxing

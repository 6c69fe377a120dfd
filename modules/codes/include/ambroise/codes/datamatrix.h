// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/modulegrid.h>

#include <QByteArrayView>

//! Square Datamatrix symbols (ISO/IEC 16022, ECC 200) of the smallest size that holds the content,
//! by zint. The content stands in plain data mode, so that a separator is read back as the byte
//! 0x1D.
//!
//! Errors: Invalid "datamatrix.empty"; Invalid "datamatrix.too_long" (more than 144 modules a side
//! hold); Unavailable "datamatrix.encoder"; Invalid "grid.scale", see imageOf().
namespace ambroise::codes {

//! White modules that the standard wants around a symbol.
constexpr int datamatrixQuietModules = 1;

Result<ModuleGrid> datamatrixGrid(QByteArrayView content);

Result<QImage> datamatrixImage(QByteArrayView content, int modulePixels,
                               int quietModules = datamatrixQuietModules);

} // namespace ambroise::codes

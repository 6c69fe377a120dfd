// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/modulegrid.h>

#include <QByteArrayView>

//! QR codes (ISO/IEC 18004, model 2) of the smallest version that holds the content, by
//! libqrencode.
//!
//! The mode follows from the content: digits alone are numeric (3.3 bits each), what fits the 45
//! characters of the alphanumeric set (capitals, digits, space and $%*+-./:) is alphanumeric
//! (5.5 bits each), anything else is bytes.
//!
//! Errors: Invalid "qr.empty"; Invalid "qr.too_long" (more than version 40 holds at that level);
//! Invalid "grid.scale", see imageOf().
namespace ambroise::codes {

//! How much of the symbol may be hidden or soiled: about 7, 15, 25 and 30 %.
enum class QrLevel { L, M, Q, H };

//! White modules that the standard wants around a symbol.
constexpr int qrQuietModules = 4;

//! The content as it stands: readers give these bytes back.
Result<ModuleGrid> qrGrid(QByteArrayView content, QrLevel level);
//! Text, as UTF-8; declared as such (ECI 26) where it is not pure ASCII.
Result<ModuleGrid> qrGrid(const QString &text, QrLevel level);

Result<QImage> qrImage(QByteArrayView content, QrLevel level, int modulePixels,
                       int quietModules = qrQuietModules);
Result<QImage> qrImage(const QString &text, QrLevel level, int modulePixels,
                       int quietModules = qrQuietModules);

//! 1 to 40.
[[nodiscard]] int qrVersion(const ModuleGrid &grid);

} // namespace ambroise::codes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRect>

namespace ambroise::codes {

//! The frames of connected ink that may be letters: darker than what is around, neither specks nor
//! pictures.
[[nodiscard]] QList<QRect> glyphsIn(const QImage &grey);

} // namespace ambroise::codes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/symbol.h>

#include <QImage>

#include <functional>
#include <optional>

class QWidget;

namespace ambroise::app {

//! The camera's picture until a wanted code stands before it, whose content it answers; nothing:
//! the person closed it.
[[nodiscard]] std::optional<QByteArray>
scanWithCamera(QWidget &parent, const std::function<bool(const codes::DecodedSymbol &)> &wanted);

//! What stands before the camera, taken on ↵; null: the person closed it.
[[nodiscard]] QImage takePhotograph(QWidget &parent);

} // namespace ambroise::app

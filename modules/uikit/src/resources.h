// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::uikit {

//! Where a compiled file of resources/ is, with the resources of this static library registered:
//! nobody else has to think of it.
[[nodiscard]] QString resourcePath(QStringView file);

} // namespace ambroise::uikit

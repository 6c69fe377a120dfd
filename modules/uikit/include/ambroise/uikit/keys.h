// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace ambroise::uikit {

//! A key as a cap shows it and French keyboards call it: "Ctrl K", "Maj F5", "Échap", "Suppr",
//! "↵", "Ctrl ↓". The first chord only.
[[nodiscard]] QString keyText(const QKeySequence &keys);

} // namespace ambroise::uikit

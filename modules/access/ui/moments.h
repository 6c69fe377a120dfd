// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>

#include <QString>

#include <chrono>

namespace ambroise::access::ui {

//! « à 08:02 », « hier à 18:40 », « lundi à 12:15 » within the last six days, else « le 24/11/2026
//! »; empty for an invalid moment.
[[nodiscard]] QString momentWords(const QDateTime &moment, const Clock &clock);

//! « 12 s », « 2 min 05 s ».
[[nodiscard]] QString waitWords(std::chrono::seconds wait);

} // namespace ambroise::access::ui

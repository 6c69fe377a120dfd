// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

#include <QJsonArray>

namespace ambroise::ctl {

//! The legal rules of each line of the ordonnance whose drug has conditions: its list, the support,
//! the longest duration, the fraction, who may prescribe, and what stands there as published.
[[nodiscard]] QJsonArray legalJson(const prescription::Treatment &treatment);

//! The boxes that each line without a number of them takes, where that can be computed.
[[nodiscard]] QJsonArray boxesJson(const prescription::Treatment &treatment);

} // namespace ambroise::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::ctl {

//! The JSON of `drug search` and of `drug show` (every part with its source and date).
[[nodiscard]] QJsonObject toJson(const drugs::Drug &drug);
[[nodiscard]] QJsonObject toJson(const drugs::DrugDetail &detail);

} // namespace ambroise::ctl

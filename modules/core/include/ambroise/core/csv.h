// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ambroise::csv {

//! The values of one line; one in quotes may hold the separator and, doubled, quotes (RFC 4180).
[[nodiscard]] QStringList values(QStringView line, QChar separator);

} // namespace ambroise::csv

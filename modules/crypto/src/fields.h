// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace ambroise::crypto {

//! The fields as one text from which they could be told apart again: their number, then each after
//! its length (8 bytes, big-endian).
[[nodiscard]] QByteArray joined(const QList<QByteArray> &fields);

} // namespace ambroise::crypto

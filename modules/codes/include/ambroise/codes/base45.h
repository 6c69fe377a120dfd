// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QByteArrayView>

//! Bytes in the 45 characters of a QR code's alphanumeric mode (RFC 9285): three characters for two
//! bytes, so that a binary content costs 3 % more than in byte mode and survives keyboards and
//! copying.
namespace ambroise::codes::base45 {

[[nodiscard]] QByteArray encode(QByteArrayView bytes);

//! Strict: one text for one content. Errors, all Invalid: "base45.character" (small letters too),
//! "base45.length" (one character too many), "base45.overflow" (a group above 65535, or a last one
//! above 255).
Result<QByteArray> decode(QByteArrayView text);

} // namespace ambroise::codes::base45

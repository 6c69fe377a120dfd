// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>

//! Bytes as capitals and digits that are hard to mistake when read aloud or typed (Douglas
//! Crockford's base 32: no I, L, O, U; typed I and L are read as 1, O as 0; case, spaces and
//! hyphens do not count).
namespace ambroise::crockford {

[[nodiscard]] QString encode(const QByteArray &bytes);

//! Error: Invalid "crockford.character", or "crockford.length" where the padding bits are not zero.
Result<QByteArray> decode(QStringView text);

//! "01S2TBPZ2JCN" → "01S2 TBPZ 2JCN"
[[nodiscard]] QString grouped(QStringView text, int size = 4, QChar separator = u' ');

} // namespace ambroise::crockford

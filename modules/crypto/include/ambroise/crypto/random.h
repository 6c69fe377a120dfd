// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ambroise::crypto {

//! Bytes that cannot be guessed (OpenSSL's generator, seeded by the system). The program ends where
//! the system has none to give: no key may be made of anything else.
[[nodiscard]] QByteArray randomBytes(qsizetype size);

} // namespace ambroise::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <span>

namespace ambroise::crypto {

//! What people in France take for a password when they are asked for one, folded: capitals, no
//! accents, no blanks, without the digits and marks that they add. Words of five letters or more,
//! so that none is found in the middle of ordinary text by chance.
[[nodiscard]] std::span<const QStringView> commonPasswords();

} // namespace ambroise::crypto

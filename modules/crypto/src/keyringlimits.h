// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! What a keyring may hold: checked when it is changed, so that what was written can be read, and
//! when it is read, so that a hostile one costs little.
namespace ambroise::crypto::limits {

inline constexpr qsizetype slotCount = 500;
inline constexpr qsizetype login = 128;
inline constexpr qsizetype cardSalt = 1024;
inline constexpr qsizetype fingerprint = 64;
inline constexpr qsizetype publicData = 16 * 1024;
inline constexpr qsizetype json = 16 * 1024 * 1024;

} // namespace ambroise::crypto::limits

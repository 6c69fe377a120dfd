// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>

#include <QByteArrayView>

//! Bare AES-256-GCM; nonces never repeat under one key: that is the callers' part.
namespace ambroise::crypto::gcm {

inline constexpr qsizetype keySize = 32;
inline constexpr qsizetype nonceSize = 12;
inline constexpr qsizetype tagSize = 16;

//! Writes plain.size() + tagSize bytes to `out`.
void encrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView context,
             QByteArrayView plain, char *out);

//! Writes sealed.size() - tagSize bytes to `out`, zeros where the tag is wrong; then answers false.
[[nodiscard]] bool decrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView context,
                           QByteArrayView sealed, char *out);

} // namespace ambroise::crypto::gcm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QString>

namespace ambroise::crypto {

//! The key of the bad day: 160 random bits that are printed once and typed back by hand. Nine
//! groups of four characters of Crockford's base 32, the ninth a checksum that finds any error
//! within one group and any exchange of two neighbours.
class RecoveryKey {
public:
    [[nodiscard]] static RecoveryKey generate();
    //! Case, spaces and hyphens do not count; O is 0, I and L are 1. Errors: Invalid
    //! "recovery.shape" (length or character), "recovery.checksum".
    static Result<RecoveryKey> parse(QStringView text);

    //! "7ZQ4-0M2K-…"; a secret, to be printed and forgotten.
    [[nodiscard]] QString toString() const;
    static constexpr int groups = 9;
    //! Whether `typed` is the group of that index, 0 to 8, written as parse() may read it: shows
    //! that who types has the key at hand.
    [[nodiscard]] bool hasGroup(int index, QStringView typed) const;
    //! 32 bytes, by HKDF.
    [[nodiscard]] SecretBytes key(QByteArrayView label) const;

private:
    explicit RecoveryKey(SecretBytes bits)
        : m_bits(std::move(bits))
    {
    }
    SecretBytes m_bits;
};

} // namespace ambroise::crypto

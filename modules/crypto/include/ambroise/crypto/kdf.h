// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

namespace ambroise::crypto {

//! What guessing one password costs (RFC 9106).
struct Argon2Params {
    quint32 memoryKib = 0;
    quint32 passes = 0;
    quint32 lanes = 0; //!< as many threads work at once

    //! What new passwords get: 0.3 to 0.5 s on two cores (README).
    [[nodiscard]] static Argon2Params standard();
    //! A keyring from elsewhere may ask for anything; a post must not be brought down by it. Error:
    //! Corrupt "kdf.params" above 1 GiB, 16 passes, 16 lanes or 4 GiB of memory passed over, or
    //! below what Argon2 defines.
    [[nodiscard]] Status check() const;

    friend bool operator==(const Argon2Params &, const Argon2Params &) = default;
};

//! What else enters the derivation; both may be empty.
struct Argon2Binding {
    QByteArrayView secret;
    QByteArrayView associatedData;
};

//! Argon2id version 0x13. Slow on purpose: never on the GUI thread. `salt` has 8 bytes or more,
//! `length` is 4 to 1024 bytes.
//! Errors: Corrupt "kdf.params" (sizes too); Unavailable "kdf.memory" where the post cannot give
//! that much memory.
Result<SecretBytes> argon2id(QByteArrayView password, QByteArrayView salt, Argon2Params params,
                             qsizetype length = 32, Argon2Binding binding = {});

//! HKDF-SHA256 (RFC 5869): keys for several uses out of one key, which must be random already.
//! `label` says the use ("audit.chain"); `length` is at most 8160 bytes.
[[nodiscard]] SecretBytes hkdf(const SecretBytes &key, QByteArrayView label, qsizetype length = 32,
                               QByteArrayView salt = {});

} // namespace ambroise::crypto

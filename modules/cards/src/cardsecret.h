// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include "certificate.h"
#include "pkcs11.h"

namespace ambroise::cards {

//! The certificate of authentication, with what is needed to find its key.
struct AuthCertificate {
    QByteArray keyId;
    QByteArray der;
};

//! None where the card has no certificate. Of several: CKA_ID ending in 0x20, which is
//! authentication on every CPS; a key for legal signatures (0x10) comes last; RSA before others.
Result<std::optional<AuthCertificate>> authenticationCertificate(const p11::Session &session);

//! What the card of a logged-in session makes of `salt` (README). Error: Invalid "card.key".
Result<crypto::SecretBytes> cardSecret(const p11::Session &session,
                                       const AuthCertificate &certificate, const X509 &x509,
                                       const QByteArray &salt);

} // namespace ambroise::cards

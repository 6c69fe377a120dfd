// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include "certificate.h"
#include "pkcs11.h"

namespace ambroise::cards {

//! A certificate of the card, with what is needed to find its key.
struct CardCertificate {
    QByteArray keyId;
    QByteArray der;
};

//! None where the card has no certificate. Of several: CKA_ID ending in 0x20, which is
//! authentication on every CPS; a key for legal signatures (0x10) comes last; RSA before others.
Result<std::optional<CardCertificate>> authenticationCertificate(const p11::Session &session);

//! The certificate of legal signatures: CKA_ID ending in 0x10 and nothing else. None where the card
//! has none.
Result<std::optional<CardCertificate>> signatureCertificate(const p11::Session &session);

//! The signature of `message` by the key of `certificate`, verified by it. Error: Invalid
//! "card.key".
Result<QByteArray> cardSignature(const p11::Session &session, const CardCertificate &certificate,
                                 const X509 &x509, const QByteArray &message);

//! What the card of a logged-in session makes of `salt` (README). Error: Invalid "card.key".
Result<crypto::SecretBytes> cardSecret(const p11::Session &session,
                                       const CardCertificate &certificate, const X509 &x509,
                                       const QByteArray &salt);

} // namespace ambroise::cards

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/signature.h>

//! A detached signature that somebody's card makes: CAdES-BES (ETSI EN 319 122-1 §5), that is a CMS
//! SignedData without its content (RFC 5652), with the signer's certificate and, signed, the digest
//! of the content, the moment and the digest of the certificate (RFC 5035). RSA PKCS#1 v1.5 over
//! SHA-256, which is what a card of the health professions makes. DER.
namespace ambroise::crypto {

//! What is to be signed, until the card has. A cheap value.
class CadesDraft {
public:
    //! `signer`: DER of a certificate with an RSA key. Errors: Corrupt "certificate.format";
    //! Invalid "signature.algorithm".
    static Result<CadesDraft> of(QByteArrayView content, QByteArrayView signer,
                                 const QDateTime &at);

    //! The signed attributes: the card signs these bytes, not their digest.
    [[nodiscard]] QByteArray toSign() const;
    //! With the card's answer. Error: Corrupt "signature.mismatch" where it is not of these bytes
    //! by that certificate's key.
    [[nodiscard]] Result<QByteArray> finish(QByteArrayView signature) const;

private:
    CadesDraft(Certificate signer, QByteArray attributes)
        : m_signer(std::move(signer))
        , m_attributes(std::move(attributes))
    {
    }
    Certificate m_signer;
    QByteArray m_attributes; //!< one after the other, in DER order
};

struct CadesSigner {
    Certificate certificate;
    QDateTime at{}; //!< as the signer's machine told it; UTC
};

//! Who signed `content`. It says nothing of the certificate's being trusted. Errors: Corrupt
//! "signature.format" (no CAdES of one signer), "signature.mismatch".
[[nodiscard]] Result<CadesSigner> verifyCades(QByteArrayView cades, QByteArrayView content);

} // namespace ambroise::crypto

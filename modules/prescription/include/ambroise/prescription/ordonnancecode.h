// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/signature.h>
#include <ambroise/prescription/ordonnance.h>

namespace ambroise::prescription {

//! What the QR code of an ordonnance says: which one it is, whose, of when, the SHA-256 of its
//! content, and the practice's signature over all that. It proves itself against the practice's
//! certificate, without a network.
//!
//! Text form (README, "The code"): "AMB1:" and Base45 (RFC 9285) of, in order: format (1 byte, 1),
//! key id (8), practice id (16), number (18 ASCII), instant of signature (8, big endian, seconds
//! since 1970), content hash (32), Ed25519 signature (64) over "ambroise ordonnance 1\n" and
//! everything before it.
class OrdonnanceCode {
public:
    static OrdonnanceCode sign(const OrdonnanceContent &content, const QByteArray &practiceId,
                               const crypto::SigningKey &key);
    //! Reads without proving anything. Errors: Invalid "code.foreign" (not ours), "code.newer";
    //! Corrupt "code.damaged".
    static Result<OrdonnanceCode> parse(QStringView text);

    [[nodiscard]] QString toText() const;

    //! That a practice of `trust` signed it, with a certificate valid then. Errors: NotFound
    //! "code.unknown_issuer", Denied "code.revoked_issuer", "code.expired_issuer", Corrupt
    //! "code.changed".
    Result<crypto::Certificate> verify(const crypto::TrustStore &trust) const;
    //! That this is the content that was signed. Error: Corrupt "code.other_content".
    Status matches(const OrdonnanceContent &content) const;

    [[nodiscard]] const QByteArray &keyId() const { return m_keyId; }
    [[nodiscard]] const QByteArray &practiceId() const { return m_practiceId; }
    [[nodiscard]] const OrdonnanceNumber &number() const { return m_number; }
    [[nodiscard]] const QDateTime &signedAt() const { return m_signedAt; }
    [[nodiscard]] const QByteArray &contentHash() const { return m_hash; }

private:
    OrdonnanceCode(QByteArray keyId, QByteArray practiceId, OrdonnanceNumber number,
                   QDateTime signedAt, QByteArray hash)
        : m_keyId(std::move(keyId))
        , m_practiceId(std::move(practiceId))
        , m_number(std::move(number))
        , m_signedAt(std::move(signedAt))
        , m_hash(std::move(hash))
    {
    }
    [[nodiscard]] QByteArray body() const;

    QByteArray m_keyId;
    QByteArray m_practiceId;
    OrdonnanceNumber m_number;
    QDateTime m_signedAt;
    QByteArray m_hash;
    QByteArray m_signature;
};

} // namespace ambroise::prescription

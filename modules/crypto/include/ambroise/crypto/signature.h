// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

struct evp_pkey_st;
struct x509_st;

namespace ambroise::crypto {

enum class KeyAlgorithm {
    Ed25519,   //!< signatures of 64 bytes (RFC 8032)
    EcdsaP256, //!< over SHA-256, raw r‖s of 64 bytes as in a 2D-Doc (IEEE P1363)
    EcdsaP384, //!< over SHA-384, or SHA-256 as some 2D-Doc are; raw r‖s of 96 bytes
    Other      //!< may be read and shown, not verified with
};

//! A key that verifies. A cheap value.
class PublicKey {
public:
    //! A bare public key (SubjectPublicKeyInfo) or a certificate's. Error: Corrupt
    //! "signature.public_key".
    static Result<PublicKey> fromPem(QByteArrayView pem);
    static Result<PublicKey> fromDer(QByteArrayView der);

    [[nodiscard]] KeyAlgorithm algorithm() const;
    [[nodiscard]] QByteArray toPem() const;
    [[nodiscard]] QByteArray toDer() const { return m_der; } //!< SubjectPublicKeyInfo
    //! First 8 bytes of the SHA-256 of toDer().
    [[nodiscard]] QByteArray keyId() const;

    //! Errors: Corrupt "signature.mismatch"; Invalid "signature.algorithm" for KeyAlgorithm::Other.
    [[nodiscard]] Status verify(QByteArrayView data, QByteArrayView signature) const;

    friend bool operator==(const PublicKey &a, const PublicKey &b) { return a.m_der == b.m_der; }

private:
    friend class SigningKey;
    friend class Certificate;
    PublicKey(std::shared_ptr<evp_pkey_st> key, QByteArray der)
        : m_key(std::move(key))
        , m_der(std::move(der))
    {
    }
    static Result<PublicKey> of(std::shared_ptr<evp_pkey_st> key);
    std::shared_ptr<evp_pkey_st> m_key;
    QByteArray m_der;
};

//! The practice's Ed25519 key. Kept only sealed: toSealed() under a key that HKDF gives.
class SigningKey {
public:
    [[nodiscard]] static SigningKey generate();
    //! 32 bytes (RFC 8032 §5.1.5). Error: Invalid "signature.seed".
    static Result<SigningKey> fromSeed(const SecretBytes &seed);
    //! PKCS#8, not encrypted. Error: Corrupt "signature.key" where it is no Ed25519 key.
    static Result<SigningKey> fromPem(const SecretBytes &pem);
    [[nodiscard]] SecretBytes toPem() const;
    //! In an envelope. Errors: those of open() and fromPem().
    static Result<SigningKey> fromSealed(const SecretBytes &key, QByteArrayView sealed);
    [[nodiscard]] QByteArray toSealed(const SecretBytes &key) const;

    [[nodiscard]] QByteArray sign(QByteArrayView data) const; //!< 64 bytes
    [[nodiscard]] PublicKey publicKey() const;

private:
    friend class Certificate;
    explicit SigningKey(std::shared_ptr<evp_pkey_st> key)
        : m_key(std::move(key))
    {
    }
    std::shared_ptr<evp_pkey_st> m_key;
};

//! An X.509 certificate: whose a public key is and until when. A cheap value; that it was read
//! says nothing of its being trusted (TrustStore).
class Certificate {
public:
    //! Version 3, random serial number, may sign documents and nothing else. `from` and `to` to the
    //! second, in UTC. Errors: Invalid "certificate.name" (either name empty or above 64
    //! characters), "certificate.period".
    static Result<Certificate> selfSigned(const SigningKey &key, const QString &commonName,
                                          const QString &organisation, const QDateTime &from,
                                          const QDateTime &to);
    //! Error: Corrupt "certificate.format". DER must end where the certificate does.
    static Result<Certificate> fromPem(QByteArrayView pem);
    static Result<Certificate> fromDer(QByteArrayView der);
    [[nodiscard]] QByteArray toPem() const;
    [[nodiscard]] QByteArray toDer() const { return m_der; }

    [[nodiscard]] QByteArray fingerprint() const; //!< SHA-256 of toDer()
    [[nodiscard]] QByteArray keyId() const { return publicKey().keyId(); }
    [[nodiscard]] QString subjectName() const;  //!< the common name; empty where it has none
    [[nodiscard]] QString organisation() const; //!< the same
    //! The whole subject as text, the last part first: "CN=…,O=…,C=FR" (RFC 4514).
    [[nodiscard]] QString distinguishedName() const;
    [[nodiscard]] QDateTime validFrom() const; //!< UTC
    [[nodiscard]] QDateTime validTo() const;
    [[nodiscard]] bool isValidAt(const QDateTime &moment) const;
    [[nodiscard]] PublicKey publicKey() const { return m_key; }

    //! As PublicKey::verify, whatever the period of validity.
    [[nodiscard]] Status verify(QByteArrayView data, QByteArrayView signature) const;
    //! `issuer` made and signed this one (itself, for a self-signed one). Error: Corrupt
    //! "certificate.issuer".
    [[nodiscard]] Status checkIssuedBy(const Certificate &issuer) const;

    friend bool operator==(const Certificate &a, const Certificate &b)
    {
        return a.m_der == b.m_der;
    }

private:
    Certificate(std::shared_ptr<x509_st> x509, QByteArray der, PublicKey key)
        : m_x509(std::move(x509))
        , m_der(std::move(der))
        , m_key(std::move(key))
    {
    }
    static Result<Certificate> of(std::shared_ptr<x509_st> x509);
    std::shared_ptr<x509_st> m_x509;
    QByteArray m_der;
    PublicKey m_key;
};

//! The certificates that this post believes, by key id. A key may have several certificates, one
//! after the other; revoking is of the key.
class TrustStore {
public:
    struct Entry {
        Certificate certificate;
        bool revoked = false;
    };

    //! Adding one again changes nothing; a key that is revoked stays so. Error: Conflict
    //! "trust.key_id" where another key has the same id.
    Status add(const Certificate &certificate, bool revoked = false);
    //! Error: NotFound "signature.unknown_key".
    Status revoke(QByteArrayView keyId);
    //! The newest certificate of that key, revoked or not.
    [[nodiscard]] std::optional<Entry> find(QByteArrayView keyId) const;
    [[nodiscard]] QList<Entry> entries() const { return m_entries; }

    //! That the key with this id, trusted and valid at `moment`, signed `data`; then the
    //! certificate that proves it. Errors: NotFound "signature.unknown_key", Denied
    //! "signature.revoked", Denied "signature.expired" (or not valid yet), and those of
    //! PublicKey::verify.
    Result<Certificate> verify(QByteArrayView keyId, QByteArrayView data, QByteArrayView signature,
                               const QDateTime &moment) const;

private:
    QList<Entry> m_entries;
};

} // namespace ambroise::crypto

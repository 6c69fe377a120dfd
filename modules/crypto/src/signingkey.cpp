// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

#include "pem.h"

#include <ambroise/crypto/envelope.h>

#include <openssl/pem.h>

namespace ambroise::crypto {
namespace {

constexpr qsizetype seedSize = 32;
constexpr qsizetype signatureSize = 64;
constexpr char sealContext[] = "ambroise.signing-key.1";

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY *key)
{
    return {key, EVP_PKEY_free};
}

} // namespace

SigningKey SigningKey::generate()
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    ossl::require(key != nullptr, "Ed25519 key generation");
    return SigningKey(owned(key));
}

Result<SigningKey> SigningKey::fromSeed(const SecretBytes &seed)
{
    if (seed.size() != seedSize)
        return Error{ErrorCode::Invalid, QStringLiteral("signature.seed"), {}};
    EVP_PKEY *key = EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr,
                                                    ossl::bytes(seed.view()), size_t(seed.size()));
    ossl::require(key != nullptr, "Ed25519 key");
    return SigningKey(owned(key));
}

Result<SigningKey> SigningKey::fromPem(const SecretBytes &pem)
{
    const ossl::Bio bio = ossl::reader(pem.view());
    auto key = owned(PEM_read_bio_PrivateKey(bio.get(), nullptr, ossl::noPassword, nullptr));
    ossl::clearErrors();
    if (!key || EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        return Error{ErrorCode::Corrupt, QStringLiteral("signature.key"), {}};
    return SigningKey(std::move(key));
}

SecretBytes SigningKey::toPem() const
{
    const ossl::Bio bio = ossl::writer();
    ossl::require(PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0,
                                                nullptr, nullptr) == 1,
                  "PEM of a private key");
    return SecretBytes::fromBytes(ossl::written(bio.get()));
}

Result<SigningKey> SigningKey::fromSealed(const SecretBytes &key, QByteArrayView sealed)
{
    AMBROISE_TRY(const SecretBytes pem, openSecret(key, sealed, sealContext));
    return fromPem(pem);
}

QByteArray SigningKey::toSealed(const SecretBytes &key) const
{
    return seal(key, toPem().view(), sealContext);
}

QByteArray SigningKey::sign(QByteArrayView data) const
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, Qt::Uninitialized);
    size_t size = size_t(signatureSize);
    ossl::require(EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr,
                                        m_key.get(), nullptr) == 1 &&
                      EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()),
                                     &size, ossl::bytes(data), size_t(data.size())) == 1,
                  "Ed25519 signature");
    return signature;
}

PublicKey SigningKey::publicKey() const
{
    // Rebuilt from its public half, so that a public key never carries a private one along.
    const QByteArray der = ossl::derOf<const EVP_PKEY *>(i2d_PUBKEY, m_key.get());
    const uchar *at = ossl::bytes(der);
    auto key = PublicKey::of(owned(d2i_PUBKEY(nullptr, &at, long(der.size()))));
    ossl::require(key.ok(), "public key");
    return std::move(key).value();
}

} // namespace ambroise::crypto

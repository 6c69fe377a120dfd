// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

#include "pem.h"

#include <ambroise/crypto/hash.h>

#include <openssl/ecdsa.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <vector>

namespace ambroise::crypto {
namespace {

constexpr qsizetype maxEncodedSize = 1024 * 1024;

using EcdsaSignature = std::unique_ptr<ECDSA_SIG, ossl::Free<ECDSA_SIG_free>>;

Error mismatch()
{
    return {ErrorCode::Corrupt, QStringLiteral("signature.mismatch"), {}};
}

Error noPublicKey()
{
    ossl::clearErrors();
    return {ErrorCode::Corrupt, QStringLiteral("signature.public_key"), {}};
}

//! Empty where it is no key on a curve.
QByteArray curveOf(const EVP_PKEY *key)
{
    std::array<char, 64> group = {};
    const bool known = EVP_PKEY_is_a(key, "EC") == 1 &&
                       EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1;
    return known ? QByteArray(group.data()) : QByteArray();
}

//! In bytes.
qsizetype signatureSize(KeyAlgorithm kind)
{
    return kind == KeyAlgorithm::EcdsaP384 ? 96 : 64;
}

//! The digests that a signature of that kind may be over; null: it has one of its own.
std::vector<const char *> digestsOf(KeyAlgorithm kind)
{
    if (kind == KeyAlgorithm::Ed25519)
        return {nullptr};
    if (kind == KeyAlgorithm::EcdsaP256)
        return {"SHA256"};
    return {"SHA384", "SHA256"};
}

bool isSigned(EVP_PKEY *key, const char *digest, QByteArrayView data, QByteArrayView signature)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key,
                                   nullptr) == 1 &&
           EVP_DigestVerify(context.get(), ossl::bytes(signature), size_t(signature.size()),
                            ossl::bytes(data), size_t(data.size())) == 1;
}

//! r‖s as OpenSSL takes them.
QByteArray derSignature(QByteArrayView raw)
{
    const int half = int(raw.size() / 2);
    const EcdsaSignature signature(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(ossl::bytes(raw), half, nullptr);
    BIGNUM *s = BN_bin2bn(ossl::bytes(raw) + half, half, nullptr);
    ossl::require(signature && r && s && ECDSA_SIG_set0(signature.get(), r, s) == 1, "ECDSA");
    return ossl::derOf<const ECDSA_SIG *>(i2d_ECDSA_SIG, signature.get());
}

} // namespace

Result<PublicKey> PublicKey::of(std::shared_ptr<EVP_PKEY> key)
{
    // A key read from elsewhere may be one that OpenSSL cannot write.
    const QByteArray der =
        key ? ossl::derOf<const EVP_PKEY *>(i2d_PUBKEY, key.get()) : QByteArray();
    return der.isEmpty() ? noPublicKey() : Result(PublicKey(std::move(key), der));
}

Result<PublicKey> PublicKey::fromPem(QByteArrayView pem)
{
    if (pem.size() > maxEncodedSize)
        return noPublicKey();
    const ossl::Bio bio = ossl::reader(pem);
    EVP_PKEY *key = PEM_read_bio_PUBKEY(bio.get(), nullptr, ossl::noPassword, nullptr);
    if (key != nullptr)
        return of({key, EVP_PKEY_free});
    const auto certificate = Certificate::fromPem(pem);
    return certificate.ok() ? Result(certificate->publicKey()) : noPublicKey();
}

Result<PublicKey> PublicKey::fromDer(QByteArrayView der)
{
    if (der.size() > maxEncodedSize)
        return noPublicKey();
    const uchar *at = ossl::bytes(der);
    const uchar *end = at + der.size();
    std::shared_ptr<EVP_PKEY> key(d2i_PUBKEY(nullptr, &at, long(der.size())), EVP_PKEY_free);
    if (key && at == end)
        return of(std::move(key));
    const auto certificate = Certificate::fromDer(der);
    return certificate.ok() ? Result(certificate->publicKey()) : noPublicKey();
}

KeyAlgorithm PublicKey::algorithm() const
{
    if (EVP_PKEY_is_a(m_key.get(), "ED25519") == 1)
        return KeyAlgorithm::Ed25519;
    const QByteArray curve = curveOf(m_key.get());
    if (curve == "prime256v1" || curve == "P-256")
        return KeyAlgorithm::EcdsaP256;
    return curve == "secp384r1" || curve == "P-384" ? KeyAlgorithm::EcdsaP384 : KeyAlgorithm::Other;
}

QByteArray PublicKey::toPem() const
{
    return ossl::pemOf("PUBLIC KEY", m_der);
}

QByteArray PublicKey::keyId() const
{
    return sha256(toDer()).left(8);
}

Status PublicKey::verify(QByteArrayView data, QByteArrayView signature) const
{
    const KeyAlgorithm kind = algorithm();
    if (kind == KeyAlgorithm::Other)
        return Error{ErrorCode::Invalid, QStringLiteral("signature.algorithm"), {}};
    if (signature.size() != signatureSize(kind))
        return mismatch();
    const QByteArray encoded =
        kind == KeyAlgorithm::Ed25519 ? signature.toByteArray() : derSignature(signature);
    const auto digests = digestsOf(kind);
    const bool verified = std::any_of(digests.begin(), digests.end(), [&](const char *digest) {
        return isSigned(m_key.get(), digest, data, encoded);
    });
    ossl::clearErrors();
    return verified ? done() : mismatch();
}

} // namespace ambroise::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/hash.h>

#include "openssl.h"

#include <QIODevice>

namespace ambroise::crypto {
namespace {

constexpr qsizetype digestSize = 32;
constexpr qint64 pieceSize = 256 * 1024;

} // namespace

struct Sha256::State {
    ossl::DigestContext context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    ossl::require(EVP_DigestInit_ex2(m_state->context.get(), EVP_sha256(), nullptr) == 1,
                  "SHA-256");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView piece)
{
    ossl::require(EVP_DigestUpdate(m_state->context.get(), piece.data(), size_t(piece.size())) == 1,
                  "SHA-256");
}

Status Sha256::add(QIODevice &device)
{
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    for (;;) {
        const qint64 read = device.read(buffer.data(), pieceSize);
        if (read < 0)
            return Error{ErrorCode::Unavailable, QStringLiteral("hash.read"), device.errorString()};
        if (read == 0)
            return done();
        add(QByteArrayView(buffer.constData(), read));
    }
}

QByteArray Sha256::result() const
{
    const ossl::DigestContext copy(EVP_MD_CTX_new());
    QByteArray digest(digestSize, Qt::Uninitialized);
    ossl::require(
        EVP_MD_CTX_copy_ex(copy.get(), m_state->context.get()) == 1 &&
            EVP_DigestFinal_ex(copy.get(), reinterpret_cast<uchar *>(digest.data()), nullptr) == 1,
        "SHA-256");
    return digest;
}

QByteArray sha256(QByteArrayView data)
{
    Sha256 hash;
    hash.add(data);
    return hash.result();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    QByteArray mac(digestSize, Qt::Uninitialized);
    size_t written = 0;
    // OpenSSL takes a null key for "the previous key".
    const char *keyBytes = key.isEmpty() ? "" : key.data();
    ossl::require(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, keyBytes,
                            size_t(key.size()), ossl::bytes(data), size_t(data.size()),
                            reinterpret_cast<uchar *>(mac.data()), size_t(mac.size()),
                            &written) != nullptr,
                  "HMAC-SHA256");
    return mac;
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace ambroise::crypto

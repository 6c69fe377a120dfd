// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/secret.h>

#include "openssl.h"

#include <ambroise/crypto/hash.h>

#include <openssl/rand.h>

#include <algorithm>
#include <cstring>

namespace ambroise::crypto {

void SecretBytes::Wipe::operator()(char *bytes) const
{
    OPENSSL_clear_free(bytes, size_t(size));
}

SecretBytes SecretBytes::ofSize(qsizetype size)
{
    SecretBytes secret;
    if (size <= 0)
        return secret;
    auto *bytes = static_cast<char *>(OPENSSL_zalloc(size_t(size)));
    ossl::require(bytes != nullptr, "allocation");
    secret.m_bytes = {bytes, Wipe{size}};
    return secret;
}

SecretBytes SecretBytes::fromBytes(QByteArrayView bytes)
{
    SecretBytes secret = ofSize(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.data());
    return secret;
}

SecretBytes SecretBytes::random(qsizetype size)
{
    SecretBytes secret = ofSize(size);
    if (size > 0)
        ossl::require(RAND_priv_bytes_ex(nullptr, reinterpret_cast<uchar *>(secret.data()),
                                         size_t(size), 0) == 1,
                      "RAND_priv_bytes");
    return secret;
}

qsizetype SecretBytes::size() const
{
    return m_bytes ? m_bytes.get_deleter().size : 0;
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    return constantTimeEquals(view(), other.view());
}

void wipe(QString &text)
{
    OPENSSL_cleanse(text.data(), size_t(text.size()) * sizeof(QChar));
    text.truncate(0);
}

void wipe(QByteArray &bytes)
{
    OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    bytes.truncate(0);
}

} // namespace ambroise::crypto

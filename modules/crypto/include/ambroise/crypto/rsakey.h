// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QByteArray>

#include <memory>

struct evp_pkey_st;

namespace ambroise::crypto {

//! A private RSA key in software, where a national service wants RSA and there is no card: it signs
//! what a card would (PKCS#1 v1.5, SHA-256; RFC 8017 §8.2). A cheap value.
class RsaKey {
public:
    //! PKCS#8 or PKCS#1, not encrypted, 2048 bits or more. Error: Corrupt "signature.key".
    static Result<RsaKey> fromPem(const SecretBytes &pem);

    [[nodiscard]] QByteArray sign(QByteArrayView data) const;

private:
    explicit RsaKey(std::shared_ptr<evp_pkey_st> key)
        : m_key(std::move(key))
    {
    }
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace ambroise::crypto

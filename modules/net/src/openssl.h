// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>

namespace ambroise::net {

struct OpenSslFree {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *x509) const { X509_free(x509); }
    void operator()(PKCS12 *p12) const { PKCS12_free(p12); }
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using Bio = std::unique_ptr<BIO, OpenSslFree>;
using EvpKey = std::unique_ptr<EVP_PKEY, OpenSslFree>;
using X509Owned = std::unique_ptr<X509, OpenSslFree>;
using Pkcs12 = std::unique_ptr<PKCS12, OpenSslFree>;
using X509Stack = std::unique_ptr<STACK_OF(X509), OpenSslFree>;

inline QByteArray derOf(const X509 &x509)
{
    unsigned char *data = nullptr;
    const int size = i2d_X509(&x509, &data);
    QByteArray der(reinterpret_cast<const char *>(data), size < 0 ? 0 : size);
    OPENSSL_free(data);
    return der;
}

} // namespace ambroise::net

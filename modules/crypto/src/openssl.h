// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/x509.h>

#include <memory>

//! Owners for OpenSSL's handles.
namespace ambroise::crypto::ossl {

template <auto free>
struct Free {
    template <class T>
    void operator()(T *handle) const
    {
        free(handle);
    }
};

using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Free<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Free<EVP_KDF_CTX_free>>;
using X509Handle = std::unique_ptr<X509, Free<X509_free>>;

//! For calls that fail only without memory, without a random source or by a programming error:
//! going on would mean working without protection, so the program ends.
void require(bool succeeded, const char *what);

//! Forgets what earlier failures left in this thread's queue, lest a later one be explained by it.
void clearErrors();

inline const uchar *bytes(QByteArrayView view)
{
    return reinterpret_cast<const uchar *>(view.data());
}

} // namespace ambroise::crypto::ossl

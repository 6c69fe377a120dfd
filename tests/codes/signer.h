// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

//! An authority of 2D-Doc, made for a test.
namespace ambroise::test {

class Signer {
public:
    explicit Signer(const char *curve = "P-256", const char *digest = "SHA256")
        : m_key(EVP_EC_gen(curve), &EVP_PKEY_free)
        , m_digest(digest)
    {
    }

    //! Header and message, with the signature behind them.
    [[nodiscard]] QByteArray signedCode(const QByteArray &message) const
    {
        return message + '\x1F' + base32(rawSignature(message));
    }

    [[nodiscard]] QByteArray publicKeyPem() const
    {
        return written([this](BIO *bio) { PEM_write_bio_PUBKEY(bio, m_key.get()); });
    }

    [[nodiscard]] QByteArray publicKeyDer() const
    {
        return written([this](BIO *bio) { i2d_PUBKEY_bio(bio, m_key.get()); });
    }

    [[nodiscard]] QByteArray certificatePem(const QDate &from, const QDate &to) const
    {
        const std::unique_ptr<X509, decltype(&X509_free)> x509(X509_new(), &X509_free);
        X509_set_version(x509.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        ASN1_TIME_set(X509_getm_notBefore(x509.get()), from.startOfDay(Qt::UTC).toSecsSinceEpoch());
        ASN1_TIME_set(X509_getm_notAfter(x509.get()), to.startOfDay(Qt::UTC).toSecsSinceEpoch());
        X509_NAME *name = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>("TST1"), -1, -1, 0);
        X509_set_issuer_name(x509.get(), name);
        X509_set_pubkey(x509.get(), m_key.get());
        X509_sign(x509.get(), m_key.get(), EVP_sha256());
        return written([&](BIO *bio) { PEM_write_bio_X509(bio, x509.get()); });
    }

    //! RFC 4648 §6, without padding.
    static QByteArray base32(const QByteArray &bytes)
    {
        QByteArray text;
        unsigned bits = 0;
        int held = 0;
        for (const char byte : bytes) {
            bits = (bits << 8 | uchar(byte)) & 0xFFFF;
            for (held += 8; held >= 5; held -= 5)
                text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bits >> (held - 5) & 31];
        }
        if (held > 0)
            text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bits << (5 - held) & 31];
        return text;
    }

private:
    template <class Write>
    static QByteArray written(Write write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        write(bio.get());
        char *bytes = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &bytes);
        return {bytes, qsizetype(size)};
    }

    [[nodiscard]] QByteArray rawSignature(const QByteArray &message) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              &EVP_MD_CTX_free);
        EVP_DigestSignInit_ex(context.get(), nullptr, m_digest, nullptr, nullptr, m_key.get(),
                              nullptr);
        const auto *data = reinterpret_cast<const unsigned char *>(message.constData());
        size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, data, size_t(message.size()));
        QByteArray der(qsizetype(size), Qt::Uninitialized);
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(der.data()), &size, data,
                       size_t(message.size()));
        const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(
            d2i_ECDSA_SIG(nullptr, &at, long(size)), &ECDSA_SIG_free);
        const int half = (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
        QByteArray raw(2 * qsizetype(half), '\0');
        auto *out = reinterpret_cast<unsigned char *>(raw.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, half);
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + half, half);
        return raw;
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    const char *m_digest;
};

} // namespace ambroise::test

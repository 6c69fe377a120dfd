// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <ctime>

namespace ambroise::cards {

namespace {

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

Result<X509Ptr> parseCertificate(const QByteArray &der)
{
    const unsigned char *next = bytes(der);
    X509Ptr certificate(d2i_X509(nullptr, &next, long(der.size())));
    ERR_clear_error();
    if (!certificate || next != bytes(der) + der.size())
        return Error{ErrorCode::Corrupt, u"card.certificate"_qs, {}};
    return certificate;
}

QDateTime endOfValidity(const X509 &certificate)
{
    std::tm time{};
    const bool known = ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &time) == 1;
    ERR_clear_error();
    if (!known)
        return {};
    return {QDate(time.tm_year + 1900, time.tm_mon + 1, time.tm_mday),
            QTime(time.tm_hour, time.tm_min, time.tm_sec), Qt::UTC};
}

bool hasRsaKey(const X509 &certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(&certificate);
    ERR_clear_error();
    return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
}

bool verifies(const X509 &certificate, QByteArrayView message, QByteArrayView signature)
{
    EVP_PKEY *key = X509_get0_pubkey(&certificate);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    const bool valid =
        key && context &&
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(message),
                         size_t(message.size())) == 1;
    ERR_clear_error();
    return valid;
}

} // namespace ambroise::cards

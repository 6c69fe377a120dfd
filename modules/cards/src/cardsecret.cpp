// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsecret.h"

#include <ambroise/crypto/kdf.h>

#include <utility>

namespace ambroise::cards {

namespace {

// What is signed can be nothing else that a card ever signs: it names its use and its version, and
// is no DER, no XML, no TLS transcript.
constexpr auto messageDomain = "ambroise/cards/unlock/v1";
constexpr auto secretLabel = "ambroise/cards/secret/v1";

constexpr char authenticationId = 0x20;
constexpr char legalSignatureId = 0x10;

CK_ATTRIBUTE like(CK_ATTRIBUTE_TYPE type, CK_ULONG &value)
{
    return {type, &value, sizeof value};
}

//! Smaller is better.
int rankOf(const QByteArray &id)
{
    if (id.endsWith(authenticationId))
        return 0;
    return id.endsWith(legalSignatureId) ? 2 : 1;
}

std::pair<bool, int> rankOf(const CardCertificate &certificate)
{
    const auto x509 = parseCertificate(certificate.der);
    return {!x509.ok() || !hasRsaKey(**x509), rankOf(certificate.keyId)};
}

Result<QList<CK_OBJECT_HANDLE>> certificates(const p11::Session &session)
{
    CK_ULONG objectClass = CKO_CERTIFICATE;
    CK_ULONG type = CKC_X_509;
    return session.find({like(CKA_CLASS, objectClass), like(CKA_CERTIFICATE_TYPE, type)});
}

Result<CK_OBJECT_HANDLE> privateKey(const p11::Session &session, QByteArray id)
{
    CK_ULONG objectClass = CKO_PRIVATE_KEY;
    CK_ULONG keyType = CKK_RSA;
    AMBROISE_TRY(const auto keys, session.find({like(CKA_CLASS, objectClass),
                                                like(CKA_KEY_TYPE, keyType),
                                                {CKA_ID, id.data(), CK_ULONG(id.size())}}));
    if (keys.isEmpty())
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"none for the certificate"_qs};
    return keys.first();
}

} // namespace

Result<std::optional<CardCertificate>> signatureCertificate(const p11::Session &session)
{
    AMBROISE_TRY(const auto objects, certificates(session));
    for (const CK_OBJECT_HANDLE object : objects) {
        AMBROISE_TRY(const auto id, session.attribute(object, CKA_ID));
        if (!id.endsWith(legalSignatureId))
            continue;
        AMBROISE_TRY(const auto der, session.attribute(object, CKA_VALUE));
        return std::optional(CardCertificate{id, der});
    }
    return std::optional<CardCertificate>();
}

Result<QByteArray> cardSignature(const p11::Session &session, const CardCertificate &certificate,
                                 const X509 &x509, const QByteArray &message)
{
    AMBROISE_TRY(const auto key, privateKey(session, certificate.keyId));
    AMBROISE_TRY(const auto signature, session.sign(key, message));
    if (!verifies(x509, message, signature.view()))
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"not the certificate's"_qs};
    return signature.view().toByteArray();
}

Result<std::optional<CardCertificate>> authenticationCertificate(const p11::Session &session)
{
    AMBROISE_TRY(const auto objects, certificates(session));
    std::optional<CardCertificate> best;
    for (const CK_OBJECT_HANDLE object : objects) {
        AMBROISE_TRY(const auto id, session.attribute(object, CKA_ID));
        AMBROISE_TRY(const auto der, session.attribute(object, CKA_VALUE));
        const CardCertificate certificate{id, der};
        if (!der.isEmpty() && (!best || rankOf(certificate) < rankOf(*best)))
            best = certificate;
        // Reading a certificate off a real card takes a good part of a second.
        if (best && rankOf(*best) == std::pair(false, 0))
            break;
    }
    return best;
}

Result<crypto::SecretBytes> cardSecret(const p11::Session &session,
                                       const CardCertificate &certificate, const X509 &x509,
                                       const QByteArray &salt)
{
    AMBROISE_TRY(const auto key, privateKey(session, certificate.keyId));
    const QByteArray message = QByteArray(messageDomain) + '\0' + salt;
    AMBROISE_TRY(const auto signature, session.sign(key, message));
    // A card that signs otherwise the next time would lock its holder out for good.
    AMBROISE_TRY(const auto again, session.sign(key, message));
    if (!signature.equals(again))
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"signs differently each time"_qs};
    if (!verifies(x509, message, signature.view()))
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"not the certificate's"_qs};
    return crypto::hkdf(signature, secretLabel, 32, salt);
}

} // namespace ambroise::cards

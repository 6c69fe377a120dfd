// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/cades.h>

#include "openssl.h"

#include <ambroise/crypto/hash.h>

#include <QList>

#include <openssl/cms.h>

#include <algorithm>
#include <ctime>

namespace ambroise::crypto {
namespace {

using Cms = std::unique_ptr<CMS_ContentInfo, ossl::Free<CMS_ContentInfo_free>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); } // a macro
};
using Signers = std::unique_ptr<STACK_OF(X509), FreeStack>;

constexpr char sequence = 0x30;
constexpr char set = 0x31;
constexpr char octets = 0x04;
constexpr char integer = 0x02;
constexpr char null = 0x05;
constexpr char utcTime = 0x17;
constexpr char generalizedTime = 0x18;
constexpr char tagged = char(0xA0); //!< [0], constructed
constexpr qsizetype largest = 1024 * 1024;

//! What a DER encoder gives.
template <class Object, class Encode>
QByteArray encoded(const Object *object, Encode encode)
{
    uchar *der = nullptr;
    const int size = encode(object, &der);
    ossl::require(size > 0, "i2d");
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

QByteArray oid(int nid)
{
    return encoded(OBJ_nid2obj(nid), i2d_ASN1_OBJECT);
}

//! A value of definite length (X.690 §8.1.3).
QByteArray value(char tag, const QByteArray &content)
{
    QByteArray length;
    if (content.size() < 0x80) {
        length = QByteArray(1, char(content.size()));
    } else {
        for (qsizetype rest = content.size(); rest > 0; rest >>= 8)
            length.prepend(char(rest & 0xFF));
        length.prepend(char(0x80 | length.size()));
    }
    return QByteArray(1, tag) + length + content;
}

QByteArray attribute(int nid, const QByteArray &content)
{
    return value(sequence, oid(nid) + value(set, content));
}

QByteArray algorithm(int nid)
{
    return value(sequence, oid(nid) + value(null, {}));
}

//! RFC 5652 §11.3: two digits of the year until 2049.
QByteArray timeValue(const QDateTime &at)
{
    const QDateTime utc = at.toUTC();
    const bool isShort = utc.date().year() >= 1950 && utc.date().year() < 2050;
    const QString text = utc.toString(isShort ? u"yyMMddHHmmss" : u"yyyyMMddHHmmss") + u'Z';
    return value(isShort ? utcTime : generalizedTime, text.toLatin1());
}

ossl::X509Handle handleOf(const Certificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const uchar *at = ossl::bytes(der);
    return ossl::X509Handle(d2i_X509(nullptr, &at, long(der.size())));
}

Error mismatch()
{
    ossl::clearErrors();
    return {ErrorCode::Corrupt, QStringLiteral("signature.mismatch"), {}};
}

Error formatError()
{
    ossl::clearErrors();
    return {ErrorCode::Corrupt, QStringLiteral("signature.format"), {}};
}

bool isSignatureOf(QByteArrayView signature, QByteArrayView bytes, X509 *certificate)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr,
                                X509_get0_pubkey(certificate)) == 1 &&
           EVP_DigestVerify(context.get(), ossl::bytes(signature), size_t(signature.size()),
                            ossl::bytes(bytes), size_t(bytes.size())) == 1;
}

//! The signed attribute that binds the certificate, lest another one of the same key be shown.
bool namesCertificate(const CMS_SignerInfo *signer, const Certificate &certificate)
{
    const void *found = CMS_signed_get0_data_by_OBJ(
        signer, OBJ_nid2obj(NID_id_smime_aa_signingCertificateV2), -3, V_ASN1_SEQUENCE);
    if (!found)
        return false;
    const auto *text = static_cast<const ASN1_STRING *>(found);
    const QByteArray der(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                         ASN1_STRING_length(text));
    return der.contains(value(octets, sha256(certificate.toDer())));
}

QDateTime signingTime(const CMS_SignerInfo *signer)
{
    for (const int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
        const void *found =
            CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3, type);
        std::tm parts = {};
        if (found && ASN1_TIME_to_tm(static_cast<const ASN1_TIME *>(found), &parts) == 1)
            return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                    QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
    }
    return {};
}

Cms read(QByteArrayView cades)
{
    if (cades.size() > largest)
        return nullptr;
    const uchar *at = ossl::bytes(cades);
    Cms cms(d2i_CMS_ContentInfo(nullptr, &at, long(cades.size())));
    const bool whole = cms && at == ossl::bytes(cades) + cades.size();
    const bool isSigned = whole && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed;
    return isSigned && CMS_is_detached(cms.get()) == 1 ? std::move(cms) : nullptr;
}

} // namespace

Result<CadesDraft> CadesDraft::of(QByteArrayView content, QByteArrayView signer,
                                  const QDateTime &at)
{
    AMBROISE_TRY(Certificate certificate, Certificate::fromDer(signer));
    const ossl::X509Handle handle = handleOf(certificate);
    if (!handle || EVP_PKEY_get_base_id(X509_get0_pubkey(handle.get())) != EVP_PKEY_RSA)
        return Error{ErrorCode::Invalid, QStringLiteral("signature.algorithm"), {}};
    const QByteArray certificateId = value(sequence, value(octets, sha256(certificate.toDer())));
    QList<QByteArray> attributes{attribute(NID_pkcs9_contentType, oid(NID_pkcs7_data)),
                                 attribute(NID_pkcs9_signingTime, timeValue(at)),
                                 attribute(NID_pkcs9_messageDigest, value(octets, sha256(content))),
                                 attribute(NID_id_smime_aa_signingCertificateV2,
                                           value(sequence, value(sequence, certificateId)))};
    std::sort(attributes.begin(), attributes.end()); // X.690 §11.6
    return CadesDraft(std::move(certificate), attributes.join());
}

QByteArray CadesDraft::toSign() const
{
    return value(set, m_attributes); // RFC 5652 §5.4: as a SET, not as what it is tagged with
}

Result<QByteArray> CadesDraft::finish(QByteArrayView signature) const
{
    const ossl::X509Handle handle = handleOf(m_signer);
    if (!handle || !isSignatureOf(signature, toSign(), handle.get()))
        return mismatch();
    const QByteArray version = value(integer, QByteArray(1, 1));
    const QByteArray issuer = encoded(X509_get_issuer_name(handle.get()), i2d_X509_NAME);
    const QByteArray serial = encoded(X509_get0_serialNumber(handle.get()), i2d_ASN1_INTEGER);
    const QByteArray signerInfo =
        value(sequence, version + value(sequence, issuer + serial) + algorithm(NID_sha256) +
                            value(tagged, m_attributes) + algorithm(NID_rsaEncryption) +
                            value(octets, signature.toByteArray()));
    const QByteArray signedData =
        value(sequence, version + value(set, algorithm(NID_sha256)) +
                            value(sequence, oid(NID_pkcs7_data)) + value(tagged, m_signer.toDer()) +
                            value(set, signerInfo));
    return value(sequence, oid(NID_pkcs7_signed) + value(tagged, signedData));
}

Result<CadesSigner> verifyCades(QByteArrayView cades, QByteArrayView content)
{
    const Cms cms = read(cades);
    const auto *infos = cms ? CMS_get0_SignerInfos(cms.get()) : nullptr;
    if (!infos || sk_CMS_SignerInfo_num(infos) != 1)
        return formatError();
    const ossl::Bio bytes(BIO_new_mem_buf(content.data(), int(content.size())));
    if (CMS_verify(cms.get(), nullptr, nullptr, bytes.get(), nullptr,
                   CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
        return mismatch();
    const Signers signers(CMS_get0_signers(cms.get()));
    if (!signers || sk_X509_num(signers.get()) != 1)
        return formatError();
    AMBROISE_TRY(Certificate certificate,
                 Certificate::fromDer(encoded(sk_X509_value(signers.get(), 0), i2d_X509)));
    const CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(infos, 0);
    const QDateTime at = signingTime(signer);
    if (!at.isValid() || !namesCertificate(signer, certificate))
        return formatError();
    return CadesSigner{std::move(certificate), at};
}

} // namespace ambroise::crypto

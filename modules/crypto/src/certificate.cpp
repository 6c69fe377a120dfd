// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

#include "pem.h"

#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/random.h>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace ambroise::crypto {
namespace {

constexpr qsizetype maxNameLength = 64; // ub-common-name, ub-organization-name (RFC 5280)
constexpr qsizetype maxEncodedSize = 1024 * 1024;

using Extension = std::unique_ptr<X509_EXTENSION, ossl::Free<X509_EXTENSION_free>>;
using Name = std::unique_ptr<X509_NAME, ossl::Free<X509_NAME_free>>;
using Number = std::unique_ptr<BIGNUM, ossl::Free<BN_free>>;

Error formatError()
{
    ossl::clearErrors();
    return {ErrorCode::Corrupt, QStringLiteral("certificate.format"), {}};
}

//! Invalid where the time is none that X.509 allows.
QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString subjectEntry(const X509 *certificate, int nid)
{
    const X509_NAME *name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    uchar *utf8 = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return text;
}

void addName(X509_NAME *name, int nid, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    ossl::require(X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, ossl::bytes(utf8),
                                             int(utf8.size()), -1, 0) == 1,
                  "X.509 name");
}

void addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    ossl::require(extension && X509_add_ext(certificate, extension.get(), -1) == 1,
                  "X.509 extension");
}

void setSerialNumber(X509 *certificate)
{
    QByteArray bytes = randomBytes(16);
    bytes.front() = char((bytes.front() & 0x3f) | 0x40); // positive, and always of 16 bytes
    const Number number(BN_bin2bn(ossl::bytes(bytes), int(bytes.size()), nullptr));
    ossl::require(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
                  "X.509 serial number");
}

bool setPeriod(X509 *certificate, const QDateTime &from, const QDateTime &to)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch()) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), to.toSecsSinceEpoch()) != nullptr;
}

bool isName(const QString &text)
{
    const bool printable = std::all_of(text.begin(), text.end(),
                                       [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    return !text.trimmed().isEmpty() && text.size() <= maxNameLength && printable &&
           text.isValidUtf16();
}

} // namespace

Result<Certificate> Certificate::selfSigned(const SigningKey &key, const QString &commonName,
                                            const QString &organisation, const QDateTime &from,
                                            const QDateTime &to)
{
    if (!isName(commonName) || !isName(organisation))
        return Error{ErrorCode::Invalid, QStringLiteral("certificate.name"), {}};
    const Error period{ErrorCode::Invalid, QStringLiteral("certificate.period"), {}};
    if (!from.isValid() || !to.isValid() || from >= to || from.date().year() < 1950 ||
        to.date().year() > 9998)
        return period;
    std::shared_ptr<X509> x509(X509_new(), X509_free);
    ossl::require(x509 != nullptr && X509_set_version(x509.get(), X509_VERSION_3) == 1, "X.509");
    setSerialNumber(x509.get());
    if (!setPeriod(x509.get(), from, to))
        return period;
    const Name name(X509_NAME_new());
    addName(name.get(), NID_organizationName, organisation);
    addName(name.get(), NID_commonName, commonName);
    ossl::require(X509_set_subject_name(x509.get(), name.get()) == 1 &&
                      X509_set_issuer_name(x509.get(), name.get()) == 1 &&
                      X509_set_pubkey(x509.get(), key.m_key.get()) == 1,
                  "X.509");
    addExtension(x509.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(x509.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    addExtension(x509.get(), NID_subject_key_identifier, "hash");
    ossl::require(X509_sign(x509.get(), key.m_key.get(), nullptr) > 0, "X.509 signature");
    // Read back, so that what was made and what was read are the same kind of thing.
    return fromDer(ossl::derOf<const X509 *>(i2d_X509, x509.get()));
}

Result<Certificate> Certificate::of(std::shared_ptr<X509> x509)
{
    if (!x509 || !timeOf(X509_get0_notBefore(x509.get())).isValid() ||
        !timeOf(X509_get0_notAfter(x509.get())).isValid())
        return formatError();
    const QByteArray der = ossl::derOf<const X509 *>(i2d_X509, x509.get());
    const auto key = PublicKey::of({X509_get_pubkey(x509.get()), EVP_PKEY_free});
    if (der.isEmpty() || !key.ok())
        return formatError();
    return Certificate(std::move(x509), der, *key);
}

Result<Certificate> Certificate::fromPem(QByteArrayView pem)
{
    if (pem.size() > maxEncodedSize)
        return formatError();
    const ossl::Bio bio = ossl::reader(pem);
    return of({PEM_read_bio_X509(bio.get(), nullptr, ossl::noPassword, nullptr), X509_free});
}

Result<Certificate> Certificate::fromDer(QByteArrayView der)
{
    if (der.size() > maxEncodedSize)
        return formatError();
    const uchar *at = ossl::bytes(der);
    const uchar *end = at + der.size();
    std::shared_ptr<X509> x509(d2i_X509(nullptr, &at, long(der.size())), X509_free);
    if (at != end)
        return formatError();
    return of(std::move(x509));
}

QByteArray Certificate::toPem() const
{
    return ossl::pemOf("CERTIFICATE", m_der);
}

QByteArray Certificate::fingerprint() const
{
    return sha256(m_der);
}

QString Certificate::subjectName() const
{
    return subjectEntry(m_x509.get(), NID_commonName);
}

QString Certificate::organisation() const
{
    return subjectEntry(m_x509.get(), NID_organizationName);
}

QString Certificate::distinguishedName() const
{
    const ossl::Bio out = ossl::writer();
    // Letters with accents as they are, not as "\\C3\\A9".
    X509_NAME_print_ex(out.get(), X509_get_subject_name(m_x509.get()), 0,
                       XN_FLAG_RFC2253 & ~ulong(ASN1_STRFLGS_ESC_MSB));
    ossl::clearErrors();
    return QString::fromUtf8(ossl::written(out.get()).toByteArray());
}

QDateTime Certificate::validFrom() const
{
    return timeOf(X509_get0_notBefore(m_x509.get()));
}

QDateTime Certificate::validTo() const
{
    return timeOf(X509_get0_notAfter(m_x509.get()));
}

bool Certificate::isValidAt(const QDateTime &moment) const
{
    return validFrom() <= moment && moment <= validTo();
}

Status Certificate::verify(QByteArrayView data, QByteArrayView signature) const
{
    return m_key.verify(data, signature);
}

Status Certificate::checkIssuedBy(const Certificate &issuer) const
{
    // A self-signed one of ours is no authority: OpenSSL would not let it issue itself.
    const bool named =
        *this == issuer || X509_check_issued(issuer.m_x509.get(), m_x509.get()) == X509_V_OK;
    const bool issued = named && X509_verify(m_x509.get(), issuer.m_key.m_key.get()) == 1;
    ossl::clearErrors();
    if (!issued)
        return Error{ErrorCode::Corrupt, QStringLiteral("certificate.issuer"), {}};
    return done();
}

} // namespace ambroise::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/authority.h>

#include <ambroise/crypto/random.h>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

namespace ambroise::sandbox {
namespace {

struct Free {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    void operator()(PKCS12 *p12) const { PKCS12_free(p12); }
    void operator()(BIGNUM *number) const { BN_free(number); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;
using Key = std::shared_ptr<EVP_PKEY>;
using Certificate = std::shared_ptr<X509>;

Key makeKey()
{
    return {EVP_RSA_gen(2048), EVP_PKEY_free};
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

QByteArray pemOf(X509 *x509)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), x509);
    return contentOf(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio.get());
}

void add(X509_NAME *name, int nid, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (!utf8.isEmpty())
        X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(utf8.constData()),
                                   int(utf8.size()), -1, 0);
}

void extend(X509 *x509, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    X509_add_ext(x509, extension.get(), -1);
}

Certificate blank(const Authority::Subject &subject, EVP_PKEY *key, const QDateTime &from,
                  const QDateTime &until)
{
    Certificate x509(X509_new(), X509_free);
    X509_set_version(x509.get(), X509_VERSION_3);
    const QByteArray serial = crypto::randomBytes(16);
    const Owned<BIGNUM> number(BN_bin2bn(
        reinterpret_cast<const unsigned char *>(serial.constData()), int(serial.size()), nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509.get()));
    ASN1_TIME_set(X509_getm_notBefore(x509.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(x509.get()), until.toSecsSinceEpoch());
    X509_NAME *name = X509_get_subject_name(x509.get());
    add(name, NID_countryName, QStringLiteral("FR"));
    add(name, NID_organizationName, subject.organisation);
    add(name, NID_organizationalUnitName, subject.unit);
    add(name, NID_commonName, subject.commonName);
    X509_set_pubkey(x509.get(), key);
    return x509;
}

//! "DNS:localhost,IP:127.0.0.1".
QByteArray namesOf(const QStringList &hosts)
{
    QStringList names;
    for (const QString &host : hosts) {
        const bool isAddress = !host.isEmpty() && host.back().isDigit();
        names << (isAddress ? u"IP:"_qs : u"DNS:"_qs) + host;
    }
    return names.join(u',').toLatin1();
}

void describeUse(X509 *x509, X509 *issuer, Authority::Use use, const QStringList &hosts)
{
    switch (use) {
    case Authority::Use::Server:
        extend(x509, issuer, NID_key_usage, "critical,digitalSignature,keyEncipherment");
        extend(x509, issuer, NID_ext_key_usage, "serverAuth");
        extend(x509, issuer, NID_subject_alt_name, namesOf(hosts));
        return;
    case Authority::Use::Client:
        extend(x509, issuer, NID_key_usage, "critical,digitalSignature");
        extend(x509, issuer, NID_ext_key_usage, "clientAuth");
        return;
    case Authority::Use::Signature:
        extend(x509, issuer, NID_key_usage, "critical,nonRepudiation");
        extend(x509, issuer, NID_ext_key_usage, "emailProtection");
        return;
    case Authority::Use::Authentication:
        extend(x509, issuer, NID_key_usage, "critical,digitalSignature");
        extend(x509, issuer, NID_ext_key_usage, "clientAuth,emailProtection");
        return;
    }
}

} // namespace

QSslCertificate Issued::certificate() const
{
    return QSslCertificate(certificatePem, QSsl::Pem);
}

QSslKey Issued::key() const
{
    return QSslKey(keyPem, QSsl::Rsa);
}

QByteArray Issued::pkcs12(const QByteArray &passphrase) const
{
    const Owned<BIO> certificate(
        BIO_new_mem_buf(certificatePem.constData(), int(certificatePem.size())));
    const Owned<BIO> key(BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())));
    const Certificate x509(PEM_read_bio_X509(certificate.get(), nullptr, nullptr, nullptr),
                           X509_free);
    const Key pkey(PEM_read_bio_PrivateKey(key.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    const Owned<PKCS12> p12(PKCS12_create(passphrase.constData(), nullptr, pkey.get(), x509.get(),
                                          nullptr, 0, 0, 0, 0, 0));
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    i2d_PKCS12_bio(out.get(), p12.get());
    return contentOf(out.get());
}

Authority::Authority(const Subject &subject, const QDateTime &now)
    : m_from(now.addDays(-1))
    , m_until(now.addYears(1))
    , m_key(makeKey())
    , m_x509(blank(subject, m_key.get(), m_from, m_until))
{
    X509_set_issuer_name(m_x509.get(), X509_get_subject_name(m_x509.get()));
    extend(m_x509.get(), m_x509.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(m_x509.get(), m_x509.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(m_x509.get(), m_x509.get(), NID_subject_key_identifier, "hash");
    X509_sign(m_x509.get(), m_key.get(), EVP_sha256());
}

Issued Authority::issue(const Subject &subject, Use use, const QStringList &hosts) const
{
    return issueFor(subject, use, m_from, m_until, hosts);
}

Issued Authority::issueFor(const Subject &subject, Use use, const QDateTime &from,
                           const QDateTime &until, const QStringList &hosts) const
{
    const Key key = makeKey();
    const Certificate x509 = blank(subject, key.get(), from, until);
    X509_set_issuer_name(x509.get(), X509_get_subject_name(m_x509.get()));
    extend(x509.get(), m_x509.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(x509.get(), m_x509.get(), NID_authority_key_identifier, "keyid");
    describeUse(x509.get(), m_x509.get(), use, hosts);
    X509_sign(x509.get(), m_key.get(), EVP_sha256());
    return {pemOf(x509.get()), pemOf(key.get())};
}

QByteArray Authority::pem() const
{
    return pemOf(m_x509.get());
}

QSslCertificate Authority::certificate() const
{
    return QSslCertificate(pem(), QSsl::Pem);
}

} // namespace ambroise::sandbox

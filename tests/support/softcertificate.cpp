// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/softcard.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace ambroise::test {

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *x509) const { X509_free(x509); }
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(ASN1_OBJECT *object) const { ASN1_OBJECT_free(object); }
    void operator()(ASN1_OCTET_STRING *string) const { ASN1_OCTET_STRING_free(string); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<EVP_PKEY> makeKey(SoftCardSpec::Key kind)
{
    return Owned<EVP_PKEY>(kind == SoftCardSpec::Key::Rsa ? EVP_RSA_gen(2048)
                                                          : EVP_EC_gen("P-256"));
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

//! `set` as X509_NAME_add_entry takes it: 0 begins an RDN, -1 joins the one before.
void addPart(X509_NAME *name, int nid, const QString &text, int set)
{
    const QByteArray utf8 = text.toUtf8();
    X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(utf8.constData()),
                               int(utf8.size()), -1, set);
}

void addSubject(X509 *x509, const SoftCardSpec &spec)
{
    X509_NAME *name = X509_get_subject_name(x509);
    addPart(name, NID_countryName, u"FR"_qs, 0);
    addPart(name, NID_title, spec.title, 0);
    addPart(name, NID_commonName, spec.nationalId, 0);
    addPart(name, NID_surname, spec.surname, -1);
    addPart(name, NID_givenName, spec.givenName, -1);
    X509_set_issuer_name(x509, name);
}

//! 1.2.250.1.71.1.2.<last> with a value that is DER already.
void addExtension(X509 *x509, int last, const QByteArray &der)
{
    const QByteArray oid = "1.2.250.1.71.1.2." + QByteArray::number(last);
    const Owned<ASN1_OBJECT> object(OBJ_txt2obj(oid.constData(), 1));
    const Owned<ASN1_OCTET_STRING> value(ASN1_OCTET_STRING_new());
    ASN1_OCTET_STRING_set(value.get(), reinterpret_cast<const unsigned char *>(der.constData()),
                          int(der.size()));
    const Owned<X509_EXTENSION> extension(
        X509_EXTENSION_create_by_OBJ(nullptr, object.get(), 0, value.get()));
    X509_add_ext(x509, extension.get(), -1);
}

QByteArray tagged(char tag, const QByteArray &content)
{
    return QByteArray(1, tag) + char(content.size()) + content;
}

void addCardExtensions(X509 *x509, const SoftCardSpec &spec)
{
    addExtension(x509, 2, tagged(0x02, QByteArray(1, char(spec.cardType))));
    addExtension(x509, 3, tagged(0x13, "8025000001/2800000001"));
    addExtension(x509, 5, tagged(0x04, QByteArray(1, spec.isTest ? char(0x80) : char(0x00))));
    addExtension(x509, 7, tagged(0x02, QByteArray(1, char(spec.profession))));
}

} // namespace

SoftCertificate makeCertificate(const SoftCardSpec &spec)
{
    const Owned<EVP_PKEY> key = makeKey(spec.key);
    const Owned<X509> x509(X509_new());
    X509_set_version(x509.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
    ASN1_TIME_set(X509_getm_notBefore(x509.get()), spec.validUntil.addYears(-3).toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(x509.get()), spec.validUntil.toSecsSinceEpoch());
    addSubject(x509.get(), spec);
    if (spec.ofIgcSante)
        addCardExtensions(x509.get(), spec);
    X509_set_pubkey(x509.get(), key.get());
    X509_sign(x509.get(), key.get(), EVP_sha256());
    unsigned char *encoded = nullptr;
    const int size = i2d_X509(x509.get(), &encoded);
    const QByteArray der(reinterpret_cast<const char *>(encoded), size);
    OPENSSL_free(encoded);
    return {der, pemOf(key.get())};
}

} // namespace ambroise::test

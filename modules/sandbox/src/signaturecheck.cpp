// SPDX-License-Identifier: GPL-3.0-or-later
#include "signaturecheck.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

namespace ambroise::sandbox {
namespace {

using xml::Node;

const QString ds = QStringLiteral("http://www.w3.org/2000/09/xmldsig#");
const QString excC14n = QStringLiteral("http://www.w3.org/2001/10/xml-exc-c14n#");

struct Free {
    void operator()(X509 *x509) const { X509_free(x509); }
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(xmlSecDSigCtx *context) const { xmlSecDSigCtxDestroy(context); }
};
using X509Owned = std::unique_ptr<X509, Free>;

Error refused(const QString &why)
{
    return {ErrorCode::Denied, u"sandbox.assertion"_qs, why};
}

//! Once a process; xmlsec has one state.
bool xmlsecIsReady()
{
    static const bool ready =
        xmlSecInit() == 0 && xmlSecCryptoAppInit(nullptr) == 0 && xmlSecCryptoInit() == 0;
    xmlSecErrorsDefaultCallbackEnableOutput(0);
    return ready;
}

X509Owned parse(const QByteArray &der)
{
    const auto *next = reinterpret_cast<const unsigned char *>(der.constData());
    X509Owned x509(d2i_X509(nullptr, &next, long(der.size())));
    ERR_clear_error();
    return x509;
}

QString subjectOf(const X509 &x509)
{
    const std::unique_ptr<BIO, Free> out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), X509_get_subject_name(&x509), 0,
                       XN_FLAG_RFC2253 & ~ulong(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QString::fromUtf8(data, qsizetype(size));
}

bool isTrusted(X509 &x509, const QByteArray &der, const QList<QSslCertificate> &trusted)
{
    for (const QSslCertificate &anchor : trusted) {
        const X509Owned issuer = parse(anchor.toDer());
        const bool itself = anchor.toDer() == der;
        const bool issued = issuer && X509_check_issued(issuer.get(), &x509) == X509_V_OK &&
                            X509_verify(&x509, X509_get0_pubkey(issuer.get())) == 1;
        ERR_clear_error();
        if (itself || issued)
            return true;
    }
    return false;
}

//! The one ds:Reference, and the methods: anything else could be over another part of the document.
Status checkShape(const Node &element, const Node &signature)
{
    xml::Sequence parts(signature, ds);
    AMBROISE_TRY(const Node info, parts.take(u"SignedInfo"_qs));
    xml::Sequence inside(info, ds);
    AMBROISE_TRY(const Node canonical, inside.take(u"CanonicalizationMethod"_qs));
    AMBROISE_TRY(const Node method, inside.take(u"SignatureMethod"_qs));
    AMBROISE_TRY(const Node reference, inside.take(u"Reference"_qs));
    AMBROISE_CHECK(inside.end());
    if (canonical.attribute("Algorithm") != excC14n)
        return refused(u"la forme canonique n’est pas exc-c14n"_qs);
    if (method.attribute("Algorithm") != u"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
        return refused(u"la signature n’est pas rsa-sha256"_qs);
    if (reference.attribute("URI") != u'#' + element.attribute("ID"))
        return refused(u"la signature ne porte pas sur l’assertion"_qs);
    xml::Sequence of(reference, ds);
    AMBROISE_TRY(const Node transforms, of.take(u"Transforms"_qs));
    AMBROISE_TRY(const Node digest, of.take(u"DigestMethod"_qs));
    const QList<Node> each = transforms.children();
    if (each.size() != 2 || each[0].attribute("Algorithm") != ds + u"enveloped-signature"_qs ||
        each[1].attribute("Algorithm") != excC14n)
        return refused(u"transformations autres que enveloped-signature puis exc-c14n"_qs);
    if (digest.attribute("Algorithm") != u"http://www.w3.org/2001/04/xmlenc#sha256")
        return refused(u"l’empreinte n’est pas SHA-256"_qs);
    return done();
}

QByteArray certificateIn(const Node &signature)
{
    for (const Node &info : signature.children())
        if (info.is(ds, u"KeyInfo"))
            for (const Node &data : info.children())
                for (const Node &certificate : data.children())
                    if (certificate.is(ds, u"X509Certificate"))
                        return QByteArray::fromBase64(certificate.text().toLatin1());
    return {};
}

bool verifies(const Node &element, const Node &signature, const QByteArray &der)
{
    if (!xmlsecIsReady())
        return false;
    xmlAttr *id = xmlHasProp(element.raw(), reinterpret_cast<const xmlChar *>("ID"));
    xmlChar *value = xmlGetNoNsProp(element.raw(), reinterpret_cast<const xmlChar *>("ID"));
    // Another element of the same id would make xmlsec look elsewhere.
    const bool unique = xmlAddID(nullptr, element.raw()->doc, value, id) != nullptr;
    xmlFree(value);
    const std::unique_ptr<xmlSecDSigCtx, Free> context(xmlSecDSigCtxCreate(nullptr));
    if (!context || !unique)
        return false;
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    context->signKey = xmlSecCryptoAppKeyLoadMemory(
        reinterpret_cast<const xmlSecByte *>(der.constData()), static_cast<xmlSecSize>(der.size()),
        xmlSecKeyDataFormatCertDer, nullptr, nullptr, nullptr);
    return context->signKey && xmlSecDSigCtxVerify(context.get(), signature.raw()) == 0 &&
           context->status == xmlSecDSigStatusSucceeded;
}

} // namespace

Result<Signer> checkSignature(const Node &element, const Node &signature,
                              const QList<QSslCertificate> &trusted, const QDateTime &now)
{
    AMBROISE_CHECK(checkShape(element, signature));
    const QByteArray der = certificateIn(signature);
    const X509Owned x509 = parse(der);
    if (!x509)
        return refused(u"pas de certificat dans KeyInfo"_qs);
    if (!isTrusted(*x509, der, trusted))
        return refused(u"certificat de signature d’une autorité inconnue"_qs);
    const QSslCertificate certificate(der, QSsl::Der);
    if (now < certificate.effectiveDate() || now > certificate.expiryDate())
        return refused(u"certificat de signature hors de sa période"_qs);
    // Without the extension every use is allowed (RFC 5280 §4.2.1.3).
    if (!(X509_get_key_usage(x509.get()) & X509v3_KU_NON_REPUDIATION))
        return refused(u"signée par une clé qui n’est pas de signature"_qs);
    if (!verifies(element, signature, der))
        return refused(u"signature fausse : assertion modifiée"_qs);
    return Signer{subjectOf(*x509), certificate.subjectInfo(QSslCertificate::CommonName).value(0)};
}

} // namespace ambroise::sandbox

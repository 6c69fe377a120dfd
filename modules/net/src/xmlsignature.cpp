// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/net/xmlsignature.h>

#include <ambroise/crypto/hash.h>

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include <memory>

namespace ambroise::net {
namespace {

struct FreeDocument {
    void operator()(xmlDoc *document) const { xmlFreeDoc(document); }
};

//! Already canonical: one line, no empty element, attributes in order, its own namespace.
QByteArray signedInfo(const QString &id, const QByteArray &digest)
{
    const QByteArray ds = "http://www.w3.org/2000/09/xmldsig#";
    const QByteArray c14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    return "<ds:SignedInfo xmlns:ds=\"" + ds +
           "\">" //
           "<ds:CanonicalizationMethod Algorithm=\"" +
           c14n +
           "\"></ds:CanonicalizationMethod>"
           "<ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\">"
           "</ds:SignatureMethod>"
           "<ds:Reference URI=\"#" +
           id.toUtf8() +
           "\"><ds:Transforms>"
           "<ds:Transform Algorithm=\"" +
           ds +
           "enveloped-signature\"></ds:Transform>"
           "<ds:Transform Algorithm=\"" +
           c14n +
           "\"></ds:Transform></ds:Transforms>"
           "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">"
           "</ds:DigestMethod><ds:DigestValue>" +
           digest.toBase64() + "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
}

} // namespace

Result<QByteArray> canonicalXml(const QByteArray &xml)
{
    const Error malformed{ErrorCode::Corrupt, u"xml.form"_qs, {}};
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        xmlReadMemory(xml.constData(), int(xml.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!document || xmlGetIntSubset(document.get()))
        return malformed;
    xmlChar *text = nullptr;
    const int size =
        xmlC14NDocDumpMemory(document.get(), nullptr, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, &text);
    if (size < 0)
        return malformed;
    QByteArray canonical(reinterpret_cast<const char *>(text), size);
    xmlFree(text);
    return canonical;
}

Result<EnvelopedSignature> EnvelopedSignature::prepare(const QByteArray &element, const QString &id,
                                                       qsizetype place,
                                                       const QByteArray &certificate)
{
    // Before it is put in there is no signature that the enveloped transform would take out.
    AMBROISE_TRY(const QByteArray canonical, canonicalXml(element));
    EnvelopedSignature signature;
    signature.m_element = element;
    signature.m_place = place;
    signature.m_signedInfo = signedInfo(id, crypto::sha256(canonical));
    signature.m_certificate = certificate;
    return signature;
}

QByteArray EnvelopedSignature::complete(const QByteArray &signature) const
{
    const QByteArray whole = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">" +
                             m_signedInfo + "<ds:SignatureValue>" + signature.toBase64() +
                             "</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>" +
                             m_certificate.toBase64() +
                             "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>";
    return QByteArray(m_element).insert(m_place, whole);
}

} // namespace ambroise::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QString>

namespace ambroise::net {

//! Exclusive canonical form without comments (W3C xml-exc-c14n) of a whole document. Error: Corrupt
//! "xml.form" where it is not well-formed; nothing outside the document is ever read.
Result<QByteArray> canonicalXml(const QByteArray &xml);

//! An enveloped XML signature, exc-c14n, rsa-sha256, in two steps, because who signs (a card,
//! behind its code) answers later: prepare(), have toSign() signed by RSA PKCS#1 v1.5 with SHA-256,
//! complete(). Source: W3C xmldsig-core1 §3.1, SAML 2.0 core §5.4.
class EnvelopedSignature {
public:
    //! `element`: a document, without its declaration, whose root has the attribute ID="`id`"; the
    //! signature goes before the byte `place`. `certificate`: of the key, DER. Errors: Corrupt
    //! "xml.form".
    static Result<EnvelopedSignature> prepare(const QByteArray &element, const QString &id,
                                              qsizetype place, const QByteArray &certificate);

    [[nodiscard]] const QByteArray &toSign() const { return m_signedInfo; }
    //! The element with its signature.
    [[nodiscard]] QByteArray complete(const QByteArray &signature) const;

private:
    EnvelopedSignature() = default;
    QByteArray m_element;
    qsizetype m_place = 0;
    QByteArray m_signedInfo;
    QByteArray m_certificate;
};

} // namespace ambroise::net

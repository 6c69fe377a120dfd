// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/assertions.h>

#include "xmlwriter.h"

#include <ambroise/crypto/signature.h>
#include <ambroise/net/xmlsignature.h>

#include <QUuid>

namespace ambroise::insi {
namespace {

constexpr int validitySeconds = 3600;
constexpr int renewalSeconds = 300; //!< before the end
constexpr int skewSeconds = 60;     //!< a service whose clock is behind ours

struct Unsigned {
    QByteArray xml;
    QString id;
    qsizetype place = 0; //!< of the signature: right behind the issuer (SAML 2.0 core §2.3.3)
};

QString instant(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ");
}

void writeAttribute(XmlWriter &xml, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    xml.start(u"saml2:Attribute"_qs, {{u"Name"_qs, name}});
    xml.text(u"saml2:AttributeValue"_qs, value);
    xml.end();
}

Unsigned write(const QString &issuer, const Professional &professional, const QDateTime &now)
{
    Unsigned assertion;
    assertion.id = u'_' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    XmlWriter xml;
    xml.start(u"saml2:Assertion"_qs,
              {{u"xmlns:saml2"_qs, u"urn:oasis:names:tc:SAML:2.0:assertion"_qs},
               {u"ID"_qs, assertion.id},
               {u"IssueInstant"_qs, instant(now)},
               {u"Version"_qs, u"2.0"_qs}});
    xml.text(u"saml2:Issuer"_qs, issuer,
             {{u"Format"_qs, u"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName"_qs}});
    assertion.place = xml.bytes().size();
    xml.start(u"saml2:Subject"_qs);
    xml.text(u"saml2:NameID"_qs, professional.nationalId, {{u"NameQualifier"_qs, u"CPS"_qs}});
    xml.end();
    xml.start(u"saml2:Conditions"_qs,
              {{u"NotBefore"_qs, instant(now.addSecs(-skewSeconds))},
               {u"NotOnOrAfter"_qs, instant(now.addSecs(validitySeconds))}});
    xml.end();
    xml.start(u"saml2:AttributeStatement"_qs);
    writeAttribute(xml, u"identifiantFacturation"_qs, professional.billingId);
    writeAttribute(xml, u"secteurActivite"_qs, professional.sector);
    writeAttribute(xml, u"codeSpecialite"_qs, professional.specialty);
    xml.end();
    xml.end();
    assertion.xml = xml.bytes();
    return assertion;
}

} // namespace

SoftwareSigner::SoftwareSigner(QByteArray certificateDer, crypto::RsaKey key)
    : m_certificate(std::move(certificateDer))
    , m_key(std::move(key))
{
}

QFuture<Result<QByteArray>> SoftwareSigner::certificate()
{
    const net::Promised<QByteArray> promised;
    promised.give(m_certificate);
    return promised.future();
}

QFuture<Result<QByteArray>> SoftwareSigner::sign(const QByteArray &bytes)
{
    const net::Promised<QByteArray> promised;
    promised.give(m_key.sign(bytes));
    return promised.future();
}

Assertions::Assertions(AssertionSigner &signer, Professional professional, const Clock &clock)
    : m_signer(signer)
    , m_professional(std::move(professional))
    , m_clock(clock)
    , m_context(std::make_unique<QObject>())
{
}

Assertions::~Assertions() = default;

QFuture<Result<QByteArray>> Assertions::current()
{
    const bool underWay = m_current.isStarted() && !m_current.isFinished();
    const bool holds = m_until.isValid() && m_clock.now() < m_until.addSecs(-renewalSeconds);
    if (underWay || holds)
        return m_current;
    const net::Promised<QByteArray> promised;
    m_current = promised.future();
    make(promised);
    return m_current;
}

void Assertions::forget()
{
    m_until = {};
    m_context = std::make_unique<QObject>(); // what is under way is not used any more
    m_current = {};
}

void Assertions::make(const net::Promised<QByteArray> &promised)
{
    m_until = {};
    net::whenKept(m_signer.certificate(), m_context.get(),
                  [this, promised](const Result<QByteArray> &certificate) {
                      if (certificate.ok())
                          sign(*certificate, promised);
                      else
                          promised.give(certificate.error());
                  });
}

void Assertions::sign(const QByteArray &certificate, const net::Promised<QByteArray> &promised)
{
    const auto read = crypto::Certificate::fromDer(certificate);
    if (!read.ok()) {
        promised.give(read.error());
        return;
    }
    const QDateTime now = m_clock.now();
    const Unsigned assertion = write(read->distinguishedName(), m_professional, now);
    const auto signature =
        net::EnvelopedSignature::prepare(assertion.xml, assertion.id, assertion.place, certificate);
    if (!signature.ok()) {
        promised.give(signature.error());
        return;
    }
    net::whenKept(m_signer.sign(signature->toSign()), m_context.get(),
                  [this, promised, signature = *signature, now](const Result<QByteArray> &made) {
                      if (made.ok())
                          m_until = now.addSecs(validitySeconds);
                      promised.give(made.ok() ? signature.complete(*made)
                                              : Result<QByteArray>(made.error()));
                  });
}

} // namespace ambroise::insi

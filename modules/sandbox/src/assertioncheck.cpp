// SPDX-License-Identifier: GPL-3.0-or-later
#include "assertioncheck.h"

#include "signaturecheck.h"

#include <QRegularExpression>

namespace ambroise::sandbox {
namespace {

using xml::Node;
using xml::Sequence;

const QString saml = QStringLiteral("urn:oasis:names:tc:SAML:2.0:assertion");
const QString ds = QStringLiteral("http://www.w3.org/2000/09/xmldsig#");

Error refused(const QString &why)
{
    return {ErrorCode::Denied, u"sandbox.assertion"_qs, u"Assertion : "_qs + why};
}

Result<Node> next(Sequence &sequence, const QString &name)
{
    const auto node = sequence.take(name);
    if (!node.ok())
        return refused(node.error().detail);
    return node;
}

QDateTime instant(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

Status checkIssuer(const Node &issuer, const Signer &signer)
{
    if (issuer.attribute("Format") != u"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName")
        return refused(u"Issuer/@Format n’est pas X509SubjectName"_qs);
    if (issuer.text() != signer.subject)
        return refused(
            u"Issuer n’est pas le sujet du certificat de signature (%1)"_qs.arg(signer.subject));
    return done();
}

Status checkTime(const Node &conditions, const QDateTime &now)
{
    const QDateTime from = instant(conditions.attribute("NotBefore"));
    const QDateTime until = instant(conditions.attribute("NotOnOrAfter"));
    if (!from.isValid() || !until.isValid() || from >= until)
        return refused(u"Conditions sans période"_qs);
    if (now < from)
        return refused(u"pas encore valide"_qs);
    if (now >= until)
        return refused(u"expirée"_qs);
    return done();
}

Status checkAttributes(const Node &statement)
{
    QHash<QString, QString> values;
    for (const Node &attribute : statement.children()) {
        Sequence inside(attribute, saml);
        const auto value = inside.take(u"AttributeValue"_qs);
        if (!attribute.is(saml, u"Attribute") || !value.ok() || !inside.end().ok())
            return refused(u"AttributeStatement : un Attribute a une AttributeValue"_qs);
        values.insert(attribute.attribute("Name"), value->text());
    }
    if (values.value(u"identifiantFacturation"_qs).isEmpty())
        return refused(u"identifiantFacturation manque"_qs);
    static const QRegularExpression sector(u"^SA[0-9]{2}$"_qs);
    if (!sector.match(values.value(u"secteurActivite"_qs)).hasMatch())
        return refused(u"secteurActivite attendu, comme SA07"_qs);
    return done();
}

Result<QString> checkSubject(const Node &subject, const Signer &signer)
{
    Sequence inside(subject, saml);
    AMBROISE_TRY(const Node name, next(inside, u"NameID"_qs));
    if (name.attribute("NameQualifier") != u"CPS")
        return refused(u"NameID/@NameQualifier n’est pas CPS"_qs);
    if (name.text().isEmpty() || name.text() != signer.commonName)
        return refused(u"NameID n’est pas le porteur de la carte (%1)"_qs.arg(signer.commonName));
    return name.text();
}

} // namespace

Result<QString> checkAssertion(const Node &assertion, const InsiRules &rules)
{
    if (assertion.attribute("Version") != u"2.0" || assertion.attribute("ID").isEmpty() ||
        !instant(assertion.attribute("IssueInstant")).isValid())
        return refused(u"Version, ID ou IssueInstant manque"_qs);
    Sequence parts(assertion, saml);
    AMBROISE_TRY(const Node issuer, next(parts, u"Issuer"_qs));
    const auto signature = [&]() -> std::optional<Node> {
        const QList<Node> all = assertion.children();
        return all.size() > 1 && all[1].is(ds, u"Signature") ? std::optional(all[1]) : std::nullopt;
    }();
    if (!signature)
        return refused(u"non signée, ou ds:Signature n’est pas après Issuer"_qs);
    const auto signer = checkSignature(assertion, *signature, rules.signers, rules.now);
    if (!signer.ok())
        return refused(signer.error().detail);
    parts.skip();
    AMBROISE_TRY(const Node subject, next(parts, u"Subject"_qs));
    AMBROISE_TRY(const Node conditions, next(parts, u"Conditions"_qs));
    AMBROISE_TRY(const Node statement, next(parts, u"AttributeStatement"_qs));
    if (!parts.end().ok())
        return refused(parts.end().error().detail);
    AMBROISE_CHECK(checkIssuer(issuer, *signer));
    AMBROISE_CHECK(checkTime(conditions, rules.now));
    AMBROISE_CHECK(checkAttributes(statement));
    return checkSubject(subject, *signer);
}

} // namespace ambroise::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/insicontract.h>

#include "assertioncheck.h"

#include <QRegularExpression>

namespace ambroise::sandbox {
namespace {

using xml::contract;
using xml::Node;
using xml::Sequence;

const QString soap = QStringLiteral("http://www.w3.org/2003/05/soap-envelope");
const QString wsse = QStringLiteral(
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd");
const QString wsa = QStringLiteral("http://www.w3.org/2005/08/addressing");
const QString lps = QStringLiteral("urn:siram:lps:ctxlps");
const QString bam = QStringLiteral("urn:siram:bam:ctxbam");
const QString saml = QStringLiteral("urn:oasis:names:tc:SAML:2.0:assertion");

constexpr qint64 clockSkewSeconds = 600;

Status matches(const Node &node, const QString &pattern, const QString &expected)
{
    const QRegularExpression shape(QRegularExpression::anchoredPattern(pattern));
    if (shape.match(node.text()).hasMatch())
        return done();
    return contract(u"%1 : %2 attendu"_qs.arg(node.name(), expected));
}

const QString uuidPattern = QStringLiteral("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

Status checkAttribute(const Node &node, const char *name, QStringView expected)
{
    if (node.attribute(name) == expected)
        return done();
    return contract(
        u"%1/@%2 : %3 attendu"_qs.arg(node.name(), QString::fromLatin1(name), expected));
}

//! The headers, each once.
struct Headers {
    std::optional<Node> security{};
    std::optional<Node> bam{};
    std::optional<Node> lps{};
    std::optional<Node> action{};
    std::optional<Node> messageId{};
};

Status put(std::optional<Node> &place, const Node &node)
{
    if (place)
        return contract(u"Header : %1 deux fois"_qs.arg(node.name()));
    place = node;
    return done();
}

Result<Headers> headersOf(const Node &header)
{
    Headers headers;
    for (const Node &node : header.children()) {
        if (node.is(wsse, u"Security")) {
            AMBROISE_CHECK(put(headers.security, node));
        } else if (node.is(bam, u"ContexteBAM")) {
            AMBROISE_CHECK(put(headers.bam, node));
        } else if (node.is(lps, u"ContexteLPS")) {
            AMBROISE_CHECK(put(headers.lps, node));
        } else if (node.is(wsa, u"Action")) {
            AMBROISE_CHECK(put(headers.action, node));
        } else if (node.is(wsa, u"MessageID")) {
            AMBROISE_CHECK(put(headers.messageId, node));
        } else {
            return contract(u"Header : %1 n’est pas du contrat"_qs.arg(node.name()));
        }
    }
    for (const auto &[there, name] : {std::pair(bool(headers.bam), u"ContexteBAM"_qs),
                                      std::pair(bool(headers.lps), u"ContexteLPS"_qs),
                                      std::pair(bool(headers.action), u"wsa:Action"_qs),
                                      std::pair(bool(headers.messageId), u"wsa:MessageID"_qs)})
        if (!there)
            return contract(u"Header : %1 manque"_qs.arg(name));
    return headers;
}

//! Id, Temps, Emetteur, with which both contexts begin.
Result<QString> contextStart(Sequence &parts, const QDateTime &now)
{
    AMBROISE_TRY(const Node id, parts.take(u"Id"_qs));
    AMBROISE_CHECK(matches(id, uuidPattern, u"un UUID"_qs));
    AMBROISE_TRY(const Node time, parts.take(u"Temps"_qs));
    AMBROISE_CHECK(matches(time,
                           u"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?"
                           "(Z|[+-]\\d{2}:\\d{2})"_qs,
                           u"un xs:dateTime"_qs));
    const QDateTime told = QDateTime::fromString(time.text(), Qt::ISODateWithMs);
    if (!told.isValid() || qAbs(told.secsTo(now)) > clockSkewSeconds)
        return contract(u"Temps : à plus de dix minutes de l’heure du service"_qs);
    AMBROISE_TRY(const Node emitter, parts.take(u"Emetteur"_qs));
    if (emitter.text().isEmpty())
        return contract(u"Emetteur : vide"_qs);
    return emitter.text();
}

Result<QString> checkBam(const Node &context, const QDateTime &now)
{
    AMBROISE_CHECK(checkAttribute(context, "Version", u"01_02"));
    Sequence parts(context, bam);
    AMBROISE_TRY(const QString emitter, contextStart(parts, now));
    AMBROISE_TRY(const Node cover, parts.take(u"COUVERTURE"_qs));
    if (!cover.text().isEmpty() || !cover.children().isEmpty())
        return contract(u"COUVERTURE : vide attendue"_qs);
    AMBROISE_CHECK(parts.end());
    return emitter;
}

Result<QString> checkLps(const Node &context, const InsiRules &rules)
{
    AMBROISE_CHECK(checkAttribute(context, "Nature", u"CTXLPS"));
    AMBROISE_CHECK(checkAttribute(context, "Version", u"01_00"));
    Sequence parts(context, lps);
    AMBROISE_TRY(const QString emitter, contextStart(parts, rules.now));
    AMBROISE_TRY(const Node program, parts.take(u"LPS"_qs));
    AMBROISE_CHECK(parts.end());
    Sequence inside(program, lps);
    AMBROISE_TRY(const Node idam, inside.take(u"IDAM"_qs));
    AMBROISE_CHECK(checkAttribute(idam, "R", u"4"));
    AMBROISE_TRY(const Node version, inside.take(u"Version"_qs));
    AMBROISE_TRY(const Node instance, inside.take(u"Instance"_qs));
    AMBROISE_CHECK(matches(instance, uuidPattern, u"un UUID"_qs));
    AMBROISE_TRY(const Node name, inside.take(u"Nom"_qs));
    AMBROISE_CHECK(matches(name, u"urn:lps:[^:]+:[^:]+"_qs, u"urn:lps:NOM:VERSION"_qs));
    AMBROISE_CHECK(inside.end());
    if (version.text().isEmpty())
        return contract(u"LPS/Version : vide"_qs);
    if (idam.text().isEmpty() || (!rules.idams.isEmpty() && !rules.idams.contains(idam.text())))
        return Error{ErrorCode::Denied, u"sandbox.desir_550"_qs,
                     u"Numéro d'autorisation du logiciel inconnu."_qs};
    return emitter;
}

//! An organisation's certificate of IGC-Santé: CN exactly one of two, and the right issuer.
Result<QString> emitterOf(const QSslCertificate &client, const InsiRules &rules)
{
    const QString name = client.subjectInfo(QSslCertificate::CommonName).value(0);
    const QString issuer = client.issuerInfo(QSslCertificate::CommonName).value(0);
    if ((name != u"INSI-AUTO" && name != u"INSI-MANU") || issuer != rules.organisationsAuthority)
        return Error{ErrorCode::Denied, u"sandbox.desir_560"_qs,
                     u"Droits insuffisants : certificat %1 de %2."_qs.arg(name, issuer)};
    return client.subjectInfo(QSslCertificate::OrganizationalUnitName).value(0);
}

//! Who asks, as proved; Emetteur must say the same.
Result<QString> prove(const Headers &headers, const HttpRequest &request, const InsiRules &rules)
{
    if (!rules.withAssertion) {
        AMBROISE_TRY(const QString emitter, emitterOf(request.client, rules));
        // What a carte Vitale's own assertion looks like is not public: one may be there.
        if (headers.security && headers.security->children().size() > 1)
            return contract(u"Security : pas d’assertion du professionnel avec un certificat "
                            "d’organisation"_qs);
        return emitter;
    }
    if (!headers.security)
        return contract(u"Header : wsse:Security manque"_qs);
    const QList<Node> assertions = headers.security->children();
    if (assertions.isEmpty() || !assertions.first().is(saml, u"Assertion"))
        return contract(u"Security : saml2:Assertion attendue"_qs);
    return checkAssertion(assertions.first(), rules);
}

Status checkName(const Node &node)
{
    return matches(node, u"[A-Z' -]+"_qs, u"des capitales A-Z, espace, apostrophe, tiret"_qs);
}

//! NomNaissance to LieuNaissance: each may be left out, none may change places.
Result<PersonQuery> traitsOf(Sequence &parts)
{
    PersonQuery query;
    if (const auto name = parts.takeIf(u"NomNaissance"_qs)) {
        AMBROISE_CHECK(checkName(*name));
        query.surname = name->text();
    }
    while (const auto name = parts.takeIf(u"Prenom"_qs)) {
        AMBROISE_CHECK(checkName(*name));
        query.givenNames << name->text();
    }
    if (const auto sex = parts.takeIf(u"Sexe"_qs)) {
        AMBROISE_CHECK(matches(*sex, u"[MF]"_qs, u"M ou F"_qs));
        query.sex = sex->text();
    }
    if (const auto date = parts.takeIf(u"DateNaissance"_qs)) {
        AMBROISE_CHECK(matches(*date, u"\\d{4}-\\d{2}-\\d{2}"_qs, u"AAAA-MM-JJ"_qs));
        query.birthDate = date->text();
    }
    if (const auto place = parts.takeIf(u"LieuNaissance"_qs)) {
        AMBROISE_CHECK(matches(*place, u"[0-9][0-9AB][0-9]{3}"_qs, u"un code COG"_qs));
        query.birthPlace = place->text();
    }
    AMBROISE_CHECK(parts.end());
    return query;
}

struct Matricule {
    QString number{};
    QString key{};
};

Result<Matricule> matriculeOf(const Node &node, const QString &ns)
{
    Sequence parts(node, ns);
    AMBROISE_TRY(const Node number, parts.take(u"NumIdentifiant"_qs));
    AMBROISE_CHECK(matches(number, u"[0-9]{6}[A-Za-z0-9][0-9]{6}"_qs, u"13 caractères"_qs));
    Matricule matricule{number.text()};
    if (const auto key = parts.takeIf(u"Cle"_qs)) {
        AMBROISE_CHECK(matches(*key, u"[0-9]{2}"_qs, u"2 chiffres"_qs));
        matricule.key = key->text();
    }
    static_cast<void>(parts.takeIf(u"TypeMatricule"_qs));
    AMBROISE_CHECK(parts.end());
    return matricule;
}

Result<InsiQuestion> cardQuestion(const Node &body, const QString &ns)
{
    InsiQuestion question{.operation = InsiQuestion::Operation::Card};
    Sequence parts(body, ns);
    if (const auto own = parts.takeIf(u"MatriculeIndividu"_qs)) {
        AMBROISE_TRY(const Matricule matricule, matriculeOf(*own, ns));
        question.number = matricule.number;
        question.key = matricule.key;
    }
    if (const auto holder = parts.takeIf(u"MatriculeOD"_qs))
        AMBROISE_CHECK(matriculeOf(*holder, ns));
    if (const auto name = parts.takeIf(u"NomNaissance"_qs); name && !name->text().isEmpty()) {
        AMBROISE_CHECK(checkName(*name));
        question.traits.surname = name->text();
    }
    if (const auto date = parts.takeIf(u"DateNaissance"_qs)) {
        AMBROISE_CHECK(matches(*date, u"\\d{4}-\\d{2}-\\d{2}"_qs, u"AAAA-MM-JJ"_qs));
        question.traits.birthDate = date->text();
    }
    if (const auto rank = parts.takeIf(u"RangNaissance"_qs))
        AMBROISE_CHECK(matches(*rank, u"[0-9]"_qs, u"un chiffre"_qs));
    AMBROISE_CHECK(parts.end());
    return question;
}

Result<InsiQuestion> verificationQuestion(const Node &body)
{
    const QString ns = verificationNamespace.toString();
    InsiQuestion question{.operation = InsiQuestion::Operation::Verification};
    Sequence parts(body, ns);
    AMBROISE_TRY(const Node id, parts.take(u"IdIndividu"_qs));
    AMBROISE_TRY(const Matricule matricule, matriculeOf(id, ns));
    question.number = matricule.number;
    question.key = matricule.key;
    AMBROISE_TRY(const Node oid, parts.take(u"OID"_qs));
    AMBROISE_CHECK(
        matches(oid, u"1\\.2\\.250\\.1\\.213\\.1\\.4\\.(8|9|10|11)"_qs, u"un OID d’INS"_qs));
    AMBROISE_TRY(question.traits, traitsOf(parts));
    return question;
}

Result<InsiQuestion> questionOf(const Node &body, const QString &action)
{
    const QList<Node> content = body.children();
    if (content.size() != 1)
        return contract(u"Body : un élément attendu"_qs);
    const Node &asked = content.first();
    if (action == traitsAction && asked.is(u"http://www.cnamts.fr/INSiRecSans", u"RECSANSVITALE")) {
        Sequence parts(asked, asked.ns());
        AMBROISE_TRY(PersonQuery traits, traitsOf(parts));
        return InsiQuestion{.traits = std::move(traits)};
    }
    if (action == cardAction && asked.is(u"http://www.cnamts.fr/INSiRecVit", u"RECVITALE"))
        return cardQuestion(asked, asked.ns());
    if (action == verificationAction && asked.is(verificationNamespace, u"VERIFICATION"))
        return verificationQuestion(asked);
    return contract(u"Body : %1 ne va pas avec l’action %2"_qs.arg(asked.name(), action));
}

//! That HTTP names the same action.
Status checkHttp(const HttpRequest &request, const QString &action)
{
    if (request.method != "POST")
        return contract(u"HTTP : POST attendu"_qs);
    const QString type = QString::fromLatin1(request.headers.value("content-type"));
    if (type.section(u';', 0, 0).trimmed() != u"application/soap+xml")
        return contract(u"HTTP : application/soap+xml attendu"_qs);
    if (!type.contains(u"action=\""_qs + action + u'"'))
        return contract(u"HTTP : le paramètre action n’est pas wsa:Action"_qs);
    return done();
}

} // namespace

Result<InsiQuestion> readQuestion(const HttpRequest &request, const InsiRules &rules)
{
    const xml::Document document = xml::parse(request.body);
    const auto root = Node::root(document);
    if (!root)
        return contract(u"XML mal formé"_qs);
    if (!root->is(soap, u"Envelope"))
        return contract(u"soap:Envelope (SOAP 1.2) attendue"_qs);
    Sequence envelope(*root, soap);
    AMBROISE_TRY(const Node header, envelope.take(u"Header"_qs));
    AMBROISE_TRY(const Node body, envelope.take(u"Body"_qs));
    AMBROISE_CHECK(envelope.end());
    AMBROISE_TRY(const Headers headers, headersOf(header));
    const QString action = headers.action->text();
    AMBROISE_CHECK(checkHttp(request, action));
    AMBROISE_CHECK(matches(*headers.messageId, u"uuid:"_qs + uuidPattern, u"uuid:UUID"_qs));
    AMBROISE_TRY(const QString bamEmitter, checkBam(*headers.bam, rules.now));
    AMBROISE_TRY(const QString lpsEmitter, checkLps(*headers.lps, rules));
    AMBROISE_TRY(const QString proved, prove(headers, request, rules));
    if (bamEmitter != proved || lpsEmitter != proved)
        return contract(u"Emetteur : %1 attendu"_qs.arg(proved));
    return questionOf(body, action);
}

} // namespace ambroise::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/envelope.h>

#include "xmlwriter.h"

#include <QUuid>

namespace ambroise::insi {
namespace {

const QString soap = QStringLiteral("http://www.w3.org/2003/05/soap-envelope");
const QString wsse = QStringLiteral(
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd");
const QString wsa = QStringLiteral("http://www.w3.org/2005/08/addressing");
const QString action = QStringLiteral("urn:ServiceIdentiteCertifiee:1.0.0:");

QString uuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! xs:dateTime, UTC, to the second.
QString instant(const QDateTime &now)
{
    return now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ");
}

//! What both contexts begin with.
void writeContextStart(XmlWriter &xml, const QString &prefix, const Caller &caller,
                       const QDateTime &now)
{
    xml.text(prefix + u":Id"_qs, uuid());
    xml.text(prefix + u":Temps"_qs, instant(now));
    xml.text(prefix + u":Emetteur"_qs, caller.emitter);
}

void writeContextBam(XmlWriter &xml, const Caller &caller, const QDateTime &now)
{
    xml.start(u"ctxbam:ContexteBAM"_qs,
              {{u"xmlns:ctxbam"_qs, u"urn:siram:bam:ctxbam"_qs}, {u"Version"_qs, u"01_02"_qs}});
    writeContextStart(xml, u"ctxbam"_qs, caller, now);
    xml.empty(u"ctxbam:COUVERTURE"_qs);
    xml.end();
}

void writeContextLps(XmlWriter &xml, const Caller &caller, const QDateTime &now)
{
    xml.start(u"ctxlps:ContexteLPS"_qs, {{u"xmlns:ctxlps"_qs, u"urn:siram:lps:ctxlps"_qs},
                                         {u"Nature"_qs, u"CTXLPS"_qs},
                                         {u"Version"_qs, u"01_00"_qs}});
    writeContextStart(xml, u"ctxlps"_qs, caller, now);
    xml.start(u"ctxlps:LPS"_qs);
    xml.text(u"ctxlps:IDAM"_qs, caller.idam, {{u"R"_qs, u"4"_qs}});
    xml.text(u"ctxlps:Version"_qs, caller.version);
    xml.text(u"ctxlps:Instance"_qs, caller.instance);
    xml.text(u"ctxlps:Nom"_qs, u"urn:lps:%1:%2"_qs.arg(caller.name, caller.version));
    xml.end();
    xml.end();
}

//! The children of RECSANSVITALE, whose order the XSD fixes.
void writeTraits(XmlWriter &xml, const QString &prefix, const identity::InsiTraits &traits)
{
    xml.text(prefix + u":NomNaissance"_qs, traits.surname.text());
    xml.text(prefix + u":Prenom"_qs, traits.givenName.text());
    xml.text(prefix + u":Sexe"_qs, identity::code(traits.sex));
    xml.text(prefix + u":DateNaissance"_qs, traits.birthDate.toString(Qt::ISODate));
    if (!traits.birthPlace.isEmpty())
        xml.text(prefix + u":LieuNaissance"_qs, traits.birthPlace);
}

void writeMatricule(XmlWriter &xml, const QString &matricule)
{
    xml.text(u"v:NumIdentifiant"_qs, matricule.left(13));
    xml.text(u"v:Cle"_qs, matricule.mid(13));
}

} // namespace

QString emitterOf(const QSslCertificate &certificate)
{
    return certificate.subjectInfo(QSslCertificate::OrganizationalUnitName).value(0);
}

Operation searchByTraits(const identity::InsiTraits &traits)
{
    XmlWriter xml;
    xml.start(u"r:RECSANSVITALE"_qs, {{u"xmlns:r"_qs, u"http://www.cnamts.fr/INSiRecSans"_qs}});
    writeTraits(xml, u"r"_qs, traits);
    xml.end();
    return {action + u"rechercherInsAvecTraitsIdentite"_qs, xml.bytes()};
}

Operation searchByCard(const identity::InsiCardKey &key)
{
    XmlWriter xml;
    xml.start(u"v:RECVITALE"_qs, {{u"xmlns:v"_qs, u"http://www.cnamts.fr/INSiRecVit"_qs}});
    xml.start(u"v:MatriculeIndividu"_qs);
    writeMatricule(xml, key.matricule);
    xml.empty(u"v:TypeMatricule"_qs);
    xml.end();
    xml.start(u"v:MatriculeOD"_qs);
    writeMatricule(xml, key.holderMatricule);
    xml.end();
    xml.text(u"v:NomNaissance"_qs, key.surname);
    xml.text(u"v:DateNaissance"_qs, key.birthDate);
    xml.text(u"v:RangNaissance"_qs, QString::number(key.birthRank));
    xml.end();
    return {action + u"rechercherInsAvecCarteVitale"_qs, xml.bytes()};
}

Operation verification(const VerificationContract &contract, const identity::Ins &ins,
                       const identity::InsiTraits &traits)
{
    XmlWriter xml;
    xml.start(u"v:"_qs + contract.request, {{u"xmlns:v"_qs, contract.xmlNamespace}});
    xml.start(u"v:IdIndividu"_qs);
    writeMatricule(xml, ins.matricule.toString());
    xml.end();
    xml.text(u"v:OID"_qs, identity::oid(ins.authority));
    writeTraits(xml, u"v"_qs, traits);
    xml.end();
    return {contract.action, xml.bytes()};
}

QByteArray envelope(const Caller &caller, const Operation &operation,
                    const QList<QByteArray> &assertions, const QDateTime &now,
                    const QString &messageId)
{
    XmlWriter xml;
    xml.start(u"soap:Envelope"_qs, {{u"xmlns:soap"_qs, soap}});
    xml.start(u"soap:Header"_qs);
    if (!assertions.isEmpty()) {
        xml.start(u"wsse:Security"_qs, {{u"xmlns:wsse"_qs, wsse}});
        for (const QByteArray &assertion : assertions)
            xml.raw(assertion);
        xml.end();
    }
    writeContextBam(xml, caller, now);
    writeContextLps(xml, caller, now);
    xml.text(u"wsa:Action"_qs, operation.action, {{u"xmlns:wsa"_qs, wsa}});
    xml.text(u"wsa:MessageID"_qs, messageId, {{u"xmlns:wsa"_qs, wsa}});
    xml.end();
    xml.start(u"soap:Body"_qs, {{u"Id"_qs, u"_0"_qs}});
    xml.raw(operation.body);
    xml.end();
    xml.end();
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml.bytes();
}

} // namespace ambroise::insi

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/authority.h>
#include <ambroise/sandbox/insicontract.h>

#include <support/result.h>

#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::sandbox;

namespace {

const QDateTime now(QDate(2026, 11, 26), QTime(9, 0), Qt::UTC);
const QString organisations = QStringLiteral("TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS");

//! Written here by hand from the contract, as any editor's program might.
const QString contexts = QStringLiteral(R"(
  <ctxbam:ContexteBAM xmlns:ctxbam="urn:siram:bam:ctxbam" Version="01_02"><ctxbam:Id>7e2c7b8e-0d3f-4b7e-9a51-3f1f2a9d1c01</ctxbam:Id><ctxbam:Temps>2026-11-26T09:00:02Z</ctxbam:Temps><ctxbam:Emetteur>10B0152872</ctxbam:Emetteur><ctxbam:COUVERTURE/></ctxbam:ContexteBAM>
  <ctxlps:ContexteLPS xmlns:ctxlps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00"><ctxlps:Id>7e2c7b8e-0d3f-4b7e-9a51-3f1f2a9d1c02</ctxlps:Id><ctxlps:Temps>2026-11-26T10:00:02+01:00</ctxlps:Temps><ctxlps:Emetteur>10B0152872</ctxlps:Emetteur><ctxlps:LPS><ctxlps:IDAM R="4">ID1</ctxlps:IDAM><ctxlps:Version>2.0</ctxlps:Version><ctxlps:Instance>7e2c7b8e-0d3f-4b7e-9a51-3f1f2a9d1c03</ctxlps:Instance><ctxlps:Nom>urn:lps:AUTRE:2.0</ctxlps:Nom></ctxlps:LPS></ctxlps:ContexteLPS>
  <wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">%1</wsa:Action>
  <wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">uuid:7e2c7b8e-0d3f-4b7e-9a51-3f1f2a9d1c04</wsa:MessageID>)");
const QString traitsBody = QStringLiteral(
    R"(<RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans"><NomNaissance>ADRUN</NomNaissance><Prenom>ZOE</Prenom><Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance><LieuNaissance>63220</LieuNaissance></RECSANSVITALE>)");

QString envelope(const QString &body = traitsBody, QStringView action = traitsAction)
{
    return u"<?xml version=\"1.0\"?><s:Envelope "
           "xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>"_qs +
           contexts.arg(action) + u"</s:Header><s:Body>"_qs + body + u"</s:Body></s:Envelope>"_qs;
}

struct Certificates {
    Authority organisation{{organisations}, QDateTime::currentDateTimeUtc()};
    Authority other{{u"AUTRE AC"_qs}, QDateTime::currentDateTimeUtc()};
    QSslCertificate right = certificateOf(organisation, u"INSI-AUTO"_qs);

    static QSslCertificate certificateOf(const Authority &authority, const QString &name)
    {
        return authority.issue({name, u"10B0152872"_qs}, Authority::Use::Client).certificate();
    }
};

const Certificates &certificates()
{
    static const Certificates made;
    return made;
}

HttpRequest request(const QString &body, QStringView action = traitsAction)
{
    HttpRequest request;
    request.method = "POST";
    request.headers.insert("content-type", "application/soap+xml; charset=utf-8; action=\"" +
                                               action.toUtf8() + '"');
    request.body = body.toUtf8();
    request.client = certificates().right;
    return request;
}

InsiRules rules()
{
    return {false, now, {u"ID1"_qs}, {}, organisations};
}

} // namespace

class TestInsiContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestThatKeepsTheContractIsRead()
    {
        const auto question = readQuestion(request(envelope()), rules());
        QVERIFY2(question.ok(), question.ok() ? "" : qPrintable(question.error().detail));
        QCOMPARE(question->traits.surname, u"ADRUN"_qs);
        QCOMPARE(question->traits.givenNames, QStringList{u"ZOE"_qs});
        QCOMPARE(question->traits.birthPlace, u"63220"_qs);
    }
    void eachTraitMayBeLeftOut()
    {
        const QString body =
            u"<RECSANSVITALE xmlns=\"http://www.cnamts.fr/INSiRecSans\"><Prenom>ZOE</Prenom>"
            "<Prenom>ANNE</Prenom></RECSANSVITALE>"_qs;
        const auto question = readQuestion(request(envelope(body)), rules());
        QVERIFY_OK(question);
        QCOMPARE(question->traits.givenNames.size(), 2);
    }
    void aCardIsAskedForByItsMatricules()
    {
        const QString body =
            u"<RECVITALE xmlns=\"http://www.cnamts.fr/INSiRecVit\"><MatriculeIndividu>"
            "<NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle><TypeMatricule/>"
            "</MatriculeIndividu><MatriculeOD><NumIdentifiant>155012A004023</NumIdentifiant>"
            "<Cle>29</Cle></MatriculeOD><NomNaissance/><DateNaissance>1975-12-31</DateNaissance>"
            "<RangNaissance>1</RangNaissance></RECVITALE>"_qs;
        const auto question =
            readQuestion(request(envelope(body, cardAction), cardAction), rules());
        QVERIFY2(question.ok(), question.ok() ? "" : qPrintable(question.error().detail));
        QCOMPARE(question->number, u"2751263220749"_qs);
    }

    void whatBreaksTheContractIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &from, const QString &to,
                            const QString &why) {
            QTest::newRow(name) << from << to << why;
        };
        row("not XML", u"</s:Envelope>"_qs, {}, u"XML mal formé"_qs);
        row("a DTD", u"<s:Envelope "_qs, u"<!DOCTYPE s><s:Envelope "_qs, u"XML mal formé"_qs);
        row("SOAP 1.1", u"http://www.w3.org/2003/05/soap-envelope"_qs,
            u"http://schemas.xmlsoap.org/soap/envelope/"_qs, u"SOAP 1.2"_qs);
        row("given name before the surname",
            u"<NomNaissance>ADRUN</NomNaissance><Prenom>ZOE</Prenom>"_qs,
            u"<Prenom>ZOE</Prenom><NomNaissance>ADRUN</NomNaissance>"_qs,
            u"NomNaissance en trop"_qs);
        row("sex after the date", u"<Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance>"_qs,
            u"<DateNaissance>1975-12-31</DateNaissance><Sexe>F</Sexe>"_qs, u"Sexe en trop"_qs);
        row("another namespace", u"http://www.cnamts.fr/INSiRecSans"_qs, u"urn:autre"_qs,
            u"ne va pas avec l’action"_qs);
        row("another sex", u"<Sexe>F</Sexe>"_qs, u"<Sexe>I</Sexe>"_qs, u"M ou F"_qs);
        row("a French date", u"1975-12-31</"_qs, u"31/12/1975</"_qs, u"AAAA-MM-JJ"_qs);
        row("small letters", u">ADRUN<"_qs, u">Adrun<"_qs, u"capitales"_qs);
        row("no COG", u">63220<"_qs, u">Mons<"_qs, u"code COG"_qs);
        row("no BAM", u"ctxbam:ContexteBAM xmlns:ctxbam=\"urn:siram:bam:ctxbam\""_qs,
            u"ctxbam:ContexteBAM xmlns:ctxbam=\"urn:autre\""_qs, u"n’est pas du contrat"_qs);
        row("no COUVERTURE", u"<ctxbam:COUVERTURE/>"_qs, {}, u"COUVERTURE"_qs);
        row("an emitter after the program",
            u"<ctxlps:Emetteur>10B0152872</ctxlps:Emetteur><ctxlps:LPS>"_qs, u"<ctxlps:LPS>"_qs,
            u"Emetteur"_qs);
        row("another emitter", u"<ctxbam:Emetteur>10B0152872"_qs, u"<ctxbam:Emetteur>10B0"_qs,
            u"10B0152872 attendu"_qs);
        row("another version", u"Version=\"01_02\""_qs, u"Version=\"01_03\""_qs, u"01_02"_qs);
        row("no UUID", u"7e2c7b8e-0d3f-4b7e-9a51-3f1f2a9d1c03"_qs, u"poste-1"_qs, u"UUID"_qs);
        row("a time of yesterday", u"2026-11-26T09:00:02Z"_qs, u"2026-11-25T09:00:02Z"_qs,
            u"dix minutes"_qs);
        row("a time without a zone", u"2026-11-26T09:00:02Z"_qs, u"2026-11-26 09:00"_qs,
            u"xs:dateTime"_qs);
        row("a program's name of one's own", u"urn:lps:AUTRE:2.0"_qs, u"AUTRE 2.0"_qs,
            u"urn:lps"_qs);
        row("no message id", u">uuid:7e2c"_qs, u">7e2c"_qs, u"uuid:UUID"_qs);
        row("two bodies", u"</s:Body>"_qs, u"<a/></s:Body>"_qs, u"un élément"_qs);
        row("another action", u"AvecTraitsIdentite</wsa:Action>"_qs,
            u"AvecCarteVitale</wsa:Action>"_qs, u"action"_qs);
        row("another number of authorisation", u">ID1<"_qs, u">ID2<"_qs,
            u"Numéro d'autorisation"_qs);
    }
    void whatBreaksTheContractIsRefusedWithItsReason()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, why);
        const QString whole = envelope();
        QVERIFY(whole.contains(from));
        const auto question = readQuestion(request(QString(whole).replace(from, to)), rules());
        QVERIFY(!question.ok());
        QVERIFY2(question.error().detail.contains(why), qPrintable(question.error().detail));
    }
    void httpSaysTheSameActionAndType()
    {
        HttpRequest other = request(envelope());
        other.headers["content-type"] = "application/soap+xml; action=\"urn:autre\"";
        QCOMPARE_SUBJECT(readQuestion(other, rules()), "sandbox.contract");
        other.headers["content-type"] = "text/xml";
        QCOMPARE_SUBJECT(readQuestion(other, rules()), "sandbox.contract");
        other = request(envelope());
        other.method = "GET";
        QCOMPARE_SUBJECT(readQuestion(other, rules()), "sandbox.contract");
    }
    void onlyOrganisationsOfTheRightNameAndIssuerAreServed()
    {
        HttpRequest other = request(envelope());
        other.client = Certificates::certificateOf(certificates().organisation, u"INSI"_qs);
        QCOMPARE_SUBJECT(readQuestion(other, rules()), "sandbox.desir_560");
        other.client = Certificates::certificateOf(certificates().other, u"INSI-AUTO"_qs);
        QCOMPARE_SUBJECT(readQuestion(other, rules()), "sandbox.desir_560");
    }
    void theEndpointOfCardsWantsASignedAssertion()
    {
        InsiRules cards = rules();
        cards.withAssertion = true;
        QCOMPARE_SUBJECT(readQuestion(request(envelope()), cards), "sandbox.contract");
        const QString without = envelope();
        const QString unsignedOne = QString(without).replace(
            u"<s:Header>"_qs,
            u"<s:Header><w:Security xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/"
            "oasis-200401-wss-wssecurity-secext-1.0.xsd\"><a:Assertion "
            "xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_1\" Version=\"2.0\" "
            "IssueInstant=\"2026-11-26T09:00:00Z\"><a:Issuer>x</a:Issuer><a:Subject/>"
            "</a:Assertion></w:Security>"_qs);
        const auto question = readQuestion(request(unsignedOne), cards);
        QCOMPARE_SUBJECT(question, "sandbox.assertion");
        QVERIFY(question.error().detail.contains(u"non signée"));
    }
};
QTEST_GUILESS_MAIN(TestInsiContract)
#include "tst_insicontract.moc"

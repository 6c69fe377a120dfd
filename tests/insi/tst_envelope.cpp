// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/envelope.h>

#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::insi;

namespace {

const Caller caller{u"ID123"_qs, u"AMBROISE"_qs, u"0.1"_qs,
                    u"00000000-0000-4000-8000-000000000001"_qs, u"10B0152872"_qs};
const QDateTime now(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);

identity::InsiTraits zoe()
{
    return {*identity::BirthSurname::parse(u"ADRUN"), *identity::GivenNames::parse(u"ZOE"),
            identity::Sex::Female, QDate(1975, 12, 31)};
}

//! With each UUID of version 4 that was made for it as "{uuid}".
QString written(const Operation &operation, const QList<QByteArray> &assertions = {})
{
    static const QRegularExpression made(
        u"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?=<)"_qs);
    QString text =
        QString::fromUtf8(envelope(caller, operation, assertions, now, u"uuid:le-message"_qs));
    text.replace(caller.instance, u"{instance}"_qs);
    return text.replace(made, u"{uuid}"_qs);
}

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEnvelopeIsThatOfTheContract()
    {
        QCOMPARE(
            written(searchByTraits(zoe())),
            u"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header>"
            "<ctxbam:ContexteBAM xmlns:ctxbam=\"urn:siram:bam:ctxbam\" Version=\"01_02\">"
            "<ctxbam:Id>{uuid}</ctxbam:Id><ctxbam:Temps>2026-11-24T09:00:00Z</ctxbam:Temps>"
            "<ctxbam:Emetteur>10B0152872</ctxbam:Emetteur><ctxbam:COUVERTURE/>"
            "</ctxbam:ContexteBAM>"
            "<ctxlps:ContexteLPS xmlns:ctxlps=\"urn:siram:lps:ctxlps\" Nature=\"CTXLPS\" "
            "Version=\"01_00\"><ctxlps:Id>{uuid}</ctxlps:Id><ctxlps:Temps>2026-11-24T09:00:00Z"
            "</ctxlps:Temps><ctxlps:Emetteur>10B0152872</ctxlps:Emetteur><ctxlps:LPS>"
            "<ctxlps:IDAM R=\"4\">ID123</ctxlps:IDAM><ctxlps:Version>0.1</ctxlps:Version>"
            "<ctxlps:Instance>{instance}</ctxlps:Instance><ctxlps:Nom>urn:lps:AMBROISE:0.1"
            "</ctxlps:Nom></ctxlps:LPS></ctxlps:ContexteLPS>"
            "<wsa:Action xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">"
            "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite</wsa:Action>"
            "<wsa:MessageID xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">uuid:le-message"
            "</wsa:MessageID></soap:Header><soap:Body Id=\"_0\">"
            "<r:RECSANSVITALE xmlns:r=\"http://www.cnamts.fr/INSiRecSans\"><r:NomNaissance>ADRUN"
            "</r:NomNaissance><r:Prenom>ZOE</r:Prenom><r:Sexe>F</r:Sexe><r:DateNaissance>1975-12-31"
            "</r:DateNaissance></r:RECSANSVITALE></soap:Body></soap:Envelope>"_qs);
    }
    void theBirthplaceComesLastWhereItIsTold()
    {
        auto traits = zoe();
        traits.birthPlace = u"63220"_qs;
        QVERIFY(searchByTraits(traits).body.endsWith(
            "</r:DateNaissance><r:LieuNaissance>63220</r:LieuNaissance></r:RECSANSVITALE>"));
    }
    void aCardIsAskedForByItsMatricules()
    {
        const auto operation =
            searchByCard({u"275126322074974"_qs, u"155012A00402329"_qs, {}, u"1975-00-00"_qs, 2});
        QVERIFY(operation.action.endsWith(u":rechercherInsAvecCarteVitale"));
        QCOMPARE(
            operation.body,
            QByteArray("<v:RECVITALE xmlns:v=\"http://www.cnamts.fr/INSiRecVit\">"
                       "<v:MatriculeIndividu><v:NumIdentifiant>2751263220749</v:NumIdentifiant>"
                       "<v:Cle>74</v:Cle><v:TypeMatricule/></v:MatriculeIndividu>"
                       "<v:MatriculeOD><v:NumIdentifiant>155012A004023</v:NumIdentifiant>"
                       "<v:Cle>29</v:Cle></v:MatriculeOD><v:NomNaissance></v:NomNaissance>"
                       "<v:DateNaissance>1975-00-00</v:DateNaissance>"
                       "<v:RangNaissance>2</v:RangNaissance></v:RECVITALE>"));
    }
    void anAssertionGoesInByteForByte()
    {
        const QByteArray assertion =
            "<a:Assertion xmlns:a='urn:a' ID='_1'><a:X ></a:X></a:Assertion>";
        QVERIFY(written(searchByTraits(zoe()), {assertion})
                    .contains(u"-secext-1.0.xsd\">"_qs + QString::fromUtf8(assertion) +
                              u"</wsse:Security><ctxbam:"_qs));
        QVERIFY(!written(searchByTraits(zoe())).contains(u"wsse"));
    }
    void whatSetsTheProgramUpCannotBreakTheXml()
    {
        Caller odd = caller;
        odd.emitter = u"<&\">"_qs;
        QVERIFY(envelope(odd, searchByTraits(zoe()), {}, now, {})
                    .contains("<ctxlps:Emetteur>&lt;&amp;&quot;&gt;</ctxlps:Emetteur>"));
    }
};
QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"

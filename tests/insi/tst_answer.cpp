// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/answer.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::insi;
using identity::InsiAnswer;
using identity::InsiTraits;

namespace {

QByteArray enveloped(const QByteArray &content, const QByteArray &header = {})
{
    return "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">" + header +
           "<S:Body xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\">" + content +
           "</S:Body></soap:Envelope>";
}

QByteArray result(const QByteArray &content)
{
    return enveloped("<RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\">" + content +
                     "</RESULTAT>");
}

const QByteArray ok = "<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>";
const QByteArray active = "<INSACTIF><IdIndividu><NumIdentifiant>1090763220834</NumIdentifiant>"
                          "<Cle>89</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF>";
const QByteArray traits =
    "<TIQ><NomNaissance>ECETINSI</NomNaissance><ListePrenom>PIERRE-ALAIN MURIEL "
    "FLORIANT</ListePrenom><Sexe>M</Sexe><DateNaissance>2009-07-14</DateNaissance>"
    "<LieuNaissance>63220</LieuNaissance></TIQ>";

QByteArray person(const QByteArray &content)
{
    return result(ok + "<INDIVIDU>" + content + "</INDIVIDU>");
}

InsiTraits asked(const QString &surname, identity::Sex sex, QDate birth)
{
    return {*identity::BirthSurname::parse(surname), *identity::GivenNames::parse(u"ZOE"), sex,
            birth};
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void somebodyIsReadWithEverythingThatIsTold()
    {
        const QByteArray history =
            "<INSHISTO><DateDeb>2019-03-01</DateDeb><DateFin>2019-02-28</DateFin><IdIndividu>"
            "<NumIdentifiant>2090763220834</NumIdentifiant><Cle>39</Cle></IdIndividu>"
            "<OID>1.2.250.1.213.1.4.8</OID></INSHISTO>"
            "<INSHISTO><IdIndividu><NumIdentifiant>2090663220123</NumIdentifiant></IdIndividu>"
            "<OID>1.2.250.1.213.1.4.8</OID></INSHISTO>";
        const QByteArray envelope = person(active + history + traits);
        const auto answer = readAnswer(envelope);
        QVERIFY_OK(answer);
        QCOMPARE(answer->verdict, InsiAnswer::Verdict::Found);
        QCOMPARE(answer->raw, envelope);
        QVERIFY(!answer->simulated);
        const auto &found = *answer->person;
        QCOMPARE(found.ins.matricule.toString(), u"109076322083489"_qs);
        QVERIFY(found.ins.authority == identity::InsAuthority::Nir);
        QCOMPARE(found.surname, u"ECETINSI"_qs);
        QCOMPARE(found.givenNames, u"PIERRE-ALAIN MURIEL FLORIANT"_qs);
        QCOMPARE(found.firstGivenName, QString());
        QCOMPARE(found.sex, u"M"_qs);
        QCOMPARE(found.birthDate, u"2009-07-14"_qs);
        QCOMPARE(found.birthPlace, u"63220"_qs);
        // As it came, though it ends before it begins and a key is missing.
        QCOMPARE(found.history.size(), 2);
        QVERIFY(found.history[0] ==
                (identity::InsRecord{u"209076322083439"_qs, u"1.2.250.1.213.1.4.8"_qs,
                                     u"2019-03-01"_qs, u"2019-02-28"_qs}));
        QCOMPARE(found.history[1].matricule, u"2090663220123"_qs);
    }
    void orderPrefixesBlanksAndCommentsChangeNothing()
    {
        const auto plain = readAnswer(person(active + traits));
        const auto other = readAnswer(
            "<?xml version=\"1.0\"?>\n<!-- XMLSpy --><e:Envelope "
            "xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Header/>\n<e:Body>\n "
            "<n:RESULTAT xmlns:n=\"http://www.cnamts.fr/INSiResultat\" xmlns:x=\"urn:x\">\n"
            "<n:INDIVIDU><n:TIQ><n:LieuNaissance>63220</n:LieuNaissance><n:Sexe> M "
            "</n:Sexe><n:DateNaissance>2009-07-14</n:DateNaissance><n:ListePrenom>PIERRE-ALAIN "
            "MURIEL FLORIANT</n:ListePrenom><n:NomNaissance>ECETINSI</n:NomNaissance></n:TIQ>"
            "<n:INSACTIF><n:OID>1.2.250.1.213.1.4.8</n:OID><!-- NIR -->\n<n:IdIndividu><n:Cle>89"
            "</n:Cle><n:NumIdentifiant>1090763220834</n:NumIdentifiant></n:IdIndividu></n:INSACTIF>"
            "</n:INDIVIDU><n:CR><n:LibelleCR>OK</n:LibelleCR><n:CodeCR>00</n:CodeCR></n:CR>"
            "</n:RESULTAT></e:Body></e:Envelope>");
        QVERIFY_OK(plain);
        QVERIFY_OK(other);
        QVERIFY(plain->person == other->person);
    }
    void nobodyAndSeveralAreAnswers()
    {
        const auto nobody = readAnswer(result("<CR><CodeCR>01</CodeCR></CR>"));
        QVERIFY_OK(nobody);
        QCOMPARE(nobody->verdict, InsiAnswer::Verdict::Nobody);
        QVERIFY(!nobody->person);
        const auto several = readAnswer(result("<CR><CodeCR>02</CodeCR></CR>"));
        QVERIFY_OK(several);
        QCOMPARE(several->verdict, InsiAnswer::Verdict::Several);
    }
    void aWrongKeyIsKept()
    {
        const auto answer = readAnswer(person(QByteArray(active).replace(">89<", ">60<") + traits));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->ins.matricule.key(), u"60"_qs);
        QVERIFY(!answer->person->ins.matricule.hasRightKey());
    }
    void aKeyThatIsLeftOutIsComputed()
    {
        const auto answer =
            readAnswer(person(QByteArray(active).replace("<Cle>89</Cle>", "") + traits));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->ins.matricule.key(), u"89"_qs);
    }
    void aNumberThatWaitsForItsNirIsAnNia()
    {
        const auto answer = readAnswer(person(
            QByteArray(active).replace("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9") + traits));
        QVERIFY_OK(answer);
        QCOMPARE(identity::nature(answer->person->ins.authority), u"NIA"_qs);
    }
    void testIdentitiesAndStandInsAreSimulated()
    {
        const auto byOid = readAnswer(person(
            QByteArray(active).replace("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.10") + traits));
        QVERIFY_OK(byOid);
        QVERIFY(byOid->simulated);
        const auto byMark = readAnswer(enveloped(
            "<RESULTAT><CR><CodeCR>01</CodeCR></CR></RESULTAT>",
            "<soap:Header><a:Simulation xmlns:a=\"urn:ambroise:sandbox\"/></soap:Header>"));
        QVERIFY_OK(byMark);
        QVERIFY(byMark->simulated);
    }
    void traitsThatAreNotToldStayEmpty()
    {
        const auto answer =
            readAnswer(person(active + "<TIQ><NomNaissance>X</NomNaissance></TIQ>"));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->birthDate, QString());
    }

    void aFaultIsToldWithItsCodeAndMessageId_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("subject");
        QTest::newRow("program not known")
            << u"siram_100"_qs << u"desir_550"_qs << u"insi.denied"_qs;
        QTest::newRow("certificate") << u"siram_100"_qs << u"desir_560"_qs << u"insi.denied"_qs;
        QTest::newRow("technical") << u"siram_40"_qs << u"insi_102"_qs << u"insi.failed"_qs;
    }
    void aFaultIsToldWithItsCodeAndMessageId()
    {
        QFETCH(const QString, family);
        QFETCH(const QString, code);
        QFETCH(const QString, subject);
        const QString fault =
            u"<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>"
            "soap:%1</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text>Raison</"
            "soap:Text>"
            "</soap:Reason><soap:Detail><siram:Erreur code=\"%2\" messageID=\"uuid:b3549edd\" "
            "severite=\"erreur\" xmlns:siram=\"urn:siram\">Texte du service.</siram:Erreur>"
            "</soap:Detail></soap:Fault>"_qs.arg(family, code);
        const auto answer = readAnswer(enveloped(fault.toUtf8()));
        QCOMPARE(test::subjectOf(answer), subject);
        QCOMPARE(answer.error().detail, code + u", uuid:b3549edd : Texte du service"_qs);
    }
    void aFaultWithoutDetailIsToldByItsSubcode()
    {
        const auto answer = readAnswer(
            enveloped("<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value><soap:Subcode>"
                      "<soap:Value>soap:siram_40</soap:Value></soap:Subcode></soap:Code>"
                      "<soap:Reason><soap:Text>Panne</soap:Text></soap:Reason></soap:Fault>"));
        QCOMPARE_SUBJECT(answer, "insi.failed");
        QCOMPARE(answer.error().detail, u"siram_40 : Panne"_qs);
    }

    void whatIsNotOfTheContractIsRefused_data()
    {
        QTest::addColumn<QByteArray>("envelope");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no XML") << QByteArray("bonjour");
        QTest::newRow("cut") << person(active + traits).chopped(40);
        QTest::newRow("something behind") << person(active + traits) + "<a/>";
        QTest::newRow("a DTD") << "<!DOCTYPE a [<!ENTITY b 'c'>]>" + person(active + traits);
        QTest::newRow("another document") << QByteArray("<html><body/></html>");
        QTest::newRow("an empty body") << enveloped({});
        QTest::newRow("two contents") << enveloped("<RESULTAT/><RESULTAT/>");
        QTest::newRow("another content") << enveloped("<AUTRE/>");
        QTest::newRow("no CR") << result("<INDIVIDU/>");
        QTest::newRow("another CR") << result("<CR><CodeCR>07</CodeCR></CR>");
        QTest::newRow("two CR") << result(ok + ok);
        QTest::newRow("found, and nobody there") << result(ok);
        QTest::newRow("nobody, and somebody there")
            << result("<CR><CodeCR>01</CodeCR></CR><INDIVIDU>" + active + traits + "</INDIVIDU>");
        QTest::newRow("no traits") << person(active);
        QTest::newRow("no INS") << person(traits);
        QTest::newRow("two active INS") << person(active + active + traits);
        QTest::newRow("a number of letters")
            << person(QByteArray(active).replace("1090763220834", "ABCDEFGHIJKLM") + traits);
        QTest::newRow("an authority that nobody knows")
            << person(QByteArray(active).replace("213.1.4.8", "213.1.4.7") + traits);
        QTest::newRow("nested without end")
            << enveloped(QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100));
    }
    void whatIsNotOfTheContractIsRefused()
    {
        QFETCH(const QByteArray, envelope);
        const auto answer = readAnswer(envelope);
        QCOMPARE_SUBJECT(answer, "insi.answer");
        QCOMPARE(answer.error().code, ErrorCode::Corrupt);
    }

    void anAnswerAboutSomebodyElseIsSeen_data()
    {
        QTest::addColumn<QString>("surname");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<bool>("other");
        const QString birth = u"1975-12-31"_qs;
        QTest::newRow("the same") << u"D'ALMEIDA-ROCHE"_qs << u"F"_qs << birth << false;
        QTest::newRow("hyphen or space") << u"D ALMEIDA ROCHE"_qs << u"F"_qs << birth << false;
        QTest::newRow("another surname") << u"ALMEIDA"_qs << u"F"_qs << birth << true;
        QTest::newRow("another sex") << u"D'ALMEIDA-ROCHE"_qs << u"M"_qs << birth << true;
        QTest::newRow("another day")
            << u"D'ALMEIDA-ROCHE"_qs << u"F"_qs << u"1975-12-30"_qs << true;
        QTest::newRow("another year")
            << u"D'ALMEIDA-ROCHE"_qs << u"F"_qs << u"1974-00-00"_qs << true;
        QTest::newRow("lunar") << u"D'ALMEIDA-ROCHE"_qs << u"F"_qs << u"1975-00-00"_qs << false;
        QTest::newRow("nothing told") << QString() << QString() << QString() << false;
    }
    void anAnswerAboutSomebodyElseIsSeen()
    {
        QFETCH(const QString, surname);
        QFETCH(const QString, sex);
        QFETCH(const QString, birth);
        QFETCH(const bool, other);
        auto found = *readAnswer(person(active + traits))->person;
        found.surname = surname;
        found.sex = sex;
        found.birthDate = birth;
        const auto wanted = asked(u"D'ALMEIDA-ROCHE"_qs, identity::Sex::Female, {1975, 12, 31});
        QCOMPARE(isSomebodyElse(found, wanted), other);
    }
    void aVerificationSaysYesOrNo()
    {
        const auto yes = enveloped("<V><CR><CodeCR>00</CodeCR></CR></V>");
        const auto no = enveloped("<V><CR><CodeCR>01</CodeCR></CR></V>");
        QVERIFY(readVerification(yes, u"V"_qs)->holds);
        QVERIFY(!readVerification(no, u"V"_qs)->holds);
        QCOMPARE_SUBJECT(readVerification(yes, u"W"_qs), "insi.answer");
    }
};
QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"

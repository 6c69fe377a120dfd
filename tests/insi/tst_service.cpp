// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QTcpServer>

using namespace ambroise;
using namespace ambroise::insi;
using namespace ambroise::test;
using identity::InsiAnswer;
using sandbox::Behaviour;
using sandbox::InsiServer;

class TestService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<InsiServer>(clockOfTheDay(), InsiServer::Options{50});
        QVERIFY_OK(m_server->listen());
        m_kit = std::make_unique<InsiServer>(clockOfTheDay(),
                                             InsiServer::Options{0, true, {u"BACASABLE01"_qs}});
        QVERIFY_OK(m_kit->listen());
    }
    void init()
    {
        m_server->behave({});
        m_kit->behave({});
    }

    void somebodyIsFoundByTraits()
    {
        Desk desk(*m_server, settings());
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        QVERIFY_OK(answer);
        QCOMPARE(answer->verdict, InsiAnswer::Verdict::Found);
        QCOMPARE(answer->person->ins.matricule.toString(), u"275126322074974"_qs);
        QCOMPARE(answer->person->birthPlace, u"63220"_qs);
        QVERIFY(answer->simulated);
        QVERIFY(answer->messageId.startsWith(u"uuid:"));
        QVERIFY(answer->raw.contains("<NomNaissance>ADRUN</NomNaissance>"));
        QVERIFY(answer->at.isValid());
    }
    void somebodyIsFoundByACarteVitale()
    {
        Desk desk(*m_server, settings());
        const auto answer = waitFor(desk.service.searchByCard(
            {u"275126322074974"_qs, u"275126322074974"_qs, u"ADRUN"_qs, u"1975-12-31"_qs}));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->surname, u"ADRUN"_qs);
    }
    void nobodyAndSeveralAreTold()
    {
        Desk desk(*m_server, settings());
        const auto nobody = waitFor(desk.service.searchByTraits(
            traitsOf(u"HOUILLES"_qs, u"PIERRE"_qs, identity::Sex::Male, {1993, 1, 27})));
        QVERIFY_OK(nobody);
        QCOMPARE(nobody->verdict, InsiAnswer::Verdict::Nobody);
        QVERIFY(nobody->simulated);
        const auto several = waitFor(desk.service.searchByTraits(
            traitsOf(u"DE VINCI"_qs, u"LEONARDO"_qs, identity::Sex::Male, {2014, 2, 1})));
        QVERIFY_OK(several);
        QCOMPARE(several->verdict, InsiAnswer::Verdict::Several);
    }
    void theEditorsKitAnswersWithItsOwnAuthorities()
    {
        Desk desk(*m_kit, settingsFor(m_kit->certificateEndpoint()));
        const auto nia = waitFor(desk.service.searchByTraits(
            traitsOf(u"PROVISOIRE"_qs, u"MATRICULE"_qs, identity::Sex::Male, {2009, 7, 1})));
        QVERIFY_OK(nia);
        QVERIFY(nia->person->ins.authority == identity::InsAuthority::Nia);
        QVERIFY(!nia->simulated);
    }
    void aWrongKeyOfInsiIsKept()
    {
        Desk desk(*m_server, settings());
        const auto answer = waitFor(desk.service.searchByTraits(hermann()));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->ins.matricule.toString(), u"181036322045660"_qs);
        QVERIFY(!answer->person->ins.matricule.hasRightKey());
        QCOMPARE(answer->person->history.last().matricule, u"281036322045610"_qs);
    }
    void aLunarDateIsKeptAsItCameAndInterpreted()
    {
        Desk desk(*m_server, settings());
        const auto answer = waitFor(desk.service.searchByTraits(
            traitsOf(u"BENALI"_qs, u"FATIMA"_qs, identity::Sex::Female, {1969, 12, 31})));
        QVERIFY_OK(answer);
        QCOMPARE(answer->person->birthDate, u"1969-00-00"_qs);
        const auto traits = answer->person->traits();
        QVERIFY_OK(traits);
        QCOMPARE(traits->birthDate().date(), QDate(1969, 12, 31));
        QVERIFY(traits->birthDate().isInterpreted());
    }
    void apostrophesSpacesAndAHundredCharactersGoThere()
    {
        Desk desk(*m_server, settings());
        for (const QString &surname : {u"D'ALMEIDA DE LA ROCHE--BERNARD"_qs, QString(100, u'A')}) {
            const auto answer = waitFor(desk.service.searchByTraits(
                traitsOf(surname, u"JEAN-CHRISTOPHE MARIE"_qs, identity::Sex::Male, {1980, 1, 1})));
            QVERIFY_OK(answer);
            QCOMPARE(m_server->served().last().question->traits.surname, surname);
        }
    }
    void anAnswerWrittenOtherwiseIsTheSame()
    {
        Desk desk(*m_server, settings());
        const auto plain = waitFor(desk.service.searchByTraits(hermann()));
        m_server->behave({Behaviour::Kind::OtherWriting});
        const auto other = waitFor(desk.service.searchByTraits(hermann()));
        QVERIFY_OK(other);
        QVERIFY(plain->raw != other->raw);
        QVERIFY(plain->person == other->person);
    }

    void aSilentServiceBecomesATimeout()
    {
        Desk desk(*m_server, settings(), 300ms);
        m_server->behave({Behaviour::Kind::Silent});
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        QCOMPARE_SUBJECT(answer, "insi.timeout");
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }
    void aSlowServiceIsWaitedForWithinTheDeadline()
    {
        m_server->behave({.delay = 150ms});
        Desk patient(*m_server, settings());
        QVERIFY_OK(waitFor(patient.service.searchByTraits(adrun())));
        m_server->behave({.delay = 60s});
        Desk hasty(*m_server, settings(), 300ms);
        QCOMPARE_SUBJECT(waitFor(hasty.service.searchByTraits(adrun())), "insi.timeout");
    }
    void whatFailsIsToldAndWhy_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("cut in the middle")
            << Behaviour{Behaviour::Kind::Cut} << u"insi.unreachable"_qs << ErrorCode::Unavailable;
        QTest::newRow("hung up") << Behaviour{Behaviour::Kind::Closed} << u"insi.unreachable"_qs
                                 << ErrorCode::Unavailable;
        QTest::newRow("a page") << Behaviour{Behaviour::Kind::Html} << u"insi.html"_qs
                                << ErrorCode::Corrupt;
        QTest::newRow("another person") << Behaviour{Behaviour::Kind::OtherPerson}
                                        << u"insi.other_person"_qs << ErrorCode::Conflict;
        QTest::newRow("a technical fault")
            << Behaviour{Behaviour::Kind::Fault} << u"insi.failed"_qs << ErrorCode::Unavailable;
        QTest::newRow("a program that is not known")
            << Behaviour{Behaviour::Kind::Fault, 0ms, u"siram_100"_qs, u"desir_550"_qs}
            << u"insi.denied"_qs << ErrorCode::Denied;
    }
    void whatFailsIsToldAndWhy()
    {
        QFETCH(const Behaviour, behaviour);
        QFETCH(const QString, subject);
        QFETCH(const ErrorCode, code);
        Desk desk(*m_server, settings());
        m_server->behave(behaviour);
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        QCOMPARE(test::subjectOf(answer), subject);
        QCOMPARE(answer.error().code, code);
        if (behaviour.kind == Behaviour::Kind::Fault)
            QVERIFY(answer.error().detail.startsWith(behaviour.faultCode + u", uuid:"_qs));
    }
    void anAuthorisationNumberThatIsNotKnownIsRefusedByTheService()
    {
        auto unknown = settingsFor(m_kit->certificateEndpoint());
        unknown.caller.idam = u"AUTRE"_qs;
        Desk desk(*m_kit, unknown);
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        QCOMPARE_SUBJECT(answer, "insi.denied");
        QVERIFY(answer.error().detail.startsWith(u"desir_550, uuid:"));
    }
    void aCertificateOfAnotherNameOrIssuerIsRefusedByTheService()
    {
        for (const auto &[name, rightIssuer] :
             {std::pair(u"AUTRE"_qs, true), std::pair(u"INSI-MANU"_qs, false)}) {
            const auto tls =
                net::configurationOf({m_server->serverAuthority().certificate()},
                                     credentialOf(m_server->clientNamed(name, rightIssuer)));
            Desk desk(tls, settings());
            const auto answer = waitFor(desk.service.searchByTraits(adrun()));
            QCOMPARE_SUBJECT(answer, "insi.denied");
            QVERIFY(answer.error().detail.startsWith(u"desir_560, uuid:"));
        }
    }
    void aServiceThatIsNotBelievedIsNotAsked()
    {
        const qsizetype before = m_server->served().size();
        const auto tls = net::configurationOf({m_kit->serverAuthority().certificate()},
                                              credentialOf(m_server->client()));
        Desk desk(tls, settings());
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "insi.certificate");
        QCOMPARE(m_server->served().size(), before);
    }
    void aServiceThatIsNotThereIsUnreachable()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://127.0.0.1:%1/lps"_qs.arg(gone.serverPort()));
        gone.close();
        Desk desk(*m_server, settingsFor(url));
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "insi.unreachable");
    }

    void testIdentitiesAndSimulatedAnswersAreRefusedInProduction()
    {
        auto production = settings();
        production.production = true;
        Desk desk(*m_server, production);
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "insi.test_identity");
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(traitsOf(
                             u"HOUILLES"_qs, u"PAUL"_qs, identity::Sex::Male, {1993, 1, 27}))),
                         "insi.test_identity");
        auto real = settingsFor(m_kit->certificateEndpoint());
        real.production = true;
        Desk kit(*m_kit, real);
        QVERIFY_OK(waitFor(kit.service.searchByTraits(adrun())));
    }
    void aPostThatIsNotSetUpAsksNobody()
    {
        auto half = settings();
        half.caller.idam.clear();
        Desk desk(*m_server, half);
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "insi.not_set_up");
    }
    void anIndeterminateSexIsNotAskedFor()
    {
        Desk desk(*m_server, settings());
        auto traits = adrun();
        traits.sex = identity::Sex::Indeterminate;
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(traits)), "insi.sex");
    }
    void theSixthCallForAPatientInAMinuteIsRefused()
    {
        Desk desk(*m_server, settings());
        const qsizetype before = m_server->served().size();
        for (int i = 0; i < 5; ++i)
            QVERIFY_OK(waitFor(desk.service.searchByTraits(adrun())));
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "insi.throttled");
        QCOMPARE(m_server->served().size(), before + 5);
        QVERIFY_OK(waitFor(desk.service.searchByTraits(hermann()))); // another patient
    }
    void oneCallGoesAtATime()
    {
        Desk desk(*m_server, settings(), 60s);
        m_server->behave({Behaviour::Kind::Silent});
        const qsizetype before = m_server->served().size();
        auto first = desk.service.searchByTraits(adrun());
        auto second = desk.service.searchByTraits(hermann());
        QTRY_COMPARE(m_server->served().size(), before + 1);
        m_server->behave({});
        first.cancel(); // gives its place to the next
        QVERIFY_OK(waitFor(second));
        QVERIFY(first.isCanceled());
        QCOMPARE(m_server->served().size(), before + 2);
        QCOMPARE(m_server->served().last().question->traits.surname, u"HERMANN"_qs);
    }
    void aCallThatIsCancelledBeforeItsTurnIsNeverMade()
    {
        Desk desk(*m_server, settings(), 60s);
        m_server->behave({.delay = 100ms});
        auto first = desk.service.searchByTraits(adrun());
        auto second = desk.service.searchByTraits(hermann());
        second.cancel();
        QVERIFY_OK(waitFor(first));
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(m_server->served().last().question->traits.surname, u"ADRUN"_qs);
    }
    void whatIsUnderWayEndsWithTheService()
    {
        auto desk = std::make_unique<Desk>(*m_server, settings(), 60s);
        m_server->behave({Behaviour::Kind::Silent});
        auto first = desk->service.searchByTraits(adrun());
        auto second = desk->service.searchByTraits(hermann());
        desk.reset();
        QCOMPARE_SUBJECT(waitFor(first), "insi.cancelled");
        QCOMPARE_SUBJECT(waitFor(second), "insi.cancelled");
    }

    void aVerificationNeedsWhoKnowsItsNames()
    {
        Desk desk(*m_server, settings());
        const auto answer = waitFor(desk.service.verify({{ins(u"275126322074974"_qs), adrun()}}));
        QCOMPARE_SUBJECT(answer, "insi.not_public");
    }
    void anInsIsVerifiedAgainstTheSandboxesOwnNames()
    {
        Desk desk(*m_server, knowing());
        const auto answer = waitFor(desk.service.verify(
            {{ins(u"275126322074974"_qs), adrun()}, {ins(u"275126322074974"_qs), hermann()}}));
        QVERIFY_OK(answer);
        QCOMPARE(answer->size(), 2);
        QVERIFY(answer->at(0).holds);
        QVERIFY(!answer->at(1).holds);
        QVERIFY(answer->at(1).raw.contains("<CodeCR>01</CodeCR>"));
        m_server->behave({Behaviour::Kind::Fault});
        QCOMPARE_SUBJECT(waitFor(desk.service.verify({{ins(u"275126322074974"_qs), adrun()}})),
                         "insi.failed");
    }

    void aStandInVerifiesNothingInProduction()
    {
        auto production = knowing();
        production.production = true;
        Desk desk(*m_server, production);
        QCOMPARE_SUBJECT(waitFor(desk.service.verify({{ins(u"275126322074974"_qs), adrun()}})),
                         "insi.test_identity");
    }

private:
    [[nodiscard]] InsiSettings knowing() const
    {
        auto settings = this->settings();
        settings.verification = VerificationContract{sandbox::verificationAction.toString(),
                                                     sandbox::verificationNamespace.toString(),
                                                     u"VERIFICATION"_qs, u"VERIFIE"_qs};
        return settings;
    }
    [[nodiscard]] InsiSettings settings() const
    {
        return settingsFor(m_server->certificateEndpoint());
    }
    static identity::Ins ins(const QString &matricule)
    {
        return {*identity::InsMatricule::fromInsi(matricule), identity::InsAuthority::TestNir};
    }

    std::unique_ptr<InsiServer> m_server;
    std::unique_ptr<InsiServer> m_kit;
};
QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"

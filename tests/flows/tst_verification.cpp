// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/insipage.h>

#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/sandbox/insiserver.h>
#include <ambroise/uikit/segmented.h>

#include <support/stalldetector.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using identity::IdentityStatus;
using sandbox::Behaviour;

//! INSi is asked again about the INS that it gave, one record or all of them, on the real windows.
class TestVerificationFlow : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    std::unique_ptr<sandbox::InsiServer> m_insi;
    PatientId m_zoe;

    //! One of INSi's test persons, with her own INS.
    PatientId enterZoe()
    {
        using namespace identity;
        const auto traits = *StrictTraits::make(
            {*BirthSurname::parse(u"ADRUN"), *GivenNames::parse(u"ZOE"), *GivenNames::parse(u"ZOE"),
             *BirthDate::of(QDate(1975, 12, 31)), Sex::Female, *BirthPlace::make(u"63220", {})});
        const Ins ins{*InsMatricule::fromInsi(u"275126322074974"_qs), InsAuthority::TestNir};
        const auto id = m_desk.inside().patients().add(
            {.identity = *Identity::make(traits, ins, {true, true}, {})},
            audit::Actor::program(u"Accueil"_qs));
        return id.ok() ? *id : PatientId{};
    }
    //! Signed in at a post that reaches the sandbox as that file says.
    bool enter(const QString &who, const QString &config = u"insi.json"_qs)
    {
        if (!m_desk.enter(who))
            return false;
        if (!m_zoe.isStored())
            m_zoe = enterZoe();
        const auto setup = InsiSetup::fromFile(m_desk.path(u"insi/"_qs + config));
        return setup.ok() && setup->save(m_desk.inside(), audit::Actor::program(u"Test"_qs)).ok();
    }
    //! As the sandbox wrote it.
    [[nodiscard]] QJsonObject configuration() const
    {
        QFile file(m_desk.path(u"insi/insi.json"_qs));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    void write(const QString &name, const QJsonObject &json) const
    {
        QFile file(m_desk.path(u"insi/"_qs + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(json).toJson());
    }
    [[nodiscard]] patient::ui::IdentitiesPage *identities() const
    {
        return m_desk.window->findChild<patient::ui::IdentitiesPage *>();
    }
    void openList(int which)
    {
        QTest::keyClick(m_desk.window->shell(), Qt::Key_4, Qt::AltModifier);
        test::named<uikit::Segmented>(*identities(), u"Identités"_qs)->setCurrent(which);
    }
    void openQualified() { openList(4); }
    [[nodiscard]] QListView *lostOnes() const
    {
        return test::named<QListView>(*identities(), u"INS qu’INSi ne reconnaît plus"_qs);
    }
    //! Proposed and confirmed.
    void verifyAll()
    {
        openQualified();
        QTest::keyClick(identities(), Qt::Key_F5);
        QTest::keyClick(identities(), Qt::Key_Return, Qt::ControlModifier);
    }
    void openIdentity(PatientId id)
    {
        m_desk.cabinet()->openRecord(id);
        m_desk.record()->showPage(u"identity"_qs);
    }
    [[nodiscard]] identity::ui::IdentityPage *page() const
    {
        return m_desk.record()->identityPage();
    }
    [[nodiscard]] QString told() const { return test::said(*m_desk.window); }
    [[nodiscard]] IdentityStatus statusOf(PatientId id) const
    {
        return m_desk.inside().patients().reload(id)->details.identity.status();
    }
    [[nodiscard]] qint64 qualified() const
    {
        return m_desk.inside().patients().identityCounts()->qualified;
    }
    [[nodiscard]] QList<identity::KeptCall> callsOf(PatientId id) const
    {
        return *m_desk.inside().patients().trace().callsOf(id);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY_OK(m_desk.make());
        m_insi = std::make_unique<sandbox::InsiServer>(
            m_desk.clock, sandbox::InsiServer::Options{.madeUpPersons = 0});
        QVERIFY_OK(m_insi->listen());
        const QDir folder(m_desk.path(u"insi"_qs));
        QVERIFY_OK(m_insi->writeFolder(folder));
        QJsonObject json = configuration();
        json.remove(u"verification"_qs);
        write(u"untold.json"_qs, json);
    }
    void init() { m_insi->behave({}); }
    void cleanup() { m_desk.window.reset(); }

    void aPostSaysWhetherItKnowsTheContract()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"INSi"_qs));
        auto *settings = m_desk.window->findChild<InsiPage *>();
        settings->setUpFrom(m_desk.path(u"insi/untold.json"_qs));
        QVERIFY(test::shown(*settings).contains(u"ne peuvent pas y être vérifiés"));
        m_desk.keepPictures(u"reglages-insi-sans-verification"_qs);
        settings->setUpFrom(m_desk.path(u"insi/insi.json"_qs));
        QVERIFY(test::shown(*settings).contains(u"Les INS peuvent y être vérifiés"));
    }

    void whatTheConfigurationTellsIsKept()
    {
        QVERIFY(enter(u"medecin"_qs));
        const auto kept = InsiSetup::load(m_desk.inside());
        QVERIFY_OK(kept);
        QCOMPARE((*kept)->instance, u"00000000-0000-4000-8000-000000000001"_qs);
        QCOMPARE((*kept)->verification->action, u"urn:ambroise:sandbox:verifierIns"_qs);
        QCOMPARE((*kept)->verification->answer, u"VERIFIE"_qs);
    }

    void halfAContractIsRefused()
    {
        QJsonObject json = configuration();
        json.insert(u"verification"_qs, QJsonObject{{u"action"_qs, u"urn:x"_qs}});
        write(u"half.json"_qs, json);
        QCOMPARE_SUBJECT(InsiSetup::fromFile(m_desk.path(u"insi/half.json"_qs)), "insi.setup");
    }

    void withoutTheContractNobodyIsAsked()
    {
        QVERIFY(enter(u"medecin"_qs, u"untold.json"_qs));
        verifyAll();
        QTRY_VERIFY2(told().contains(u"n’est pas ouverte à ce poste"), qPrintable(told()));
        m_desk.keepPictures(u"verification-sans-contrat"_qs);
        openIdentity(m_zoe);
        QTest::keyClick(page(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY2(test::said(*page()).contains(u"n’est pas ouverte à ce poste"),
                     qPrintable(told()));
        QVERIFY(m_insi->served().isEmpty());
        QVERIFY(callsOf(m_zoe).isEmpty());
    }

    void withoutADelegationASecretaryVerifiesNothing()
    {
        QVERIFY(enter(u"secretaire"_qs));
        verifyAll();
        QTRY_VERIFY2(told().contains(u"délégué"), qPrintable(told()));
        QVERIFY(m_insi->served().isEmpty());
    }

    void howManyIsConfirmedFirst()
    {
        QVERIFY(enter(u"medecin"_qs));
        openQualified();
        QTest::keyClick(identities(), Qt::Key_F5);
        QVERIFY2(told().contains(u"Vérifier %1 INS"_qs.arg(qualified())), qPrintable(told()));
        m_desk.keepPictures(u"verification-proposee"_qs);
        QTest::keyClick(identities(), Qt::Key_Escape);
        QCOMPARE(told(), QString());
        QVERIFY(m_insi->served().isEmpty());
    }

    void aKeyThatIsHeldConfirmsNothing()
    {
        QVERIFY(enter(u"medecin"_qs));
        openQualified();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(identities(), Qt::Key_F5);
        QVERIFY2(told().contains(u"Vérifier %1 INS"_qs.arg(qualified())), qPrintable(told()));
        QVERIFY(m_insi->served().isEmpty());
    }

    void aListWithoutInsHasNothingToVerify()
    {
        QVERIFY(enter(u"medecin"_qs));
        openList(2); // provisional
        QTest::keyClick(identities(), Qt::Key_F5);
        QCOMPARE(told(), QString());
    }

    void whatIsStoppedChangesNothing()
    {
        QVERIFY(enter(u"medecin"_qs));
        const qint64 before = qualified();
        m_insi->behave({Behaviour::Kind::Silent});
        verifyAll();
        QTRY_VERIFY(!m_insi->served().isEmpty());
        QTRY_VERIFY2(told().contains(u"INSi est interrogé : 1 sur"), qPrintable(told()));
        m_desk.keepPictures(u"verification-en-cours"_qs);
        QTest::keyClick(identities(), Qt::Key_Escape);
        QTRY_VERIFY2(told().contains(u"0 INS vérifiés sur"), qPrintable(told()));
        QCOMPARE(qualified(), before);
    }

    void aFaultEndsTheRoundAndChangesNothing()
    {
        QVERIFY(enter(u"medecin"_qs));
        const qint64 before = qualified();
        const qsizetype served = m_insi->served().size();
        m_insi->behave({Behaviour::Kind::Fault});
        verifyAll();
        QTRY_VERIFY2(told().contains(u"INSi est en panne"), qPrintable(told()));
        QCOMPARE(m_insi->served().size(), served + 1);
        QCOMPARE(qualified(), before);
    }

    void theInsOfOneRecordIsVerified()
    {
        QVERIFY(enter(u"medecin"_qs));
        openIdentity(m_zoe);
        QTest::keyClick(page(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY2(test::said(*page()).contains(u"INSi reconnaît cet INS"), qPrintable(told()));
        m_desk.keepPictures(u"ins-verifie"_qs);
        QCOMPARE(statusOf(m_zoe), IdentityStatus::Qualified);
        const identity::InsiCall call = callsOf(m_zoe).first().call;
        QCOMPARE(call.kind, identity::InsiCall::Kind::Verification);
        QCOMPARE(call.verdict, u"found"_qs);
        QVERIFY(m_desk.inside()
                    .patients()
                    .trace()
                    .answerOf(callsOf(m_zoe).first().id)
                    ->contains("<CodeCR>00</CodeCR>"));
    }

    void anInsThatIsLostTakesItsStatusAlong()
    {
        QVERIFY(enter(u"medecin"_qs));
        openIdentity(test::madeleine); // of the demonstration: INSi does not know her
        QTest::keyClick(page(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY2(test::said(*page()).contains(u"INSi ne reconnaît plus cet INS"),
                     qPrintable(told()));
        m_desk.keepPictures(u"ins-perdu"_qs);
        QCOMPARE(statusOf(test::madeleine), IdentityStatus::Validated);
        const auto trace = m_desk.inside().patients().trace().of(test::madeleine)->first();
        QCOMPARE(trace.cause, identity::Cause::InsLost);
        QCOMPARE(trace.call, callsOf(test::madeleine).first().id);
    }

    void whoseInsIsLostIsListedAndOpened()
    {
        QVERIFY(enter(u"medecin"_qs));
        const qint64 before = m_desk.inside().patients().identityCounts()->retrieved;
        QVERIFY(before > 1 && before < 10); // of the demonstration: INSi knows none
        const test::StallDetector stalls;
        openList(0);
        QTest::keyClick(identities(), Qt::Key_F5);
        QTest::keyClick(identities(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"%1 INS vérifiés sur %1"_qs.arg(before)),
                                  qPrintable(told()), 60'000);
        QVERIFY2(stalls.none(), qPrintable(stalls.report()));
        QCOMPARE(m_desk.inside().patients().identityCounts()->retrieved, 0);
        auto *lost = lostOnes();
        QVERIFY(lost);
        QCOMPARE(lost->model()->rowCount(), int(before));
        m_desk.keepPictures(u"verification-faite"_qs);
        QTest::keyClick(lost, Qt::Key_Return);
        QVERIFY(m_desk.record() && page()->isVisible());
    }

    void aRoundThatLosesEverybodyStopsItself()
    {
        QVERIFY(enter(u"medecin"_qs));
        const qint64 before = qualified();
        QVERIFY(before > 11);
        verifyAll();
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"INSi ne reconnaît aucun des INS vérifiés"),
                                  qPrintable(told()), 60'000);
        QCOMPARE(qualified(), before - 10);
        QCOMPARE(lostOnes()->model()->rowCount(), 10);
        QCOMPARE(statusOf(m_zoe), IdentityStatus::Qualified); // verified last, so she comes last
        m_desk.keepPictures(u"verification-douteuse"_qs);
        QTest::keyClick(identities(), Qt::Key_Escape);
        QVERIFY(!lostOnes());
    }
};

QTEST_MAIN(TestVerificationFlow)
#include "tst_verification.moc"

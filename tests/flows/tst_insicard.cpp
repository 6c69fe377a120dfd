// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcards.h"

#include <cabinet/insipage.h>

#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/sandbox/insiserver.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/segmented.h>

#include <QLabel>

using namespace ambroise;
using namespace ambroise::app;
using sandbox::InsiServer;

//! INSi asked with the card of who is signed in: SoftHSM is the card, the sandbox checks what it
//! signed.
class TestInsiCard : public QObject {
    Q_OBJECT
    test::DoctorCards m_cards;
    std::unique_ptr<test::CardShim> m_shim;
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<InsiServer> m_insi;
    PatientId m_zoe;

    void trust(const test::SoftCard &card)
    {
        auto library = cards::CardModule::load(test::SoftCardBox::modulePath());
        QVERIFY_OK(library);
        const auto der = library->signatureCertificate(card.serial);
        QVERIFY_OK(der);
        m_insi->trustSigner(QSslCertificate(*der, QSsl::Der));
    }
    //! One of INSi's test persons.
    PatientId enterZoe()
    {
        using namespace identity;
        const auto traits = *StrictTraits::make({*BirthSurname::parse(u"ADRUN"),
                                                 *GivenNames::parse(u"ZOE"),
                                                 *GivenNames::parse(u"ZOE"),
                                                 *BirthDate::of(QDate(1975, 12, 31)),
                                                 Sex::Female,
                                                 {}});
        const auto id = m_desk->inside().patients().add({.identity = Identity::provisional(traits)},
                                                        audit::Actor::program(u"Accueil"_qs));
        return id.ok() ? *id : PatientId{};
    }
    //! Signed in as the doctor with that card in the reader, on Zoé's identity.
    void begin(const test::SoftCard &card)
    {
        m_cards.enter(*m_desk, *m_shim, card);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_desk->openSettings(u"INSi"_qs));
        m_desk->window->findChild<InsiPage *>()->setUpFrom(
            m_desk->path(u"insi/insi-carte.json"_qs));
        if (!m_zoe.isStored())
            m_zoe = enterZoe();
        m_desk->cabinet()->openRecord(m_zoe);
        m_desk->record()->showPage(u"identity"_qs);
    }
    [[nodiscard]] identity::ui::IdentityPage *page() const
    {
        return m_desk->record()->identityPage();
    }
    [[nodiscard]] QString told() const { return test::shown(*page()); }
    [[nodiscard]] uikit::AskLine *asked() const { return page()->findChild<uikit::AskLine *>(); }
    void answer(const QString &pin) const
    {
        QTRY_VERIFY(asked()->isVisible());
        test::type(*asked()->field(), pin);
        QTest::keyClick(asked()->field(), Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::SoftCardBox::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY_OK(m_cards.make());
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        m_insi =
            std::make_unique<InsiServer>(m_desk->clock, InsiServer::Options{.madeUpPersons = 0});
        QVERIFY_OK(m_insi->listen());
        QVERIFY_OK(m_insi->writeFolder(QDir(m_desk->path(u"insi"_qs))));
        trust(m_cards.hers());
    }
    void init()
    {
        m_insi->behave({});
        m_shim = std::make_unique<test::CardShim>();
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
        m_shim.reset();
    }

    void theCardOfTheDoctorSignsTheCall()
    {
        begin(m_cards.hers());
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY(asked()->isVisible());
        QCOMPARE(asked()->field()->echoMode(), QLineEdit::Password);
        m_desk->keepPictures(u"insi-code-de-la-carte"_qs);
        answer(u"1234"_qs);
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"INSi connaît cette personne"),
                                  qPrintable(told()), 20'000);
        QCOMPARE(m_insi->served().last().outcome, u"00"_qs);
        // Within the hour the code is not asked again.
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_insi->served().size(), 2, 20'000);
        QVERIFY(!asked()->isVisible());
    }

    void theCardSignsAVerificationOfManyToo()
    {
        begin(m_cards.hers());
        QTest::keyClick(m_desk->window->shell(), Qt::Key_4, Qt::AltModifier);
        auto *identities = m_desk->window->findChild<patient::ui::IdentitiesPage *>();
        test::named<uikit::Segmented>(*identities, u"Identités"_qs)->setCurrent(4);
        QTest::keyClick(identities, Qt::Key_F5);
        QTest::keyClick(identities, Qt::Key_Return, Qt::ControlModifier);
        auto *ask = identities->findChild<uikit::AskLine *>();
        QTRY_VERIFY(ask->isVisible());
        m_desk->keepPictures(u"verification-code-de-la-carte"_qs);
        test::type(*ask->field(), u"1234"_qs);
        QTest::keyClick(ask->field(), Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(test::said(*identities).contains(u"INS vérifiés sur"),
                                  qPrintable(test::said(*identities)), 20'000);
        const auto asked = m_insi->served().last();
        QVERIFY2(asked.question, qPrintable(asked.why));
        QCOMPARE(asked.question->operation, sandbox::InsiQuestion::Operation::Verification);
    }

    void aWrongCodeIsToldAndAsksNobody()
    {
        begin(m_cards.hers());
        const qsizetype before = m_insi->served().size();
        QTest::keyClick(page(), Qt::Key_F5);
        answer(u"0000"_qs);
        QTRY_VERIFY2(told().contains(u"Code faux"), qPrintable(told()));
        QCOMPARE(m_insi->served().size(), before);
    }

    void whoGivesUpSendsNothing()
    {
        begin(m_cards.hers());
        const qsizetype before = m_insi->served().size();
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY(asked()->isVisible());
        QTest::keyClick(asked()->field(), Qt::Key_Escape);
        QTRY_VERIFY(!told().contains(u"INSi est interrogé"));
        QVERIFY(!asked()->isVisible());
        QCOMPARE(m_insi->served().size(), before);
    }

    void theCardOfAnotherIsRefused()
    {
        begin(m_cards.others());
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY2(told().contains(u"n’est pas celle de la personne connectée"),
                     qPrintable(told()));
        QVERIFY(!asked()->isVisible());
    }

    void withoutACardNobodyIsAsked()
    {
        begin(m_cards.hers());
        m_shim->take(m_cards.hers());
        QTRY_VERIFY(!m_desk->window->cards()->card());
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY2(told().contains(u"Pas de carte"), qPrintable(told()));
    }

    void aCardPulledOutDuringTheCallEndsIt()
    {
        begin(m_cards.hers());
        sandbox::Behaviour silent;
        silent.kind = sandbox::Behaviour::Kind::Silent;
        m_insi->behave(silent);
        const qsizetype before = m_insi->served().size();
        QTest::keyClick(page(), Qt::Key_F5);
        answer(u"1234"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(m_insi->served().size(), before + 1, 20'000);
        m_shim->take(m_cards.hers());
        QTRY_VERIFY2(told().contains(u"Carte retirée"), qPrintable(told()));
    }
};

QTEST_MAIN(TestInsiCard)
#include "tst_insicard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/documentreading.h>
#include <cabinet/insipage.h>
#include <cabinet/insscan.h>
#include <practice/insilink.h>

#include <ambroise/access/ui/delegationspage.h>
#include <ambroise/documents/inslabel.h>
#include <ambroise/identity/ui/documentkindspage.h>
#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/sandbox/insiserver.h>
#include <ambroise/uikit/segmented.h>

#include <support/stalldetector.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace ambroise;
using namespace ambroise::app;
using identity::IdentityStatus;
using identity::ui::IdentityPage;

namespace {

//! Of a specimen: invented, its keys are right.
const QString zone = u"IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n9007138F3002119FRA<<<<<<<<<<<6\n"
                     "MARTIN<<MAELYS<GAELLE<MARIE<<<"_qs;

const QString labelOfNobody =
    u"IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\u001DS3SARAH-LOU "
    "ANNA\u001DS4GARCIA-HAMMADI\u001DS5FS621-01-1977S701154"_qs;

const QString labelOfTests =
    u"IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.10S3SARAH-LOU "
    "ANNA\u001DS4GARCIA-HAMMADI\u001DS5FS621-01-1977S701154"_qs;

const QString deathCertificate =
    u"DC04FR00TST11ECC1ECCA401FR72DURAND\u001D73JEANNE/ODILE\u001D74MOREAU\u001D750103193276F"_qs;

} // namespace

//! A secretary qualifies identities in a doctor's name, on the real windows.
class TestIdentityFlow : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] IdentityPage *page() const { return m_desk.record()->identityPage(); }
    //! Maëlys Martin, as the secretary has just created her.
    PatientId createMaelys()
    {
        using namespace identity;
        const auto traits = *StrictTraits::make({*BirthSurname::parse(u"MARTIN"),
                                                 *GivenNames::parse(u"MAELYS GAELLE MARIE"),
                                                 *GivenNames::parse(u"MAELYS"),
                                                 *BirthDate::of(QDate(1990, 7, 13)),
                                                 Sex::Female,
                                                 {}});
        const auto id = m_desk.inside().patients().add({.identity = Identity::provisional(traits)},
                                                       audit::Actor::program(u"Accueil"_qs));
        return id.ok() ? *id : PatientId{};
    }
    [[nodiscard]] IdentityStatus statusOf(PatientId id) const
    {
        return m_desk.inside().patients().reload(id)->details.identity.status();
    }
    void openIdentity(PatientId id)
    {
        m_desk.cabinet()->openRecord(id);
        QVERIFY(m_desk.record());
        m_desk.record()->showPage(u"identity"_qs);
        QVERIFY(page()->isVisible());
    }
    [[nodiscard]] Result<Created> createRealPractice(const QString &name) const
    {
        CreationOptions real = test::demoOptions();
        real.profile.demonstration = false;
        return createPractice(PracticeFolder(m_desk.path(name)), real, m_desk.clock);
    }
    [[nodiscard]] QString told() const { return test::shown(*page()); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void withoutADelegationASecretaryQualifiesNobody()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        openIdentity(createMaelys());
        QVERIFY2(told().contains(u"délégué"), qPrintable(told()));
        test::keepScreenshot(*m_desk.window, u"identite-sans-delegation"_qs);
    }

    void theDoctorDelegatesToTheSecretary()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"Délégations"_qs));
        auto *delegations = m_desk.window->findChild<access::ui::DelegationsPage *>();
        QVERIFY(delegations && delegations->isVisible());
        auto *who = test::named<QComboBox>(*delegations, u"Personne"_qs);
        QCOMPARE(who->currentIndex(), -1);
        who->setCurrentText(m_desk.account(u"secretaire").person.displayName());
        QTest::keyClick(who, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk.said(u"delegationsNotice"_qs).startsWith(u"Délégué à"));
        m_desk.keepPictures(u"delegations"_qs);
    }

    void aSecretaryChecksADocumentInTheDoctorsName()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        const PatientId maelys = createMaelys();
        openIdentity(maelys);
        QVERIFY2(told().contains(u"par délégation de"), qPrintable(told()));
        auto *kind = test::named<QComboBox>(*page(), u"Pièce présentée"_qs);
        kind->setCurrentIndex(kind->findData(u"CN"_qs));
        page()->findChild<QPlainTextEdit *>()->setPlainText(zone);
        QTRY_VERIFY(told().contains(u"4 clés sur 4 justes"));
        page()->findChild<QCheckBox *>()->click();
        m_desk.keepPictures(u"identite"_qs);
        QTest::keyClick(page(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(statusOf(maelys), IdentityStatus::Validated);
        const auto check = m_desk.inside().patients().trace().lastCheck(maelys);
        QVERIFY_OK(check);
        QCOMPARE((*check)->authorName, m_desk.account(u"secretaire").person.displayName());
        QCOMPARE((*check)->mandate.mandatorName, m_desk.account(u"medecin").person.displayName());
        QCOMPARE((*check)->evidence->validUntil, QDate(2030, 2, 11));
        QVERIFY2(told().contains(u"Identité validée"), qPrintable(told()));
    }

    void aDocumentOfTheSettingsIsOfferedAtTheCheck()
    {
        QVERIFY(m_desk.enter(u"admin"_qs));
        QVERIFY(m_desk.openSettings(u"Pièces d’identité"_qs));
        auto *settings = m_desk.window->findChild<identity::ui::DocumentKindsPage *>();
        QVERIFY(settings && settings->isVisible());
        QTest::keyClick(settings, Qt::Key_N, Qt::AltModifier);
        test::type(*settings->window()->focusWidget(),
                   u"Récépissé de demande de titre de séjour"_qs);
        QTest::keyClick(settings->window()->focusWidget(), Qt::Key_Tab);
        test::type(*settings->window()->focusWidget(), u"RCS"_qs);
        QTest::keyClick(settings, Qt::Key_Return, Qt::ControlModifier);
        m_desk.keepPictures(u"reglages-pieces"_qs);
        QCOMPARE(m_desk.lastDeed().detail, u"identity_document RCS added,trust=low"_qs);
        m_desk.window.reset();

        QVERIFY(m_desk.enter(u"medecin"_qs));
        openIdentity(createMaelys());
        auto *kind = test::named<QComboBox>(*page(), u"Pièce présentée"_qs);
        QCOMPARE(kind->currentIndex(), -1);
        QVERIFY(kind->findData(u"RCS"_qs) >= 0);
    }

    void aSecretaryDoesNotSettleWhatProvesAnIdentity()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(!m_desk.openSettings(u"Pièces d’identité"_qs));
    }

    void aScannedLabelOpensItsRecord()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        const auto madeleine = m_desk.inside().patients().reload(test::madeleine);
        const auto payload = documents::insPayloadOf(madeleine->details.identity);
        QVERIFY_OK(payload);
        m_desk.cabinet()->takeScan(QString::fromLatin1(*payload));
        QVERIFY(m_desk.record());
        QCOMPARE(m_desk.record()->title(), patient::displayName(madeleine->details));
    }

    void aLabelOfNobodyHereProposesANewRecord()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->takeScan(labelOfNobody);
        QVERIFY(m_desk.record());
        QVERIFY(!m_desk.record()->identityPage()); // it is not created yet
        const auto *surname = test::named<QLineEdit>(*m_desk.record(), u"Nom de naissance"_qs);
        QCOMPARE(surname->text(), u"GARCIA-HAMMADI"_qs);
        QVERIFY(test::said(*m_desk.record()).contains(u"Traits lus sur un code INS"));
        test::keepScreenshot(*m_desk.window, u"identite-code-inconnu"_qs);
    }

    void aLabelDoesNotOverwriteWhatIsBeingTyped()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->newPatient();
        auto *search = m_desk.window->findChild<patient::ui::NewPatientPage *>();
        Q_EMIT search->createRequested({{}, u"BERTHIER"_qs, {}});
        auto *surname = test::named<QLineEdit>(*m_desk.record(), u"Nom de naissance"_qs);
        m_desk.cabinet()->takeScan(labelOfNobody);
        QCOMPARE(surname->text(), u"BERTHIER"_qs);
        QVERIFY(test::said(*m_desk.window).contains(u"déjà en cours de saisie"));
        surname->clear();
    }

    void aCodeThatNamesNobodyIsTold()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->takeScan(u"3400930985830"_qs);
        QVERIFY(test::said(*m_desk.window).contains(u"pas celui d’un patient"));
    }

    void aZoneIsScannedLineByLine()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        openIdentity(createMaelys());
        for (const QString &line : zone.split(u'\n'))
            m_desk.cabinet()->takeScan(line);
        QTRY_VERIFY(told().contains(u"4 clés sur 4 justes"));
    }

    void whatWaitsToBeQualifiedIsOneKeyAway()
    {
        auto *shell = m_desk.enter(u"secretaire"_qs);
        QVERIFY(shell);
        createMaelys();
        QTest::keyClick(shell, Qt::Key_4, Qt::AltModifier);
        auto *waiting = shell->findChild<patient::ui::IdentitiesPage *>();
        QVERIFY(waiting->isVisible());
        auto *queue = test::named<uikit::Segmented>(*waiting, u"Identités"_qs);
        queue->setCurrent(2); // provisional
        QVERIFY(waiting->list()->model()->rowCount() > 0);
        m_desk.keepPictures(u"identites"_qs);
        waiting->list()->setFocus();
        QTest::keyClick(waiting->list(), Qt::Key_Return);
        QVERIFY(m_desk.record() && page()->isVisible());
    }

    void aPostWithoutInsiSaysSo()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        openIdentity(createMaelys());
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY(told().contains(u"INSi n’est pas configuré sur ce poste"));
    }

    void aSettingThatCannotBeReadIsToldAsSuch()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QFile sealed(m_desk.practice() + u"/insi.sealed"_qs);
        QVERIFY(sealed.open(QIODevice::WriteOnly));
        sealed.write("nothing that this practice sealed");
        sealed.close();
        openIdentity(createMaelys());
        QTest::keyClick(page(), Qt::Key_F5);
        QTRY_VERIFY(told().contains(u"Réglage d’INSi endommagé"));
        QVERIFY(sealed.remove());
    }

    void aSecretaryQualifiesWithInsiAndADocument()
    {
        sandbox::InsiServer insi(m_desk.clock, {.madeUpPersons = 0});
        QVERIFY_OK(insi.listen());
        const QDir folder(m_desk.path(u"insi"_qs));
        QVERIFY_OK(insi.writeFolder(folder));
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"INSi"_qs));
        m_desk.window->findChild<InsiPage *>()->setUpFrom(folder.filePath(u"insi.json"_qs));
        QVERIFY(m_desk.said(u"insiNotice"_qs).startsWith(u"Enregistré"));
        m_desk.keepPictures(u"reglages-insi"_qs);
        m_desk.window.reset();

        QVERIFY(m_desk.enter(u"secretaire"_qs));
        using namespace identity;
        const auto traits = *StrictTraits::make({*BirthSurname::parse(u"NESSI"),
                                                 *GivenNames::parse(u"MICHELANGELO"),
                                                 *GivenNames::parse(u"MICHELANGELO"),
                                                 *BirthDate::of(QDate(2010, 8, 7)),
                                                 Sex::Male,
                                                 {}});
        const PatientId nessi = *m_desk.inside().patients().add(
            {.identity = Identity::provisional(traits)}, audit::Actor::program(u"Accueil"_qs));
        QVERIFY_OK(m_desk.inside().connection().run(
            "INSERT INTO birthplace (code, label, folded, valid_from, valid_until, successor,"
            " population) VALUES ('63220', 'Marsac-en-Livradois', '', '', '', '', 0)"));
        openIdentity(nessi);
        sandbox::Behaviour slow;
        slow.delay = std::chrono::seconds(3);
        insi.behave(slow);
        test::StallDetector stalls;
        QTest::keyClick(page(), Qt::Key_F5);
        QVERIFY(told().contains(u"INSi est interrogé"));
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"INSi connaît cette personne"),
                                  qPrintable(told()), 20'000);
        QVERIFY2(stalls.none(), qPrintable(stalls.report()));
        QCOMPARE(page()->findChild<QTableView *>()->model()->index(4, 1).data().toString(),
                 u"63220 Marsac-en-Livradois"_qs);
        m_desk.keepPictures(u"identite-insi"_qs);
        auto *kind = test::named<QComboBox>(*page(), u"Pièce présentée"_qs);
        kind->setCurrentIndex(kind->findData(u"PA"_qs));
        test::named<uikit::Segmented>(*page(), u"Traits de la pièce"_qs)->setCurrent(2);
        page()->findChild<QCheckBox *>()->click();
        QTest::keyClick(page(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(statusOf(nessi), IdentityStatus::Qualified);
        const auto kept = m_desk.inside().patients().reload(nessi)->details.identity;
        QCOMPARE(kept.traits().givenNames().text(), u"MICHELANGELO ANTHONY"_qs);
        QCOMPARE(kept.traits().birthPlace(),
                 *BirthPlace::make(u"63220", u"Marsac-en-Livradois"_qs));
        QCOMPARE(m_desk.inside().patients().trace().callsOf(nessi)->size(), 1);
        QVERIFY2(told().contains(u"Identité qualifiée"), qPrintable(told()));
        m_desk.keepPictures(u"identite-qualifiee-insi"_qs);
    }

    void aWindowClosesWhileInsiIsSilent()
    {
        sandbox::InsiServer insi(m_desk.clock, {.madeUpPersons = 0});
        QVERIFY_OK(insi.listen());
        const QDir folder(m_desk.path(u"insi-silent"_qs));
        QVERIFY_OK(insi.writeFolder(folder));
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"INSi"_qs));
        m_desk.window->findChild<InsiPage *>()->setUpFrom(folder.filePath(u"insi.json"_qs));
        sandbox::Behaviour silent;
        silent.kind = sandbox::Behaviour::Kind::Silent;
        insi.behave(silent);
        openIdentity(createMaelys());
        QTest::keyClick(page(), Qt::Key_F5);
        QVERIFY(told().contains(u"INSi est interrogé"));
        QTest::qWait(200); // the question is on its way
        m_desk.window.reset();
    }

    void aPracticeOfRealPatientsDoesNotAskAStandIn()
    {
        sandbox::InsiServer insi(m_desk.clock, {.madeUpPersons = 0});
        QVERIFY_OK(insi.listen());
        const QDir folder(m_desk.path(u"insi-real"_qs));
        QVERIFY_OK(insi.writeFolder(folder));
        const auto setup = InsiSetup::fromFile(folder.filePath(u"insi.json"_qs));
        QVERIFY_OK(setup);
        const auto created = createRealPractice(u"real"_qs);
        QVERIFY_OK(created);
        QCOMPARE_SUBJECT(InsiLink::open(*setup, *created->practice, {}), "insi.not_production");
    }

    void aPracticeOfRealPatientsDoesNotOpenALabelOfTests()
    {
        const auto created = createRealPractice(u"real-labels"_qs);
        QVERIFY_OK(created);
        QCOMPARE_SUBJECT(findScanned(*created->practice, labelOfTests), "identity.test_ins");
        QVERIFY_OK(findScanned(*created->practice, labelOfNobody));
    }

    void aDeathCertificateIdentifiesNobody()
    {
        const auto read = readDocument(deathCertificate + u'\u001F' + QString(102, u'A') + u'Q', {},
                                       m_desk.clock.today());
        QVERIFY_OK(read);
        QVERIFY(!read->sound);
    }

    void aMisreadZoneProvesNothing()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        const PatientId maelys = createMaelys();
        openIdentity(maelys);
        auto *kind = test::named<QComboBox>(*page(), u"Pièce présentée"_qs);
        kind->setCurrentIndex(kind->findData(u"CN"_qs));
        QString wrong = zone;
        wrong.replace(u"9007138F"_qs, u"9107138F"_qs);
        page()->findChild<QPlainTextEdit *>()->setPlainText(wrong);
        QTRY_VERIFY(told().contains(u"clés sur 4 justes"));
        page()->findChild<QCheckBox *>()->click();
        QTest::keyClick(page(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(statusOf(maelys), IdentityStatus::Provisional);
    }

    void theDoctorSeesWhoCheckedWhenAndWithWhat()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        openIdentity(test::madeleine);
        QVERIFY2(told().contains(u"Identité"), qPrintable(told()));
        test::keepScreenshot(*m_desk.window, u"identite-du-medecin"_qs);
    }
};

QTEST_MAIN(TestIdentityFlow)
#include "tst_identity.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/insipage.h>
#include <cabinet/postpage.h>
#include <cabinet/vitaleline.h>
#include <cabinet/vitalelink.h>

#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/sandbox/insiserver.h>
#include <ambroise/sandbox/vitaleserver.h>
#include <ambroise/uikit/button.h>

#include <support/stalldetector.h>

#include <QLabel>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using identity::Identity;
using identity::IdentityStatus;
using sandbox::VitaleServer;

namespace {

//! The application, with two people.
class ReaderOfTwo final : public identity::VitaleReader {
public:
    QFuture<Result<identity::VitaleReading>> read() override
    {
        identity::VitaleReading reading;
        reading.medium = identity::VitaleReading::Medium::Application;
        reading.beneficiaries.resize(2);
        return QtFuture::makeReadyFuture(Result<identity::VitaleReading>(reading));
    }
};

} // namespace

//! Cartes Vitale, read by the plug-in from the sandbox over a socket, on the real windows.
class TestVitale : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    std::unique_ptr<VitaleServer> m_reader;
    Post m_post;

    //! The post's setting, as somebody made it.
    void setUpReader()
    {
        const QDir folder(m_desk.path(u"vitale"_qs));
        QVERIFY_OK(m_reader->writeFolder(folder, QStringLiteral(AMBROISE_VITALE_PLUGIN)));
        m_post.vitaleSetup = folder.filePath(u"vitale.json"_qs);
    }
    //! Signed in at the post as it is set up.
    bool enter(const QString &who)
    {
        m_desk.open(m_post);
        m_desk.signIn(who);
        (void)QTest::qWaitFor([this] { return m_desk.window->shell() != nullptr; }, 10'000);
        return m_desk.cabinet();
    }
    [[nodiscard]] VitaleLine *line() const { return m_desk.record()->findChild<VitaleLine *>(); }
    [[nodiscard]] QListView *beneficiaries() const { return line()->findChild<QListView *>(); }
    [[nodiscard]] QString told() const
    {
        QStringList texts;
        for (const QLabel *label : m_desk.record()->findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        return texts.join(u'\n') + test::said(*m_desk.record());
    }
    void readCard() const { QTest::keyClick(m_desk.record(), Qt::Key_F6); }
    void choose(int row) const
    {
        QTRY_VERIFY(beneficiaries()->isVisible());
        for (int i = 0; i <= row; ++i)
            QTest::keyClick(beneficiaries(), Qt::Key_Down);
        QTest::keyClick(beneficiaries(), Qt::Key_Return);
    }
    [[nodiscard]] QString typed(const QString &field) const
    {
        const auto *edit = test::named<QLineEdit>(*m_desk.record(), field);
        return edit ? edit->text() : QString();
    }
    PatientId add(const identity::ToldTraits &traits) const
    {
        const auto id =
            m_desk.inside().patients().add({.identity = Identity::provisional(*traits.strict())},
                                           audit::Actor::program(u"Accueil"_qs));
        return id.ok() ? *id : PatientId{};
    }
    void openIdentity(PatientId id) const
    {
        m_desk.cabinet()->openRecord(id);
        QVERIFY(m_desk.record());
        m_desk.record()->showPage(u"identity"_qs);
    }
    [[nodiscard]] Identity identityOf(PatientId id) const
    {
        return m_desk.inside().patients().reload(id)->details.identity;
    }
    static identity::ToldTraits dominique()
    {
        return {u"PAT-TROIS"_qs, u"DOMINIQUE MARIE-LOUISE"_qs, u"1979-03-28"_qs, u"F"_qs,
                u"51215"_qs};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void init()
    {
        m_reader = std::make_unique<VitaleServer>();
        QVERIFY_OK(m_reader->listen());
        setUpReader();
    }
    void cleanup() { m_desk.window.reset(); }

    void aCardProposesItsTraitsToAnEmptyForm()
    {
        m_reader->insert(*VitaleServer::cardNamed(u"famille"_qs));
        QVERIFY(enter(u"secretaire"_qs));
        m_desk.cabinet()->newPatient();
        QTest::keyClick(m_desk.window->shell(), Qt::Key_F6); // while somebody is looked for
        QVERIFY(m_desk.record());
        QTRY_VERIFY(beneficiaries()->isVisible());
        QVERIFY(!beneficiaries()->currentIndex().isValid()); // nobody is chosen beforehand
        m_desk.keepPictures(u"vitale-beneficiaires"_qs);
        choose(1);
        QTRY_COMPARE(typed(u"Nom de naissance"_qs), u"NESSI"_qs);
        QVERIFY2(told().contains(u"carte Vitale, qui ne prouve rien"), qPrintable(told()));
        QVERIFY(!line()->isVisible());
        m_desk.keepPictures(u"vitale-creation"_qs);
        test::named<QLineEdit>(*m_desk.record(), u"Nom de naissance"_qs)->clear();
    }

    void aFormThatIsBeingFilledInIsLeftAlone()
    {
        m_reader->insert(*VitaleServer::cardNamed(u"seul"_qs));
        QVERIFY(enter(u"secretaire"_qs));
        m_desk.cabinet()->newPatient();
        if (auto *page = test::named<patient::ui::NewPatientPage>(*m_desk.window)) {
            auto *sought = test::named<QLineEdit>(*page, u"Nom de naissance ou utilisé"_qs);
            test::type(*sought, u"BERTHIER"_qs);
            QTest::keyClick(sought, Qt::Key_Return, Qt::ControlModifier);
        }
        auto *surname = test::named<QLineEdit>(*m_desk.record(), u"Nom de naissance"_qs);
        surname->clear(); // a draft of before
        test::type(*surname, u"BERTHIER"_qs);
        readCard();
        QTRY_VERIFY2(told().contains(u"Une saisie est en cours"), qPrintable(told()));
        QCOMPARE(surname->text(), u"BERTHIER"_qs);
    }

    void whatGoesWrongIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no card") << u"none"_qs << u"Pas de carte Vitale dans le lecteur"_qs;
        QTest::newRow("unplugged") << u"unplug"_qs << u"Lecteur de carte Vitale absent"_qs;
        QTest::newRow("no stand-in") << u"stopped"_qs << u"Lecteur de carte Vitale absent"_qs;
        QTest::newRow("pulled out") << u"remove"_qs << u"Carte retirée pendant la lecture"_qs;
        QTest::newRow("no reader set") << u"unset"_qs << u"n’a pas de lecteur de carte Vitale"_qs;
        QTest::newRow("no plug-in") << u"plugin"_qs << u"module de lecture"_qs;
    }
    void whatGoesWrongIsSaidAndNothingIsLost()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, sentence);
        if (what != u"none")
            m_reader->insert(*VitaleServer::cardNamed(u"famille"_qs));
        m_reader->setPlugged(what != u"unplug");
        if (what == u"stopped")
            m_reader.reset();
        if (what == u"remove")
            m_reader->setDelay(std::chrono::minutes(1));
        if (what == u"unset")
            m_post.vitaleSetup.clear();
        if (what == u"plugin")
            QVERIFY_OK(m_reader->writeFolder(QDir(m_desk.path(u"vitale"_qs)), u"nothing.so"_qs));
        QVERIFY(enter(u"medecin"_qs));
        const PatientId id = add({u"ADRUN"_qs, u"ZOE"_qs, u"1975-12-31"_qs, u"F"_qs, {}});
        openIdentity(id);
        readCard();
        if (what == u"remove") {
            QVERIFY2(told().contains(u"Lecture de la carte Vitale"), qPrintable(told()));
            QTRY_VERIFY(m_reader->isReading());
            m_reader->remove();
        }
        QTRY_VERIFY2(told().contains(sentence), qPrintable(told()));
        QVERIFY(!beneficiaries()->isVisible());
        QCOMPARE(identityOf(id).status(), IdentityStatus::Provisional);
        QVERIFY(m_desk.inside().patients().trace().callsOf(id)->isEmpty());
        test::keepScreenshot(*m_desk.window, u"vitale-"_qs + what);
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line()->isVisible());
    }

    void aReadingMayBeGivenUp()
    {
        m_reader->insert(*VitaleServer::cardNamed(u"famille"_qs));
        m_reader->setDelay(std::chrono::seconds(3));
        QVERIFY(enter(u"medecin"_qs));
        m_desk.cabinet()->newPatient();
        test::StallDetector stalls;
        QTest::keyClick(m_desk.window->shell(), Qt::Key_F6);
        QVERIFY(line()->isVisible());
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line()->isVisible());
        QVERIFY2(stalls.none(), qPrintable(stalls.report()));
    }

    void insiIsAskedByTheCardAndItsAnswerIsAcceptedAsAnyOther()
    {
        sandbox::InsiServer insi(m_desk.clock, {.madeUpPersons = 0});
        QVERIFY_OK(insi.listen());
        const QDir folder(m_desk.path(u"insi"_qs));
        QVERIFY_OK(insi.writeFolder(folder));
        m_reader->insert(*VitaleServer::cardNamed(u"famille"_qs));
        QVERIFY(enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"INSi"_qs));
        m_desk.window->findChild<InsiPage *>()->setUpFrom(folder.filePath(u"insi.json"_qs));
        m_desk.window.reset();

        QVERIFY(enter(u"medecin"_qs));
        const PatientId id = add({u"NESSI"_qs, u"MICHELANGELO"_qs, u"2010-08-07"_qs, u"M"_qs, {}});
        openIdentity(id);
        readCard();
        choose(1);
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"INSi connaît cette personne"),
                                  qPrintable(told()), 20'000);
        QCOMPARE(identityOf(id).status(), IdentityStatus::Provisional); // the card proves nothing
        m_desk.keepPictures(u"vitale-insi"_qs);
        QTest::keyClick(m_desk.record()->identityPage(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(identityOf(id).status(), IdentityStatus::Retrieved);
        const auto calls = *m_desk.inside().patients().trace().callsOf(id);
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.first().call.kind, identity::InsiCall::Kind::Card);
        QCOMPARE(calls.first().call.verdict, u"found"_qs);
    }

    void theApplicationQualifiesTheRecordOfItsHolder()
    {
        m_reader->insert(*VitaleServer::cardNamed(u"appli"_qs));
        QVERIFY(enter(u"medecin"_qs));
        const PatientId id = add(dominique());
        openIdentity(id);
        readCard();
        QTRY_VERIFY2(told().contains(u"Appli carte Vitale : PAT-TROIS"), qPrintable(told()));
        QCOMPARE(identityOf(id).status(), IdentityStatus::Provisional); // to be confirmed
        m_desk.keepPictures(u"vitale-appli"_qs);
        QTest::keyClick(m_desk.window->focusWidget(), Qt::Key_Return);
        QCOMPARE(identityOf(id).status(), IdentityStatus::Qualified);
        const auto entry = m_desk.inside().patients().trace().of(id)->first();
        QCOMPARE(entry.cause, identity::Cause::ApcvRead);
        QVERIFY2(told().contains(u"Identité qualifiée"), qPrintable(told()));
    }

    void theApplicationOfAnotherPersonChangesNothing()
    {
        m_reader->insert(*VitaleServer::cardNamed(u"appli"_qs));
        QVERIFY(enter(u"medecin"_qs));
        identity::ToldTraits other = dominique();
        other.birthDate = u"1979-03-27"_qs;
        const PatientId id = add(other);
        openIdentity(id);
        readCard();
        QTRY_VERIFY(told().contains(u"Appli carte Vitale"));
        QTest::keyClick(m_desk.window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY2(told().contains(u"autre personne"), qPrintable(told()));
        QCOMPARE(identityOf(id).status(), IdentityStatus::Provisional);
    }

    void aContextOfTheApplicationHoldsHalfAnHour_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("holds");
        QTest::newRow("in time") << 1799 << true;
        QTest::newRow("too late") << 1800 << false;
    }
    void aContextOfTheApplicationHoldsHalfAnHour()
    {
        QFETCH(const int, seconds);
        QFETCH(const bool, holds);
        test::ManualClock clock;
        ReaderOfTwo reader;
        VitaleLine line([&reader]() -> Result<identity::VitaleReader *> { return &reader; }, clock);
        QList<identity::VitaleBeneficiary> chosen;
        connect(&line, &VitaleLine::chosen, this,
                [&chosen](const identity::VitaleBeneficiary &one) { chosen << one; });
        line.read();
        auto *list = line.findChild<QListView *>();
        QTRY_VERIFY(list->isVisible());
        clock.advance(std::chrono::seconds(seconds));
        QTest::keyClick(list, Qt::Key_Down);
        line.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&line));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), holds ? 1 : 0);
        QCOMPARE(test::said(line).contains(u"trop ancienne"), !holds);
    }

    void theReaderIsTriedWhenThePostIsSaved()
    {
        QVERIFY(enter(u"medecin"_qs));
        QVERIFY(m_desk.openSettings(u"Poste"_qs));
        auto *page = m_desk.window->findChild<PostPage *>();
        auto *path = test::named<QLineEdit>(*page, u"Lecteur de carte Vitale"_qs);
        path->setText(u"/nonexistent/vitale.json"_qs);
        QTest::keyClick(page, Qt::Key_Return, Qt::ControlModifier);
        m_desk.keepPictures(u"reglages-poste-vitale"_qs);
        QVERIFY(Post::load().vitaleSetup.endsWith(u"vitale/vitale.json"));
    }
};

QTEST_MAIN(TestVitale)
#include "tst_vitale.moc"

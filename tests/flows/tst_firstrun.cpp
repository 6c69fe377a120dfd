// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstday.h"

#include <cabinet/cabinetshell.h>
#include <cabinet/officineshell.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/stalldetector.h>

using namespace ambroise;
using namespace ambroise::app;
using test::goodPassword;

//! A practice is made in the assistant, or nothing is made and what was typed stays.
class TestFirstRun : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::unique_ptr<test::FirstDay> m_day;

    [[nodiscard]] QString proposed() const
    {
        return m_day->path(u"data/"_qs) + QCoreApplication::applicationName() + u"/cabinet"_qs;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_day = std::make_unique<test::FirstDay>(); }
    void cleanup() { m_day.reset(); }

    void aPracticeIsMadeItsKeyKeptAndTheDoctorSignsIn()
    {
        m_day->open();
        m_day->picture(u"1-choix"_qs);
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->picture(u"2-cabinet"_qs);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->title(), u"Données et poste"_qs);
        QCOMPARE(m_day->typed(), proposed());
        m_day->picture(u"3-donnees"_qs);
        m_day->press(Qt::Key_Return);
        m_day->typeDoctor();
        m_day->picture(u"4-medecin"_qs);
        m_day->press(Qt::Key_Return);
        m_day->fill(u"Nadia"_qs);
        m_day->fill(u"Brunel"_qs);
        m_day->press(Qt::Key_Tab); // the login proposed
        m_day->type(goodPassword);
        m_day->picture(u"5-secretaire"_qs);
        {
            test::StallDetector stalls;
            QTimer::singleShot(0, this, [this] { m_day->press(Qt::Key_Return); });
            QTRY_COMPARE(m_day->shownGroups().size(), crypto::RecoveryKey::groups);
            QVERIFY2(stalls.none(), qPrintable(stalls.report()));
        }
        const QStringList groups = m_day->shownGroups();
        m_day->picture(u"6-cle"_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_day->title(), u"Vérifier que la clé est gardée"_qs);
        QVERIFY(m_day->shownGroups().isEmpty());
        m_day->type(u"0000"_qs);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->faults().size(), 1);
        m_day->picture(u"7-preuve"_qs);
        m_day->press(Qt::Key_Escape); // seen again, then another group is asked for
        QCOMPARE(m_day->shownGroups(), groups);
        const QString before = m_day->caret();
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_day->caret() != before);
        m_day->prove(groups);

        MainWindow &window = m_day->window();
        QTRY_VERIFY(window.signInPage() && window.signInPage()->isVisible());
        QCOMPARE(window.signInPage()->login(), u"eloise.fontanel"_qs);
        m_day->picture(u"8-connexion"_qs);
        m_day->signIn(goodPassword);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(window.shell()));
        QCOMPARE(Post::load().lastPractice, proposed());
        Practice &practice = *window.gate()->practice();
        QCOMPARE(practice.profile().get()->city, u"Saint-Ambroise-les-Prés"_qs);
        QVERIFY(!practice.profile().get()->demonstration);
        const auto people = practice.accounts().all();
        QCOMPARE(people->size(), 2);
        QCOMPARE(people->at(0).person.displayName(), u"Dr Éloïse Fontanel"_qs);
        QCOMPARE(people->at(1).person.role, access::Role::Secretaire);
        QVERIFY(practice.journal().verify()->ok);
    }

    void aPracticeIsMadeOnAServer()
    {
        NEEDS_SERVER(m_engines);
        m_day->open();
        m_day->create(m_day->path(u"cabinet"_qs), m_engines.cluster().newDatabase());
        const QStringList groups = m_day->shownGroups();
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        m_day->prove(groups);
        QTRY_VERIFY(m_day->window().signInPage());
        m_day->signIn(goodPassword);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_day->window().shell()));
        QCOMPARE(m_day->window().gate()->practice()->database().engine(), storage::Engine::Server);
        QVERIFY(!QFile::exists(m_day->path(u"cabinet/practice.db"_qs)));
    }

    void aServerIsTriedBeforeOneGoesOn_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("begins");
        QTest::newRow("no address") << u"serveur"_qs << u"Adresse du serveur"_qs;
        QTest::newRow("nobody there") << u"host=/nonexistent dbname=x"_qs << u"Le serveur ne"_qs;
        QTest::newRow("in use") << QString() << u"Cette base du serveur contient"_qs;
    }
    void aServerIsTriedBeforeOneGoesOn()
    {
        QFETCH(QString, server);
        QFETCH(const QString, begins);
        if (server.isEmpty()) {
            NEEDS_SERVER(m_engines);
            server = m_engines.cluster().newDatabase();
            const auto db = storage::Database::server(server).connect();
            QVERIFY_OK((*db)->run("CREATE TABLE other (id INTEGER)"));
        }
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Tab);
        m_day->press(Qt::Key_Tab);
        m_day->press(Qt::Key_Right);
        m_day->press(Qt::Key_Tab);
        m_day->type(server);
        m_day->press(Qt::Key_Return);
        QTRY_COMPARE(m_day->faults().size(), 1);
        QVERIFY2(m_day->faults().first().startsWith(begins), qPrintable(m_day->faults().first()));
        QCOMPARE(m_day->title(), u"Données et poste"_qs);
        QCOMPARE(m_day->typed(), server);
        m_day->picture(u"serveur-"_qs + QString::fromLatin1(QTest::currentDataTag()));
    }

    void whatFailsWhileCreatingLeavesNothingAndKeepsWhatWasTyped()
    {
        m_day->open();
        const QString folder = m_day->path(u"cabinet"_qs);
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->retype(folder);
        m_day->press(Qt::Key_Return);
        m_day->typeDoctor();
        m_day->press(Qt::Key_Return);
        QVERIFY(QDir().mkpath(folder + u"/letters"_qs)); // meanwhile, by somebody else
        m_day->press(Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(m_day->title(), u"Données et poste"_qs);
        QCOMPARE(m_day->faults().size(), 1);
        QCOMPARE(m_day->typed(), folder);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"letters"_qs});
        m_day->picture(u"dossier-occupe"_qs);
        m_day->retype(m_day->path(u"autre"_qs));
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return); // the doctor is still there
        QCOMPARE(m_day->title(), u"Le secrétariat"_qs);
        m_day->press(Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(m_day->title(), u"Clé de secours du cabinet"_qs);
    }

    void aCreationIsGivenUpByOneKey()
    {
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return);
        m_day->typeDoctor();
        m_day->press(Qt::Key_Return);
        {
            const test::NothingBegins held;
            m_day->press(Qt::Key_P, Qt::AltModifier);
            QCOMPARE(m_day->title(), u"Création du cabinet"_qs);
            m_day->picture(u"creation"_qs);
            m_day->press(Qt::Key_Escape);
        }
        QTRY_COMPARE(m_day->title(), u"Le secrétariat"_qs);
        QVERIFY(m_day->faults().isEmpty());
        QVERIFY(!QFile::exists(proposed()));
        m_day->press(Qt::Key_Escape);
        QCOMPARE(m_day->title(), u"Le médecin"_qs);
        m_day->press(Qt::Key_Return); // with the password typed before
        QCOMPARE(m_day->title(), u"Le secrétariat"_qs);
    }

    void eachEmptyOrWrongFieldIsToldAtItsPlace()
    {
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->faults().size(), 3); // name, postal code, city
        QCOMPARE(m_day->caret(), u"Nom du cabinet"_qs);
        m_day->picture(u"cabinet-vide"_qs);
        for (const QString &text :
             {u"Cabinet"_qs, QString(), u"639"_qs, u"Ville"_qs, u"04"_qs, u"contact"_qs})
            m_day->fill(text);
        m_day->type(u"12"_qs);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->faults().size(), 4); // postal code, phone, address, FINESS
        QCOMPARE(m_day->caret(), u"Code postal"_qs);
        m_day->picture(u"cabinet-faux"_qs);
    }

    void aPasswordThatIsTooEasyIsTold_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("none") << QString();
        QTest::newRow("short") << u"Agrafe-7"_qs;
        QTest::newRow("common") << u"motdepasse123"_qs;
        QTest::newRow("her name") << u"eloise.fontanel"_qs;
        QTest::newRow("the practice's") << u"Cabinet médical des Tilleuls"_qs;
    }
    void aPasswordThatIsTooEasyIsTold()
    {
        QFETCH(const QString, password);
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return);
        m_day->typeDoctor(password);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->title(), u"Le médecin"_qs);
        QCOMPARE(m_day->faults().size(), 1);
        QCOMPARE(m_day->caret(), u"Mot de passe"_qs);
        QCOMPARE(m_day->typed(), password);
        QVERIFY(!QFile::exists(proposed()));
    }

    void whatIsTypedStaysWhileGoingBackAndForth()
    {
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return);
        m_day->typeDoctor();
        for (const QString &title :
             {u"Données et poste"_qs, u"Le cabinet"_qs, u"Créer un cabinet"_qs}) {
            m_day->press(Qt::Key_Escape);
            QCOMPARE(m_day->title(), title);
        }
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->typed(), u"Cabinet médical des Tilleuls"_qs);
        m_day->press(Qt::Key_Return);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->typed(), u"Éloïse"_qs);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->title(), u"Le secrétariat"_qs); // with the password
    }

    void anOfficineHasAPharmacistAndAnAccountThatManages()
    {
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        for (int i = 0; i < 4; ++i) // button, engine, name, use
            m_day->press(Qt::Key_Tab);
        m_day->press(Qt::Key_Right);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->title(), u"Le pharmacien"_qs);
        for (const QString &text : {u"Sylvie"_qs, u"Keraudren"_qs, QString(), QString()})
            m_day->fill(text);
        m_day->type(goodPassword);
        m_day->picture(u"pharmacien"_qs);
        m_day->press(Qt::Key_Return);
        QTRY_COMPARE(m_day->title(), u"Clé de secours du cabinet"_qs);
        const QStringList groups = m_day->shownGroups();
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        m_day->prove(groups);
        MainWindow &window = m_day->window();
        QTRY_VERIFY(window.signInPage());
        QCOMPARE(window.signInPage()->login(), u"sylvie.keraudren"_qs);
        m_day->signIn(goodPassword);
        QTRY_VERIFY(qobject_cast<OfficineShell *>(window.shell()));
        const auto people = window.gate()->practice()->accounts().all();
        QCOMPARE(people->size(), 2);
        QCOMPARE(people->at(1).login.value(), u"admin"_qs);
        QCOMPARE(people->at(1).person.role, access::Role::Administrateur);
        QVERIFY(Post::load().profile == Post::Profile::Officine);
    }
};
QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"

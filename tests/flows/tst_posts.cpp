// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "demopractice.h"

#include <cabinet/cabinetshell.h>
#include <cabinet/mainwindow.h>
#include <cabinet/recordview.h>
#include <practice/staff.h>

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using test::goodPassword;
using test::login;
using test::otherPassword;

//! Two posts of one practice, each with its folder, the data on the practice's server.
class TestPosts : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    SystemClock m_clock;
    test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
    int m_practices = 0;
    QString m_first;
    QString m_second;
    std::unique_ptr<Practice> m_practice; //!< open at the first post
    const audit::Actor m_actor = audit::Actor::program(u"Poste 1"_qs);

    bool make(storage::Engine engine)
    {
        m_practice.reset();
        m_first = m_ctl.path(u"first%1"_qs.arg(++m_practices));
        m_second = m_ctl.path(u"second%1"_qs.arg(m_practices));
        auto created = createPractice(PracticeFolder(m_first),
                                      test::demoOptions(m_engines.newServer(engine)), m_clock);
        if (!created.ok())
            return false;
        m_practice = std::move(created->practice);
        return true;
    }
    test::CommandLine::Answer join(const QString &from, const QString &user = u"medecin"_qs) const
    {
        return m_ctl.call(
            {u"practice"_qs, u"join"_qs, m_second, u"--from"_qs, from, u"--user"_qs, user});
    }
    test::CommandLine::Answer info(const QString &folder, const QString &user,
                                   const QString &typed = goodPassword) const
    {
        auto environment = m_ctl.environment();
        environment.insert(u"AMBROISE_PASSWORD_FILE"_qs,
                           m_ctl.write(u"typed"_qs, typed.toUtf8() + '\n'));
        return test::CommandLine::run(QStringLiteral(AMBROISECTL),
                                      {u"practice"_qs, u"info"_qs, u"--json"_qs, u"--user"_qs, user,
                                       u"--practice"_qs, folder},
                                      environment);
    }
    //! The doctor, signed in at the second post; null: the door stayed shut.
    std::unique_ptr<MainWindow> windowAtTheSecondPost()
    {
        Post post;
        post.name = u"Poste 2"_qs;
        post.lastPractice = m_second;
        auto window =
            std::make_unique<MainWindow>(MainWindow::Options{post, test::quickParams}, m_clock);
        window->show();
        window->signInPage()->choose(u"medecin"_qs);
        if (auto *field = test::named<uikit::PasswordField>(*window->signInPage())) {
            test::type(*field, goodPassword);
            QTest::keyClick(field, Qt::Key_Return);
        }
        const auto isOpen = [&] {
            return qobject_cast<CabinetShell *>(window->shell());
        };
        return QTest::qWaitFor(isOpen, 10'000) ? std::move(window) : nullptr;
    }
    Staff staff() { return Staff(*m_practice, test::quickParams); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_ctl.path(u"config"_qs).toUtf8());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

    void aSecondPostJoinsFromTheFolderOfTheFirst()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        const auto joined = join(m_first);
        QCOMPARE(joined.exitCode, 0);
        QCOMPARE(joined.object.value(u"name").toString(), u"Cabinet médical des Tilleuls"_qs);
        QCOMPARE(info(m_second, u"secretaire"_qs).object.value(u"users").toInt(), 4);
        QCOMPARE(PracticeFolder(m_second).faces().size(), 4);
        QCOMPARE(join(m_first).error, u"practice.exists"_qs);
    }

    void whatCannotBeJoinedLeavesNoFolder_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("error");
        const int embedded = int(storage::Engine::Embedded);
        QTest::newRow("a practice of one post")
            << embedded << QString() << u"medecin"_qs << u"practice.join_embedded"_qs;
        QTest::newRow("no practice")
            << embedded << u"nowhere"_qs << u"medecin"_qs << u"practice.missing"_qs;
        QTest::newRow("by somebody unknown") << int(storage::Engine::Server) << QString()
                                             << u"personne"_qs << u"keyring.password"_qs;
    }
    void whatCannotBeJoinedLeavesNoFolder()
    {
        QFETCH(int, engine);
        QFETCH(QString, from);
        QFETCH(QString, user);
        NEEDS_ENGINE(m_engines, engine);
        QVERIFY(make(storage::Engine(engine)));
        const auto joined = join(from.isEmpty() ? m_first : m_ctl.path(from), user);
        QCOMPARE(joined.exitCode, 1);
        QTEST(joined.error, "error");
        QVERIFY2(test::isSentence(joined.sentence), qPrintable(joined.sentence));
        QVERIFY(!QFile::exists(m_second));
    }

    void whoIsAddedAtOnePostSignsInAtTheOther()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        QCOMPARE(join(m_first).exitCode, 0);
        access::Person nurse;
        nurse.surname = u"Marchand"_qs;
        nurse.givenName = u"Odile"_qs;
        nurse.role = access::Role::Infirmier;
        QVERIFY_OK(staff().add(login(u"odile"), nurse, otherPassword, m_actor));
        // A post that nobody opened since does not know her yet: its copy is read without a server.
        QCOMPARE(info(m_second, u"odile"_qs, otherPassword).error, u"keyring.password"_qs);
        QCOMPARE(info(m_second, u"medecin"_qs).exitCode, 0);
        QCOMPARE(info(m_second, u"odile"_qs, otherPassword).exitCode, 0);
        QCOMPARE(PracticeFolder(m_second).faces().size(), 5);
    }

    void anOldPasswordDoesNotSurviveAtTheOtherPost()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        QCOMPARE(join(m_first).exitCode, 0);
        const auto medecin = m_practice->accounts().byLogin(login(u"medecin"));
        QVERIFY_OK(staff().setPassword(*medecin, otherPassword, m_actor));
        const auto told = info(m_second, u"medecin"_qs);
        QCOMPARE(told.error, u"keyring.renewed"_qs);
        QVERIFY(test::isSentence(told.sentence));
        QCOMPARE(info(m_second, u"medecin"_qs).error, u"keyring.password"_qs);
        QCOMPARE(info(m_second, u"medecin"_qs, otherPassword).exitCode, 0);

        const auto secretary = m_practice->accounts().byLogin(login(u"secretaire"));
        QVERIFY_OK(staff().deactivate(*secretary, m_actor));
        QCOMPARE(info(m_second, u"secretaire"_qs).error, u"account.inactive"_qs);
    }

    void anOlderKeyringPutBackGivesNobodyTheirOldPassword_data() { m_engines.addRows(); }
    void anOlderKeyringPutBackGivesNobodyTheirOldPassword()
    {
        QFETCH(int, engine);
        NEEDS_ENGINE(m_engines, engine);
        QVERIFY(make(storage::Engine(engine)));
        const QString keyring = m_first + u"/keyring.json"_qs;
        const QString kept = m_ctl.path(u"kept%1.json"_qs.arg(m_practices));
        QVERIFY(QFile::copy(keyring, kept));
        const auto medecin = m_practice->accounts().byLogin(login(u"medecin"));
        QVERIFY_OK(staff().setPassword(*medecin, otherPassword, m_actor));
        QVERIFY(QFile::remove(keyring) && QFile::copy(kept, keyring));

        QCOMPARE(info(m_first, u"medecin"_qs).error, u"keyring.renewed"_qs);
        QCOMPARE(info(m_first, u"medecin"_qs).error, u"keyring.password"_qs);
        QCOMPARE(info(m_first, u"medecin"_qs, otherPassword).exitCode, 0);
        QCOMPARE(info(m_first, u"secretaire"_qs).exitCode, 0);
    }

    void theWaitingRoomFollowsTheOtherPost()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        QVERIFY_OK(addDemonstrationData(*m_practice));
        QCOMPARE(join(m_first).exitCode, 0);
        const auto window = windowAtTheSecondPost();
        QVERIFY(window);
        QTest::keyClick(window->shell(), Qt::Key_1, Qt::AltModifier);
        auto *room = test::named<QListView>(*window, u"Salle d’attente"_qs);
        QTRY_VERIFY(room && room->isVisible());
        const int before = room->model()->rowCount();
        agenda::AppointmentDetails details;
        details.patient = PatientId{20};
        details.professional = m_practice->accounts().byLogin(login(u"medecin"))->id;
        details.start = m_clock.now();
        QVERIFY_OK(m_practice->appointments().receive(details, m_actor));
        QTRY_COMPARE(room->model()->rowCount(), before + 1);
    }

    void theOpenRecordFollowsTheOtherPost()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        QVERIFY_OK(addDemonstrationData(*m_practice));
        QCOMPARE(join(m_first).exitCode, 0);
        const auto window = windowAtTheSecondPost();
        QVERIFY(window);
        auto *shell = qobject_cast<CabinetShell *>(window->shell());

        shell->openRecord(PatientId{1});
        QVERIFY(shell->currentRecord());
        const auto says = [shell](const QString &text) {
            for (const QListView *list : shell->currentRecord()->findChildren<QListView *>())
                for (int row = 0; row < list->model()->rowCount(); ++row)
                    for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
                        if (list->model()->index(row, 0).data(role).toString().contains(text))
                            return true;
            return false;
        };
        QVERIFY(!says(u"Vu au poste 1"_qs));
        record::NewEntry entry;
        entry.happened = m_clock.now();
        entry.title = u"Vu au poste 1"_qs;
        QVERIFY_OK(m_practice->records().add(PatientId{1}, entry, m_actor));
        QTRY_VERIFY(says(u"Vu au poste 1"_qs));

        auto patient = m_practice->patients().reload(PatientId{1});
        patient->details.usedSurname = u"Dupuis-Lantier"_qs;
        QVERIFY_OK(m_practice->patients().update(PatientId{1}, patient->version, patient->details,
                                                 m_actor));
        QTRY_VERIFY([&] {
            for (const QLineEdit *edit : shell->currentRecord()->findChildren<QLineEdit *>())
                if (edit->text() == u"Dupuis-Lantier")
                    return true;
            return false;
        }());

        // And who may sign in, at once.
        const auto secretary = m_practice->accounts().byLogin(login(u"secretaire"));
        QVERIFY_OK(staff().deactivate(*secretary, m_actor));
        QTRY_COMPARE(PracticeFolder(m_second).faces().size(), 3);
        QVERIFY(window->shell());
        const auto doctor = m_practice->accounts().byLogin(login(u"medecin"));
        QVERIFY_OK(staff().deactivate(*doctor, m_actor));
        QTRY_VERIFY(!window->shell());
    }
};
QTEST_MAIN(TestPosts)
#include "tst_posts.moc"

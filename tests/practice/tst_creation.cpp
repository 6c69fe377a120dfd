// SPDX-License-Identifier: GPL-3.0-or-later
#include "../flows/demopractice.h"

#include <support/engines.h>
#include <support/result.h>

#include <QtConcurrent>

using namespace ambroise;
using namespace ambroise::app;

namespace {

//! The machine's time; tells whenever it is asked.
class HookedClock final : public Clock {
public:
    explicit HookedClock(std::function<void()> asked)
        : m_asked(std::move(asked))
    {
    }
    [[nodiscard]] QDateTime now() const override
    {
        m_asked();
        return SystemClock().now();
    }

private:
    std::function<void()> m_asked;
};

} // namespace

//! A practice is made whole or not at all, on both engines.
class TestCreation : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    SystemClock m_clock;
    QTemporaryDir m_folders;
    int m_made = 0;

    QString newFolder() { return m_folders.filePath(QString::number(++m_made)); }
    CreationOptions options(storage::Engine engine)
    {
        return test::demoOptions(m_engines.newServer(engine));
    }
    //! Whether another practice can be made in the same place.
    static bool isEmpty(const PracticeFolder &folder, const CreationOptions &options)
    {
        return !QFileInfo::exists(folder.path()) &&
               (options.engine == storage::Engine::Embedded || checkServer(options.server).ok());
    }

private Q_SLOTS:
    void aCreationGivenUpLeavesNothing_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<int>("step");
        for (const auto step : {CreationStep::Keys, CreationStep::Tables, CreationStep::Accounts,
                                CreationStep::Demonstration, CreationStep::Ready}) {
            QTest::addRow("embedded, step %d", int(step))
                << int(storage::Engine::Embedded) << int(step);
            QTest::addRow("server, step %d", int(step))
                << int(storage::Engine::Server) << int(step);
        }
    }
    void aCreationGivenUpLeavesNothing()
    {
        QFETCH(const int, engine);
        QFETCH(const int, step);
        NEEDS_ENGINE(m_engines, engine);
        CreationOptions wanted = options(storage::Engine(engine));
        wanted.demonstration = true;
        const PracticeFolder folder(newFolder());
        const auto created = createPractice(folder, wanted, m_clock,
                                            [step](CreationStep at) { return int(at) != step; });
        QCOMPARE_SUBJECT(created, "practice.cancelled");
        QVERIFY(isEmpty(folder, wanted));
        QVERIFY_OK(createPractice(folder, options(storage::Engine(engine)), m_clock));
    }

    void twoPeopleOfOneLoginMakeNoPractice_data() { m_engines.addRows(); }
    void twoPeopleOfOneLoginMakeNoPractice()
    {
        QFETCH(const int, engine);
        NEEDS_ENGINE(m_engines, engine);
        CreationOptions wanted = options(storage::Engine(engine));
        wanted.people << wanted.people.first();
        const PracticeFolder folder(newFolder());
        QCOMPARE_SUBJECT(createPractice(folder, wanted, m_clock), "account.login");
        QVERIFY(isEmpty(folder, wanted));
    }

    void anEmptyFolderOfTheUserIsThereAfterAFailure()
    {
        const PracticeFolder folder(newFolder());
        QVERIFY(QDir().mkdir(folder.path()));
        const auto created = createPractice(folder, options(storage::Engine::Embedded), m_clock,
                                            [](CreationStep) { return false; });
        QCOMPARE_SUBJECT(created, "practice.cancelled");
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aPostThatCannotBeAddedLeavesNothing_data()
    {
        QTest::addColumn<bool>("there");
        QTest::newRow("no folder before") << false;
        QTest::newRow("an empty one of the user") << true;
    }
    void aPostThatCannotBeAddedLeavesNothing()
    {
        QFETCH(const bool, there);
        const PracticeFolder first(newFolder()); // its keys are missing
        QVERIFY(QDir().mkdir(first.path()));
        QVERIFY_OK(first.write(
            PracticeFolder::Description{u"Cabinet des Tilleuls"_qs, storage::Engine::Server}));
        const PracticeFolder folder(newFolder());
        if (there)
            QVERIFY(QDir().mkdir(folder.path()));
        QCOMPARE_SUBJECT(folder.joinFrom(first), "practice.folder");
        QCOMPARE(QFileInfo::exists(folder.path()), there);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void anInterruptedCreationBeginsAgainInItsFolder()
    {
        const PracticeFolder folder(newFolder());
        QVERIFY_OK(folder.create());
        QFile keys(folder.keyring());
        QVERIFY(keys.open(QIODevice::WriteOnly)); // as far as it came
        keys.close();
        QVERIFY(folder.isUnfinished());
        QVERIFY_OK(folder.canBeCreated());
        QVERIFY_OK(createPractice(folder, options(storage::Engine::Embedded), m_clock));
        QVERIFY(!folder.isUnfinished());
        QCOMPARE_SUBJECT(folder.canBeCreated(), "practice.exists");
    }

    void twoProgramsDoNotCreateInOneFolder()
    {
        const PracticeFolder folder(newFolder());
        QStringList told;
        const auto created =
            createPractice(folder, options(storage::Engine::Embedded), m_clock, [&](CreationStep) {
                const Status other = folder.canBeCreated();
                told << (other.ok() ? QString() : other.error().subject);
                return true;
            });
        QVERIFY_OK(created);
        told.removeDuplicates();
        QCOMPARE(told, QStringList{u"practice.open_elsewhere"_qs});
    }

    void aFolderThatHoldsSomethingIsLeftAsItIs()
    {
        const PracticeFolder folder(newFolder());
        QVERIFY(QDir().mkdir(folder.path()));
        QFile file(folder.path() + u"/letter.txt"_qs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE_SUBJECT(folder.canBeCreated(), "practice.exists");
        QCOMPARE_SUBJECT(createPractice(folder, options(storage::Engine::Embedded), m_clock),
                         "practice.exists");
        QVERIFY(file.exists());
    }

    void aFileInTheWayIsTold()
    {
        const QString path = newFolder();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE_SUBJECT(PracticeFolder(path).canBeCreated(), "practice.exists");
        QCOMPARE_SUBJECT(PracticeFolder(path + u"/below"_qs).canBeCreated(), "practice.folder");
        QVERIFY(file.exists());
    }

    void aFolderThatTakesNoFilesIsTold_data()
    {
        QTest::addColumn<QString>("inside");
        const QString shut = newFolder();
        QVERIFY(QDir().mkdir(shut));
        QFile::setPermissions(shut, QFile::ReadOwner | QFile::ExeOwner);
        if (geteuid() != 0) // who may write everywhere
            QTest::newRow("its permissions") << shut;
        QTest::newRow("the system's own, where root makes none either") << u"/proc"_qs;
    }
    void aFolderThatTakesNoFilesIsTold()
    {
        QFETCH(const QString, inside);
        const PracticeFolder folder(inside + u"/cabinet"_qs);
        if (geteuid() != 0) // to whom the permissions of /proc promise what it does not keep
            QCOMPARE_SUBJECT(folder.canBeCreated(), "practice.folder");
        QCOMPARE_SUBJECT(createPractice(folder, options(storage::Engine::Embedded), m_clock),
                         "practice.folder");
        QVERIFY(!QFileInfo::exists(folder.path()));
        QCOMPARE_SUBJECT(PracticeFolder(inside).lock(), "practice.folder"); // not open elsewhere
    }

    void anAddressThatIsNoneIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << u"serveur"_qs;
        QTest::newRow("a web address") << u"https://serveur/cabinet"_qs;
        QTest::newRow("words without a database") << u"host=serveur user=ambroise"_qs;
        QTest::newRow("the beginning alone") << u"postgresql://"_qs;
    }
    void anAddressThatIsNoneIsTold()
    {
        QFETCH(const QString, typed);
        QCOMPARE_SUBJECT(checkServer(typed), "practice.server_address");
    }

    void aServerThatIsNotThereIsTold()
    {
        QCOMPARE_SUBJECT(checkServer(u"host="_qs + m_folders.path() + u" dbname=cabinet"_qs),
                         "practice.server_unreachable");
    }

    void aServerThatIsInUseIsTold()
    {
        NEEDS_SERVER(m_engines);
        const CreationOptions wanted = options(storage::Engine::Server);
        QVERIFY_OK(checkServer(wanted.server));
        QVERIFY_OK(createPractice(PracticeFolder(newFolder()), wanted, m_clock));
        QCOMPARE_SUBJECT(checkServer(wanted.server), "practice.server_in_use");
        const PracticeFolder second(newFolder());
        QCOMPARE_SUBJECT(createPractice(second, wanted, m_clock), "practice.server_in_use");
        QVERIFY(!QFileInfo::exists(second.path()));
        QCOMPARE_SUBJECT(checkServer(wanted.server), "practice.server_in_use"); // its data stay
    }

    //! The second post finds the database empty, and is held before its first table until the first
    //! has made its own: all of them, or none but the ledger.
    void ofTwoPostsThatCreateAtOnceTheFirstKeepsItsPractice_data()
    {
        QTest::addColumn<bool>("atTheLock");
        QTest::newRow("the second comes when all is made") << false;
        QTest::newRow("the second waits while the first makes its tables") << true;
    }
    void ofTwoPostsThatCreateAtOnceTheFirstKeepsItsPractice()
    {
        QFETCH(const bool, atTheLock);
        if (!m_engines.cluster().isRunning())
            QSKIP("PostgreSQL is not installed here");
        CreationOptions first = options(storage::Engine::Server);
        CreationOptions second = first;
        second.server += u" application_name=second"_qs;
        const auto server = storage::Database::server(first.server).connect();
        QVERIFY_OK(server);
        storage::Connection &db = **server;
        QVERIFY_OK(
            db.run("CREATE FUNCTION hold() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                   " IF current_setting('application_name') = 'second' THEN"
                   " PERFORM pg_advisory_xact_lock(1); END IF; END $$"));
        QVERIFY_OK(db.run("CREATE EVENT TRIGGER hold ON ddl_command_start"
                          " WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION hold()"));
        QVERIFY_OK(db.run("SELECT pg_advisory_lock(1)"));
        const auto isWaiting = [&db](QByteArrayView kind) {
            const auto found = db.run("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = ?",
                                      {QString::fromLatin1(kind)});
            return found.ok() && *found > 0;
        };
        const PracticeFolder secondFolder(newFolder());
        const auto made = QtConcurrent::run([this, &secondFolder, &second] {
            const auto created = createPractice(secondFolder, second, m_clock);
            return created.ok() ? QString() : created.error().subject;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isWaiting("advisory"), 30'000);

        const auto letGo = [&db] {
            return db.run("SELECT pg_advisory_unlock(1)").ok();
        };
        bool waited = false;
        const HookedClock clock([&] { // the first makes its tables, and holds the ledger
            if (atTheLock && !waited)
                waited = letGo() && QTest::qWaitFor([&] { return isWaiting("relation"); }, 30'000);
        });
        const PracticeFolder firstFolder(newFolder());
        const auto created = createPractice(firstFolder, first, clock);
        QVERIFY_OK(created);
        QCOMPARE(waited, atTheLock);
        if (!atTheLock)
            QVERIFY(letGo());
        QCOMPARE(made.result(), u"practice.server_in_use"_qs);
        QVERIFY(!QFileInfo::exists(secondFolder.path()));
        QVERIFY_OK(created->practice->accounts().all());
    }
};
QTEST_MAIN(TestCreation)
#include "tst_creation.moc"

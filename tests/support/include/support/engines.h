// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/database.h>
#include <ambroise/storage/migrator.h>

#include <support/manualclock.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <unistd.h>

//! The same repository tests on both engines: a fresh embedded practice, and a fresh database of a
//! PostgreSQL cluster that the test makes for itself, listening on a socket of its own folder only.
namespace ambroise::test {

//! A private PostgreSQL server; stopped when it goes out of scope.
class PostgresCluster {
public:
    PostgresCluster()
    {
        const QString bin = binaries();
        if (bin.isEmpty())
            return;
        // PostgreSQL refuses to run as root: there it runs as its own user, who must reach the
        // folder.
        if (geteuid() == 0) {
            QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777));
            m_asUser = {u"runuser"_qs, u"-u"_qs, u"postgres"_qs, u"--"_qs};
        }
        if (call({bin + u"/initdb"_qs, u"-D"_qs, data(), u"-U"_qs, u"ambroise"_qs, u"-A"_qs,
                  u"trust"_qs, u"-E"_qs, u"UTF8"_qs, u"--locale=C.UTF-8"_qs, u"--no-sync"_qs}))
            (void)start();
    }
    ~PostgresCluster()
    {
        if (m_running)
            stop(u"immediate"_qs);
    }
    Q_DISABLE_COPY_MOVE(PostgresCluster)

    //! Whether this machine has PostgreSQL's programs at all.
    [[nodiscard]] static bool isInstalled() { return !binaries().isEmpty(); }
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! What the last command that failed said.
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString connectionInfo(const QString &database) const
    {
        return u"host="_qs + m_folder.path() + u" user=ambroise dbname="_qs + database;
    }
    //! Where it listens; the port is the usual one.
    [[nodiscard]] QString socket() const { return m_folder.filePath(u".s.PGSQL.5432"_qs); }
    //! Makes an empty database and answers how to reach it.
    QString newDatabase()
    {
        const QString name = u"practice"_qs + QString::number(++m_databases);
        const bool made = call({binaries() + u"/createdb"_qs, u"-h"_qs, m_folder.path(), u"-U"_qs,
                                u"ambroise"_qs, name});
        return made ? connectionInfo(name) : QString();
    }
    void stop(const QString &mode)
    {
        (void)call({binaries() + u"/pg_ctl"_qs, u"-D"_qs, data(), u"-m"_qs, mode, u"stop"_qs});
        m_running = false;
    }
    //! Also again, after stop or kill: the shared memory of killed processes may take a moment to
    //! go. Without fsync, which protects from a machine that stops; a process that is killed loses
    //! nothing by it, and the tests are some times faster.
    bool start()
    {
        for (int tries = 0; tries < 20 && !m_running; ++tries)
            m_running =
                call({binaries() + u"/pg_ctl"_qs, u"-D"_qs, data(), u"-w"_qs, u"-l"_qs,
                      m_folder.filePath(u"log"_qs), u"-o"_qs,
                      u"-c fsync=off -c listen_addresses='' -c unix_socket_directories='"_qs +
                          m_folder.path() + u"'"_qs,
                      u"start"_qs});
        return m_running;
    }
    //! Every process of the server at once, as when its machine goes.
    void kill()
    {
        QFile file(data() + u"/postmaster.pid"_qs);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const qint64 master = file.readLine().trimmed().toLongLong();
        QList<qint64> all{master};
        for (const QString &name : QDir(u"/proc"_qs).entryList(QDir::Dirs))
            if (parentOf(name) == master)
                all << name.toLongLong();
        for (const qint64 process : all)
            if (process > 1)
                ::kill(pid_t(process), SIGKILL);
        m_running = false;
    }

private:
    [[nodiscard]] QString data() const { return m_folder.filePath(u"data"_qs); }
    static qint64 parentOf(const QString &process)
    {
        QFile file(u"/proc/"_qs + process + u"/stat"_qs);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray stat = file.readAll(); // "pid (name) state ppid …"
        return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
    }
    static QString binaries()
    {
        const QDir versions(u"/usr/lib/postgresql"_qs);
        for (const QString &version :
             versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
            if (QFile::exists(versions.filePath(version + u"/bin/initdb"_qs)))
                return versions.filePath(version + u"/bin"_qs);
        return {};
    }
    bool call(const QStringList &command)
    {
        const QStringList words = m_asUser + command;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        // A file: the server that pg_ctl starts keeps what it was given open.
        process.setStandardOutputFile(m_folder.filePath(u"said"_qs));
        process.start(words.first(), words.mid(1));
        const bool done = process.waitForFinished(60'000) &&
                          process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        if (!done)
            m_why = words.join(u' ') + u'\n' + textOf(u"said"_qs) + textOf(u"log"_qs);
        return done;
    }
    [[nodiscard]] QString textOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir m_folder;
    QStringList m_asUser;
    QString m_why;
    bool m_running = false;
    int m_databases = 0;
};

//! Gives a test a migrated practice of the engine that its data row names.
class Engines {
public:
    //! Rows "embedded" and "server" with a column `engine`; the latter only where PostgreSQL is
    //! installed.
    void addRows()
    {
        QTest::addColumn<int>("engine");
        QTest::newRow("embedded") << int(storage::Engine::Embedded);
        QTest::newRow("server") << int(storage::Engine::Server);
    }

    //! A practice with these tables and nothing in them.
    std::unique_ptr<storage::Database> practice(storage::Engine engine,
                                                const QList<storage::Schema> &schemas)
    {
        std::unique_ptr<storage::Database> database = empty(engine);
        if (!database)
            return nullptr;
        const storage::Migrator migrator(*database, schemas, m_clock);
        const auto migrated = migrator.migrate();
        if (!migrated.ok()) {
            qWarning("%s %s", qPrintable(migrated.error().subject),
                     qPrintable(migrated.error().detail));
            return nullptr;
        }
        return database;
    }

    std::unique_ptr<storage::Database> empty(storage::Engine engine)
    {
        if (engine == storage::Engine::Embedded) {
            const QString file = m_folder.filePath(QString::number(++m_files) + u".db"_qs);
            return std::make_unique<storage::Database>(
                storage::Database::embedded(file, m_key, true));
        }
        if (!m_cluster)
            m_cluster = std::make_unique<PostgresCluster>();
        if (!m_cluster->isRunning())
            return nullptr;
        return std::make_unique<storage::Database>(
            storage::Database::server(m_cluster->newDatabase()));
    }

    //! How to reach an empty database of that engine; empty for the embedded one.
    QString newServer(storage::Engine engine)
    {
        return engine == storage::Engine::Server ? cluster().newDatabase() : QString();
    }

    [[nodiscard]] const crypto::SecretBytes &key() const { return m_key; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    PostgresCluster &cluster()
    {
        if (!m_cluster)
            m_cluster = std::make_unique<PostgresCluster>();
        return *m_cluster;
    }

private:
    QTemporaryDir m_folder;
    crypto::SecretBytes m_key = crypto::SecretBytes::random(32);
    ManualClock m_clock;
    std::unique_ptr<PostgresCluster> m_cluster;
    int m_files = 0;
};

} // namespace ambroise::test

//! Goes on with a running server; skips where PostgreSQL is not installed, and there alone.
#define NEEDS_SERVER(engines)                                                                      \
    do {                                                                                           \
        if (!ambroise::test::PostgresCluster::isInstalled())                                       \
            QSKIP("PostgreSQL is not installed here");                                             \
        QVERIFY2((engines).cluster().isRunning(), qPrintable((engines).cluster().why()));          \
    } while (false)

//! NEEDS_SERVER where the row's engine is the server.
#define NEEDS_ENGINE(engines, engine)                                                              \
    do {                                                                                           \
        if (ambroise::storage::Engine(engine) == ambroise::storage::Engine::Server)                \
            NEEDS_SERVER(engines);                                                                 \
    } while (false)

//! Declares `db`, a connection to a fresh practice of the row's engine; skips where PostgreSQL is
//! not installed.
#define PRACTICE_OF_ROW(engines, ...)                                                              \
    QFETCH(int, engine);                                                                           \
    NEEDS_ENGINE(engines, engine);                                                                 \
    const auto database = (engines).practice(storage::Engine(engine), __VA_ARGS__);                \
    QVERIFY(database);                                                                             \
    auto connected = database->connect();                                                          \
    QVERIFY_OK(connected);                                                                         \
    storage::Connection &db = **connected

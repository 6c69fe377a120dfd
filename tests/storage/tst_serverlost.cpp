// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

#include <QLocalServer>
#include <QTcpServer>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <thread>

using namespace ambroise;

namespace {
const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs, u"CREATE TABLE sample (n BIGINT NOT NULL PRIMARY KEY);\n"_qs}}}};

//! What this process's sockets that call `port` have for an option; -1: there is none.
int optionOfCallTo(quint16 port, int level, int option)
{
    for (int fd = 0; fd < 1024; ++fd) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(fd, reinterpret_cast<sockaddr *>(&peer), &size) != 0 ||
            peer.sin_family != AF_INET || ntohs(peer.sin_port) != port)
            continue;
        int value = -1;
        socklen_t length = sizeof value;
        if (getsockopt(fd, level, option, &value, &length) == 0)
            return value;
    }
    return -1;
}

} // namespace

//! What becomes of a post's connection when the practice's server goes and comes back.
class TestServerLost : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_db;

    [[nodiscard]] qint64 kept() { return *m_db->run("SELECT n FROM sample"); }
    bool restart()
    {
        m_engines.cluster().kill();
        return m_engines.cluster().start();
    }

private Q_SLOTS:
    void init()
    {
        NEEDS_SERVER(m_engines);
        m_database = m_engines.practice(storage::Engine::Server, schemas);
        QVERIFY(m_database);
        auto db = m_database->connect();
        QVERIFY_OK(db);
        m_db = std::move(db).value();
        QVERIFY_OK(m_db->run("INSERT INTO sample (n) VALUES (1)"));
    }

    void aServerThatIsGoneIsSaid()
    {
        m_engines.cluster().kill();
        QCOMPARE_SUBJECT(m_db->run("SELECT n FROM sample"), "storage.unavailable");
        QCOMPARE_SUBJECT(storage::Transaction::begin(*m_db), "storage.unavailable");
        QCOMPARE_SUBJECT(m_database->connect(), "storage.unavailable");
        QVERIFY(m_engines.cluster().start());
        QCOMPARE(kept(), 1);
    }

    void aReadingGoesOnAfterARestart()
    {
        QCOMPARE(kept(), 1); // the statement is prepared in a session that goes
        QVERIFY(restart());
        QCOMPARE(kept(), 1);
    }

    void aTransactionBeginsAfterARestart()
    {
        QVERIFY(restart());
        auto transaction = storage::Transaction::begin(*m_db);
        QVERIFY_OK(transaction);
        QVERIFY_OK(m_db->run("INSERT INTO sample (n) VALUES (2)"));
        QVERIFY_OK(transaction->commit());
        QCOMPARE(kept(), 2);
    }

    void aTransactionThatTheServerLeftIsNotHalfKept()
    {
        {
            auto transaction = storage::Transaction::begin(*m_db);
            QVERIFY_OK(transaction);
            QVERIFY_OK(m_db->run("INSERT INTO sample (n) VALUES (2)"));
            QVERIFY(restart());
            // The server is there again, the transaction is not: nothing more may be done in it.
            QCOMPARE_SUBJECT(m_db->run("INSERT INTO sample (n) VALUES (3)"), "storage.unavailable");
            QCOMPARE_SUBJECT(m_db->run("SELECT n FROM sample"), "storage.unavailable");
            QCOMPARE_SUBJECT(transaction->commit(), "storage.unavailable");
        }
        QCOMPARE(kept(), 1);
        QVERIFY_OK(m_db->run("INSERT INTO sample (n) VALUES (3)"));
    }

    void aWriteIsNeverSaidTwice()
    {
        QVERIFY(restart());
        QCOMPARE_SUBJECT(m_db->run("INSERT INTO sample (n) VALUES (2)"), "storage.unavailable");
        QCOMPARE(kept(), 1);
        QVERIFY_OK(m_db->run("INSERT INTO sample (n) VALUES (2)"));
    }

    void aHostThatDoesNotAnswerHoldsNobodyUpTwice()
    {
        m_engines.cluster().kill();
        const QString socket = m_engines.cluster().socket();
        QLocalServer::removeServer(socket);
        QLocalServer silent; // accepts, never answers
        QVERIFY(silent.listen(socket));
        QCOMPARE_SUBJECT(m_db->run("SELECT n FROM sample"), "storage.unavailable");

        QElapsedTimer timer;
        timer.start();
        QCOMPARE_SUBJECT(m_db->run("SELECT n FROM sample"), "storage.unavailable");
        QCOMPARE_SUBJECT(storage::Transaction::begin(*m_db), "storage.unavailable");
        QCOMPARE_SUBJECT(m_db->run("INSERT INTO sample (n) VALUES (2)"), "storage.unavailable");
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));

        silent.close();
        QLocalServer::removeServer(socket);
        QVERIFY(m_engines.cluster().start());
        QTRY_VERIFY_WITH_TIMEOUT(m_db->run("SELECT n FROM sample").ok(), 10'000);
    }

    void aSilentNetworkIsNoticed()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const quint16 port = silent.serverPort();
        std::thread caller([port] {
            const auto far = storage::Database::server(
                u"host=127.0.0.1 user=ambroise dbname=practice port="_qs + QString::number(port));
            (void)far.connect();
        });
        const bool called = silent.waitForNewConnection(10'000);
        const int unanswered = optionOfCallTo(port, IPPROTO_TCP, TCP_USER_TIMEOUT);
        const int quiet = optionOfCallTo(port, IPPROTO_TCP, TCP_KEEPIDLE);
        const int asked = optionOfCallTo(port, SOL_SOCKET, SO_KEEPALIVE);
        silent.close();
        delete silent.nextPendingConnection();
        caller.join();
        QVERIFY(called);
        QCOMPARE(unanswered, 10'000); // ms
        QCOMPARE(quiet, 10);          // s
        QVERIFY(asked > 0);
    }
};
QTEST_GUILESS_MAIN(TestServerLost)
#include "tst_serverlost.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;

namespace {
const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs, u"CREATE TABLE sample (n BIGINT NOT NULL PRIMARY KEY);\n"_qs}}}};
}

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
};
QTEST_GUILESS_MAIN(TestServerLost)
#include "tst_serverlost.moc"

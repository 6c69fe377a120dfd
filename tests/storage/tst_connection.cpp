// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;

namespace {
const QList<storage::Schema> schemas = {{u"sample"_qs,
                                         {{1, u"0001_sample"_qs,
                                           u"CREATE TABLE sample (id {{id}}, name {{text}} NOT "
                                           u"NULL UNIQUE, size BIGINT, body {{bytes}},"
                                           " version BIGINT NOT NULL DEFAULT 1);\n"_qs}}}};
} // namespace

class TestConnection : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void aServerIsEmptyAgainAfterItsTablesWereDropped()
    {
        NEEDS_SERVER(m_engines);
        const auto database = m_engines.empty(storage::Engine::Server);
        QVERIFY(database);
        const auto db = database->connect();
        QVERIFY_OK(db);
        QVERIFY_OK((*db)->run("CREATE TABLE \"Odd name\" (id INTEGER PRIMARY KEY)"));
        QVERIFY_OK((*db)->run("CREATE TABLE child (id INTEGER REFERENCES \"Odd name\" (id))"));
        QVERIFY(*(*db)->hasTables());
        QVERIFY_OK(database->dropTables());
        QVERIFY(!*(*db)->hasTables());
        QVERIFY_OK(database->dropTables()); // nothing more to do
    }

    void theTablesOfAFileGoWithTheFileOnly()
    {
        const auto database = m_engines.empty(storage::Engine::Embedded);
        QCOMPARE_SUBJECT(database->dropTables(), "storage.drop");
    }

    void whatIsBoundComesBackAsItWas_data() { m_engines.addRows(); }
    void whatIsBoundComesBackAsItWas()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        const QString name = u"L'Haÿ \"des\" Œuvres; DROP TABLE sample; -- ?\u202F€"_qs;
        const QByteArray body("\x00\x01\xff'\\", 5);
        const auto id =
            db.insert("INSERT INTO sample (name, size, body) VALUES (?, ?, ?) RETURNING id",
                      {name, QVariant(), body});
        QVERIFY_OK(id);
        const auto rows = db.run("SELECT name, size, body FROM sample WHERE id = ?", {*id},
                                 [&](const storage::Row &row) {
                                     QCOMPARE(row.text(0), name);
                                     QVERIFY(row.isNull(1));
                                     QCOMPARE(row.bytes(2), body);
                                 });
        QCOMPARE(*rows, 1);
    }

    void aNullStringIsAnEmptyText_data() { m_engines.addRows(); }
    void aNullStringIsAnEmptyText()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {QString()}));
    }

    void aBrokenRuleIsAConflict_data() { m_engines.addRows(); }
    void aBrokenRuleIsAConflict()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {u"once"_qs}));
        const auto twice = db.run("INSERT INTO sample (name) VALUES (?)", {u"once"_qs});
        QCOMPARE_SUBJECT(twice, "storage.constraint");
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
    }

    void anAbandonedTransactionLeavesNothing_data() { m_engines.addRows(); }
    void anAbandonedTransactionLeavesNothing()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        {
            auto outer = storage::Transaction::begin(db);
            QVERIFY_OK(outer);
            QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {u"lost"_qs}));
        }
        QCOMPARE(*db.run("SELECT id FROM sample"), 0);
    }

    void anInnerFailureLeavesTheOuterWorkInPlace_data() { m_engines.addRows(); }
    void anInnerFailureLeavesTheOuterWorkInPlace()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        auto outer = storage::Transaction::begin(db);
        QVERIFY_OK(outer);
        QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {u"kept"_qs}));
        {
            auto inner = storage::Transaction::begin(db);
            QVERIFY_OK(inner);
            QVERIFY(!db.run("INSERT INTO sample (name) VALUES (?)", {u"kept"_qs}).ok());
        }
        QVERIFY_OK(outer->commit());
        QCOMPARE(*db.run("SELECT id FROM sample"), 1);
    }

    void theSecondWriterOfAVersionIsTold_data() { m_engines.addRows(); }
    void theSecondWriterOfAVersionIsTold()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        const auto id = db.insert("INSERT INTO sample (name) VALUES (?) RETURNING id", {u"a"_qs});
        const auto update =
            "UPDATE sample SET name = ?, version = version + 1 WHERE id = ? AND version = ?";
        QVERIFY_OK(db.updateOne(update, {u"b"_qs, *id, 1}));
        QCOMPARE_SUBJECT(db.updateOne(update, {u"c"_qs, *id, 1}), "storage.version");
    }

    void theSameTextMayRunInsideItsOwnCallback_data() { m_engines.addRows(); }
    void theSameTextMayRunInsideItsOwnCallback()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        for (const auto *name : {u"a", u"b", u"c"})
            QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {QString::fromUtf16(name)}));
        QStringList seen;
        const QByteArray sql = "SELECT name FROM sample WHERE name >= ? ORDER BY name";
        QVERIFY_OK(db.run(sql, {u"a"_qs}, [&](const storage::Row &outer) {
            const QString name = outer.text(0);
            QVERIFY_OK(db.run(sql, {name},
                              [&](const storage::Row &inner) { seen << name + inner.text(0); }));
        }));
        QCOMPARE(seen, (QStringList{u"aa"_qs, u"ab"_qs, u"ac"_qs, u"bb"_qs, u"bc"_qs, u"cc"_qs}));
    }

    void textSortsByItsBytesOnBothEngines_data() { m_engines.addRows(); }
    void textSortsByItsBytesOnBothEngines()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        for (const auto *name : {u"b", u"B", u"a b", u"ab", u"é"})
            QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES (?)", {QString::fromUtf16(name)}));
        QStringList order;
        QVERIFY_OK(db.run("SELECT name FROM sample ORDER BY name", {},
                          [&](const storage::Row &row) { order << row.text(0); }));
        QCOMPARE(order, (QStringList{u"B"_qs, u"a b"_qs, u"ab"_qs, u"b"_qs, u"é"_qs}));
    }

    void aServerThatIsNotThereIsUnavailable()
    {
        const auto nowhere = storage::Database::server(u"host=/nonexistent dbname=x"_qs).connect();
        QCOMPARE_SUBJECT(nowhere, "storage.unavailable");
    }

    void aServerThatStopsIsUnavailable()
    {
        test::Engines own;
        NEEDS_SERVER(own);
        const auto database = storage::Database::server(own.cluster().newDatabase());
        const auto connected = database.connect();
        QVERIFY_OK(connected);
        own.cluster().stop(u"immediate"_qs);
        QCOMPARE_SUBJECT((*connected)->run("SELECT 1"), "storage.unavailable");
    }
};
QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"

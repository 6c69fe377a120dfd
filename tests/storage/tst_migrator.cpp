// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;

namespace {

storage::Schema schema(int steps)
{
    storage::Schema sample{
        u"sample"_qs,
        {{1, u"0001_first"_qs, u"CREATE TABLE sample (id {{id}}, name {{text}});\n"_qs}}};
    if (steps > 1)
        sample.migrations.append({2, u"0002_second"_qs,
                                  u"ALTER TABLE sample ADD COLUMN size BIGINT;\n"
                                  "UPDATE sample SET size = 7;\n"_qs});
    if (steps > 2)
        sample.migrations.append(
            {3, u"0003_broken"_qs,
             u"CREATE TABLE half (id {{id}});\nALTER TABLE nowhere ADD x;\n"_qs});
    return sample;
}

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void anOlderPracticeIsBroughtUpToDate_data() { m_engines.addRows(); }
    void anOlderPracticeIsBroughtUpToDate()
    {
        PRACTICE_OF_ROW(m_engines, {schema(1)});
        QVERIFY_OK(db.run("INSERT INTO sample (name) VALUES ('x')"));
        const storage::Migrator newer(*database, {schema(2)}, m_engines.clock());
        QCOMPARE(newer.state()->pending, 1);
        const auto migrated = newer.migrate();
        QCOMPARE(migrated->steps, 2);
        QCOMPARE(migrated->added, 1);
        const auto again = newer.migrate();
        QCOMPARE(again->steps, 2);
        QCOMPARE(again->added, 0);
        qint64 size = 0;
        QVERIFY_OK(db.run("SELECT size FROM sample", {},
                          [&](const storage::Row &row) { size = row.integer(0); }));
        QCOMPARE(size, 7);
    }

    void anEmbeddedPracticeIsCopiedBeforeItChanges()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema(1)});
        QVERIFY_OK((*database->connect())->run("INSERT INTO sample (name) VALUES ('before')"));
        QVERIFY_OK(storage::Migrator(*database, {schema(2)}, m_engines.clock()).migrate());
        const auto copy =
            storage::Database::embedded(database->file() + u".before-1"_qs, m_engines.key());
        QVERIFY_OK(copy.verify());
        const auto db = copy.connect();
        QVERIFY_OK(db);
        QCOMPARE(*(*db)->run("SELECT name FROM sample WHERE name = 'before'"), 1);
        QVERIFY(!(*db)->run("SELECT size FROM sample").ok());
    }

    void aPracticeOfANewerProgramIsRefused_data() { m_engines.addRows(); }
    void aPracticeOfANewerProgramIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, {schema(2)});
        const storage::Migrator older(*database, {schema(1)}, m_engines.clock());
        QCOMPARE_SUBJECT(older.migrate(), "storage.newer");
        QVERIFY_OK(db.run("SELECT size FROM sample"));
    }

    void aStepThatChangedAfterItsReleaseIsRefused()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema(1)});
        storage::Schema changed = schema(1);
        changed.migrations[0].sql += u"CREATE TABLE more (id {{id}});\n"_qs;
        QCOMPARE_SUBJECT(storage::Migrator(*database, {changed}, m_engines.clock()).migrate(),
                         "storage.migration_changed");
    }

    void aStepThatFailsLeavesThePracticeAsItWas_data() { m_engines.addRows(); }
    void aStepThatFailsLeavesThePracticeAsItWas()
    {
        PRACTICE_OF_ROW(m_engines, {schema(1)});
        const storage::Migrator broken(*database, {schema(3)}, m_engines.clock());
        QVERIFY(!broken.migrate().ok());
        QCOMPARE(broken.state()->applied, 1);
        QVERIFY(!db.run("SELECT id FROM half").ok());
    }
};
QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;

namespace {
const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs, u"CREATE TABLE sample (id {{id}}, name {{text}} NOT NULL);\n"_qs}}}};
}

//! What becomes of an embedded practice whose file is not as it was left.
class TestDamage : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    //! A practice of some hundred pages, all in its one file.
    std::unique_ptr<storage::Database> filled()
    {
        auto database = m_engines.practice(storage::Engine::Embedded, schemas);
        const auto db = database->connect();
        auto transaction = storage::Transaction::begin(**db);
        for (int i = 0; i < 3000; ++i)
            (void)(*db)->run("INSERT INTO sample (name) VALUES (?)",
                             {QString(200, u'n') + QString::number(i)});
        (void)transaction->commit();
        (void)(*db)->run("PRAGMA wal_checkpoint(TRUNCATE)");
        return database;
    }
    //! As a program opens it that did not just make it.
    [[nodiscard]] storage::Database asLeft(const storage::Database &database) const
    {
        return storage::Database::embedded(database.file(), m_engines.key());
    }
    static void flip(const QString &path, qint64 at)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(at);
        const QByteArray byte = file.read(1);
        file.seek(at);
        file.write(QByteArray(1, char(byte.at(0) ^ 0x40)));
    }

private Q_SLOTS:
    void theEngineEncrypts()
    {
        QVERIFY_OK(storage::cipherVersion());
        QVERIFY(storage::cipherVersion()->startsWith(u"4."));
    }

    void anEngineThatDoesNotEncryptIsRefused()
    {
        // The plain SQLite, loaded first, takes the place of the cipher in a process of its own.
        const QString plain = u"libsqlite3.so.0"_qs;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_qs, plain);
        environment.insert(u"ASAN_OPTIONS"_qs, u"verify_asan_link_order=0:detect_leaks=0"_qs);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {u"theEngineEncrypts"_qs});
        QVERIFY(child.waitForFinished());
        const QByteArray output = child.readAllStandardOutput();
        QVERIFY2(output.contains("storage.no_cipher"), output + child.readAllStandardError());
    }

    void nothingIsReadableWithoutTheKey()
    {
        const auto database = filled();
        QFile file(database->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("nnnn"));
        QVERIFY(!bytes.contains("SQLite format"));
    }

    void aMissingFileIsNotMadeAnew()
    {
        const auto nowhere =
            storage::Database::embedded(m_engines.path(u"none.db"_qs), m_engines.key());
        QCOMPARE_SUBJECT(nowhere.connect(), "storage.missing");
        QVERIFY(!QFile::exists(m_engines.path(u"none.db"_qs)));
    }

    void anotherKeyReadsNothing()
    {
        const auto database = filled();
        const auto other =
            storage::Database::embedded(database->file(), crypto::SecretBytes::random(32));
        QCOMPARE_SUBJECT(other.connect(), "storage.unreadable");
    }

    void aFileCutShortIsFound_data()
    {
        QTest::addColumn<double>("kept");
        QTest::newRow("to nothing") << 0.0;
        QTest::newRow("in its first page") << 0.001;
        QTest::newRow("in the middle") << 0.5;
        QTest::newRow("in its last page") << 0.9999;
    }
    void aFileCutShortIsFound()
    {
        QFETCH(double, kept);
        const auto database = filled();
        QFile file(database->file());
        QVERIFY(file.resize(qint64(double(file.size()) * kept)));
        const Status verified = asLeft(*database).verify();
        QVERIFY(!verified.ok());
        QCOMPARE(verified.error().code, ErrorCode::Corrupt);
    }

    void oneFlippedByteIsFound_data()
    {
        QTest::addColumn<double>("where");
        QTest::newRow("first page") << 0.0005;
        QTest::newRow("a page of rows") << 0.4;
        QTest::newRow("last page") << 0.999;
    }
    void oneFlippedByteIsFound()
    {
        QFETCH(double, where);
        const auto database = filled();
        flip(database->file(), qint64(double(QFileInfo(database->file()).size()) * where));
        const Status verified = asLeft(*database).verify();
        QVERIFY(!verified.ok());
        QCOMPARE(verified.error().code, ErrorCode::Corrupt);
    }

    void aDamagedPageIsNeverReadAsData()
    {
        const auto database = filled();
        flip(database->file(), qint64(double(QFileInfo(database->file()).size()) * 0.4));
        const auto db = database->connect();
        QVERIFY_OK(db);
        const auto rows = (*db)->run("SELECT name FROM sample WHERE name LIKE 'nn%'");
        QVERIFY(!rows.ok());
        QCOMPARE(rows.error().code, ErrorCode::Corrupt);
    }

    void aFullDiskLosesNothingThatWasConfirmed()
    {
        const auto database = filled();
        const auto db = database->connect();
        // The engine's own ceiling stands for the disk's.
        QVERIFY_OK((*db)->run("PRAGMA max_page_count = 1"));
        Result<qint64> last = qint64(0);
        for (int i = 0; i < 200 && last.ok(); ++i)
            last = (*db)->run("INSERT INTO sample (name) VALUES (?)", {QString(4000, u'z')});
        QCOMPARE_SUBJECT(last, "storage.full");
        QVERIFY_OK(database->verify());
        QVERIFY(*(*db)->run("SELECT id FROM sample") >= 3000);
    }

    void aSecondWriterWaitsThenIsTold()
    {
        const auto database = filled();
        const auto first = database->connect();
        const auto second = database->connect();
        QVERIFY_OK((*second)->run("PRAGMA busy_timeout = 50"));
        auto holding = storage::Transaction::begin(**first);
        QVERIFY_OK(holding);
        QCOMPARE_SUBJECT(storage::Transaction::begin(**second), "storage.busy");
        QVERIFY_OK(holding->commit());
        QVERIFY_OK(storage::Transaction::begin(**second));
    }
};
QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/identity/birthplaces.h>
#include <ambroise/identity/schema.h>

#include <support/engines.h>
#include <support/folders.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

//! Enough communes for a COG, after a few real ones with their histories.
QByteArray historyFile(const QByteArray &more = {})
{
    QByteArray csv = "cog,name,name_upper,valid_from,valid_to,successor_cog\n"
                     "63113,Clermont-Ferrand,CLERMONT-FERRAND,,,\n"
                     "01004,Ambérieu,AMBERIEU,,1955-03-31,01004\n"
                     "01004,Ambérieu-en-Bugey,AMBERIEU-EN-BUGEY,1955-03-31,,\n"
                     "20004,Ajaccio,AJACCIO,,1976-01-01,2A004\n"
                     "2A004,Ajaccio,AJACCIO,1976-01-01,,\n"
                     "49018,\"Baugé, en Anjou\",BAUGE,2013-01-01,,\n"
                     "89344,Saint-Fargeau,SAINT-FARGEAU,,,\n"
                     "44156,Saint-Étienne-de-Corcoué,S,,1992-01-01~,44156\n";
    csv += more;
    for (int i = 0; i < 30'000; ++i)
        csv += QByteArray::number(30'000 + i % 60'000) + ",Village " + QByteArray::number(i) +
               ",V,,,\n";
    return csv;
}

QStringList labelsOf(const Result<QList<Place>> &found)
{
    QStringList labels;
    for (const Place &place : *found)
        labels << place.label;
    return labels;
}

} // namespace

//! Where people were born, by the code that held on that day.
class TestBirthplaces : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), identity::schema()};
    std::unique_ptr<storage::Database> m_searched;

    static void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void theCodeOfTheDayOfBirthIsFound_data() { m_engines.addRows(); }
    void theCodeOfTheDayOfBirthIsFound()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const QTemporaryDir folder;
        put(folder.filePath(u"history.csv"_qs), historyFile());
        put(folder.filePath(u"v_pays.csv"_qs),
            "COG,ACTUAL,LIBCOG\n99350,1,Maroc\n99100,1,France\n");
        Birthplaces places(db, m_engines.clock());
        const auto report = places.import(folder.path());
        QVERIFY_OK(report);
        QVERIFY(report->rejected.isEmpty());
        QCOMPARE(places.release()->value().rows, report->release.rows);

        QCOMPARE((*places.find(u"01004", QDate(1950, 1, 1)))->label, u"Ambérieu"_qs);
        QCOMPARE((*places.find(u"01004", QDate(1955, 3, 31)))->label, u"Ambérieu-en-Bugey"_qs);
        QCOMPARE((*places.find(u"99350", QDate(1960, 1, 1)))->label, u"Maroc"_qs);
        QVERIFY((*places.find(u"99350", QDate(1960, 1, 1)))->isCountry());
        QVERIFY(!places.find(u"98765", QDate(1960, 1, 1))->has_value());
        // A document may tell the later code of an earlier birth.
        QCOMPARE((*places.find(u"2A004", QDate(1970, 1, 1)))->label, u"Ajaccio"_qs);
        QVERIFY(!(*places.find(u"2A004", QDate(1970, 1, 1)))->holdsOn(QDate(1970, 1, 1)));
        QCOMPARE((*places.find(u"20004", QDate(1970, 1, 1)))->successor, u"2A004"_qs);
    }

    void placesAreSearchedAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QStringList>("found");
        const QDate day(1990, 1, 1);
        QTest::newRow("beginning") << u"clerm"_qs << day << QStringList{u"Clermont-Ferrand"_qs};
        QTest::newRow("hyphens") << u"clermont ferrand"_qs << day
                                 << QStringList{u"Clermont-Ferrand"_qs};
        QTest::newRow("st") << u"st far"_qs << day << QStringList{u"Saint-Fargeau"_qs};
        QTest::newRow("a word within") << u"fargeau"_qs << day << QStringList{u"Saint-Fargeau"_qs};
        QTest::newRow("accents") << u"saint-etienne de c"_qs << day
                                 << QStringList{u"Saint-Étienne-de-Corcoué"_qs};
        QTest::newRow("a code") << u"63113"_qs << day << QStringList{u"Clermont-Ferrand"_qs};
        QTest::newRow("the name of that day")
            << u"ambé"_qs << QDate(1950, 1, 1) << QStringList{u"Ambérieu"_qs};
        QTest::newRow("closed by then")
            << u"saint-etienne de c"_qs << QDate(1995, 1, 1) << QStringList{};
        QTest::newRow("not yet there") << u"baugé"_qs << day << QStringList{};
        QTest::newRow("a comma in its name")
            << u"baugé"_qs << QDate(2020, 1, 1) << QStringList{u"Baugé, en Anjou"_qs};
        QTest::newRow("nothing") << u" "_qs << day << QStringList{};
        QTest::newRow("a joker") << u"%"_qs << day << QStringList{};
    }
    void placesAreSearchedAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, born);
        if (!m_searched) { // imported once for all rows
            m_searched = m_engines.practice(storage::Engine::Embedded, m_schemas);
            const QTemporaryDir folder;
            put(folder.filePath(u"history.csv"_qs), historyFile());
            const auto first = m_searched->connect();
            QVERIFY_OK(Birthplaces(**first, m_engines.clock()).import(folder.path()));
        }
        const auto connected = m_searched->connect();
        const Birthplaces places(**connected, m_engines.clock());
        QTEST(labelsOf(places.search(typed, born)), "found");
    }

    void aBadImportLeavesWhatWasThere_data() { m_engines.addRows(); }
    void aBadImportLeavesWhatWasThere()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.csv"_qs);
        Birthplaces places(db, m_engines.clock());
        QCOMPARE_SUBJECT(places.import(folder.path()), "cog.missing_file");
        put(file, historyFile());
        QVERIFY_OK(places.import(folder.path()));
        put(file, "cog,name,valid_from,valid_to\n63113,Clermont-Ferrand,,\n");
        QCOMPARE_SUBJECT(places.import(folder.path()), "cog.truncated");
        put(file, "what,is,this\n1,2,3\n");
        QCOMPARE_SUBJECT(places.import(folder.path()), "cog.missing_file");
        put(file, historyFile());
        const auto cancelled =
            places.import(folder.path(), [](qint64 done, qint64) { return done == 0; });
        QCOMPARE_SUBJECT(cancelled, "cog.cancelled");
        QVERIFY(places.find(u"63113", QDate(1990, 1, 1))->has_value());
    }

    void aLineThatCannotBeReadIsLeftOutAndTold()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto connected = database->connect();
        const QTemporaryDir folder;
        put(folder.filePath(u"history.csv"_qs),
            historyFile(
                "6311X,Nowhere,N,,,\n63114,,,,,\n63115,Backwards,B,2000-01-01,1990-01-01,\n"));
        Birthplaces places(**connected, m_engines.clock());
        const auto report = places.import(folder.path());
        QVERIFY_OK(report);
        QStringList why;
        for (const CogRejected &one : report->rejected)
            why << QString::number(one.line) + u' ' + one.why;
        QCOMPARE(why, (QStringList{u"10 cog.code"_qs, u"11 cog.label"_qs, u"12 cog.date"_qs}));
    }

    void theWholeHistoryOfInseeIsTaken()
    {
        const QString cog = test::sharedFolder() + u"/data/identity/cog"_qs;
        if (!QFile::exists(cog))
            QSKIP("The public data are not here: AMBROISE_SHARED names their folder.");
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto connected = database->connect();
        Birthplaces places(**connected, m_engines.clock());
        const auto report = places.import(cog);
        QVERIFY_OK(report);
        QStringList rejected;
        for (const CogRejected &one : report->rejected)
            rejected << one.file + u':' + QString::number(one.line) + u' ' + one.why;
        QVERIFY2(rejected.isEmpty(), qPrintable(rejected.join(u", "_qs)));
        QVERIFY(report->release.rows > 39'000);
        const auto found = *places.search(u"paris", QDate(1980, 1, 1), 3);
        QCOMPARE(found.first().code, u"75056"_qs);
        QVERIFY((*places.find(u"75114", QDate(1980, 1, 1))).has_value());
        QCOMPARE((*places.find(u"99350", QDate(1980, 1, 1)))->label, u"Maroc"_qs);
    }
};

QTEST_GUILESS_MAIN(TestBirthplaces)
#include "tst_birthplaces.moc"

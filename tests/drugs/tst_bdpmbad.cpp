// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QFileInfo>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

using Spoil = std::function<QByteArray(const QByteArray &good)>;

QByteArray inUtf16(const QByteArray &good)
{
    QByteArray out("\xFF\xFE");
    for (const char c : good)
        out.append(c).append('\0');
    return out;
}

QByteArray withoutColumn(const QByteArray &good)
{
    QByteArrayList lines = good.split('\n');
    for (QByteArray &line : lines)
        line = line.left(line.lastIndexOf('\t'));
    return lines.join('\n');
}

QByteArray junk(qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    quint32 state = 12345; // the same on each run
    for (char &c : out) {
        state = state * 1664525 + 1013904223;
        c = char(state >> 24);
    }
    return out;
}

//! What a practice shows of its drugs.
Result<QString> state(storage::Connection &db)
{
    QString text;
    AMBROISE_TRY(const auto all, referentials(db));
    for (const Referential &one : all)
        text += one.kind + u' ' + one.version.toString(Qt::ISODate) + u' ' +
                QString::number(one.rows) + u' ' + one.sha256 + u'\n';
    for (const char *table : {"drug", "drug_presentation", "drug_component", "generic_member",
                              "drug_condition", "drug_class", "drug_term"})
        AMBROISE_CHECK(
            db.run(QByteArray("SELECT count(*) FROM ") + table, {}, [&](const storage::Row &row) {
                text += QString::fromLatin1(table) + u' ' + row.text(0) + u'\n';
            }));
    AMBROISE_TRY(const auto found, DrugRepository(db).search(u"remplissage 7", 5));
    for (const Drug &drug : found)
        text += drug.label + u'\n';
    return text;
}

} // namespace

//! A file that is not what it should be is refused whole, and what was there is still there.
class TestBdpmBad : public QObject {
    Q_OBJECT
    Engines m_engines;

    void addBadFiles()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const BdpmFixture fixture;
        const auto row = [&](const char *name, const QString &file, const Spoil &spoil,
                             const QString &subject, const QString &detail) {
            QTest::newRow(name) << file << spoil(fixture.content(file)) << subject << detail;
        };
        const QString truncated = u"bdpm.truncated"_qs;
        const QString encoding = u"bdpm.encoding"_qs;
        row(
            "empty", conditionsFile, [](const QByteArray &) { return QByteArray(); },
            u"bdpm.empty"_qs, conditionsFile);
        row(
            "blank", drugsFile, [](const QByteArray &) { return QByteArray("\r\n \r\n"); },
            u"bdpm.empty"_qs, drugsFile);
        row(
            "cut within a row", drugsFile,
            [](const QByteArray &good) { return good.left(good.lastIndexOf('\t')); }, truncated,
            drugsFile + u":400"_qs);
        row(
            "cut within the last column", presentationsFile,
            [](const QByteArray &good) { return good.chopped(1) + "Ce médicament peut"; },
            truncated, presentationsFile + u":400"_qs);
        row(
            "cut in the middle of the file", componentsFile,
            [](const QByteArray &good) { return good.left(good.size() / 2); }, truncated,
            QString());
        row(
            "cut within the last link of the classes", classesFile,
            [](const QByteArray &good) { return good.chopped(3); }, truncated,
            classesFile + u":400"_qs);
        row(
            "cut between two rows", componentsFile,
            [](const QByteArray &good) { return good.left(good.indexOf("61000300")); },
            u"bdpm.shrunk"_qs, componentsFile);
        row("a column less", presentationsFile, withoutColumn, u"bdpm.columns"_qs,
            presentationsFile + u":1"_qs);
        row(
            "another file under its name", drugsFile,
            [&](const QByteArray &) { return fixture.content(conditionsFile); }, u"bdpm.columns"_qs,
            drugsFile + u":1"_qs);
        row(
            "separated by semicolons", groupsFile,
            [](QByteArray good) { return good.replace('\t', ';'); }, u"bdpm.columns"_qs,
            groupsFile + u":1"_qs);
        row(
            "prices that do not add up", presentationsFile,
            [](QByteArray good) { return good.replace("1,16", "1,17"); }, u"bdpm.columns"_qs,
            presentationsFile + u":1"_qs);
        row(
            "a web page", availabilityFile,
            [](const QByteArray &) {
                return QByteArray("<!DOCTYPE html>\n<html><body>Erreur 404</body></html>\n");
            },
            u"bdpm.columns"_qs, availabilityFile + u":1"_qs);
        row("UTF-16", drugsFile, inUtf16, encoding, drugsFile + u":1"_qs);
        row(
            "a latin-1 byte in a UTF-8 file", presentationsFile,
            [](QByteArray good) {
                const qsizetype third = good.indexOf('\n', good.indexOf('\n') + 1) + 1;
                const qsizetype label = good.indexOf("comprim", third);
                return good.replace(label + 7, 2, "\xE9");
            },
            encoding, presentationsFile + u":3"_qs);
        row(
            "a zero byte", conditionsFile,
            [](QByteArray good) { return good.insert(good.indexOf("61000001"), '\0'); }, encoding,
            conditionsFile + u":2"_qs);
        row(
            "a byte of no encoding", conditionsFile,
            [](QByteArray good) { return good.insert(good.indexOf("61000001"), '\x81'); }, encoding,
            conditionsFile + u":2"_qs);
        row(
            "binary junk", drugsFile, [](const QByteArray &) { return junk(50'000); }, encoding,
            drugsFile + u":1"_qs);
        row(
            "a huge line", conditionsFile,
            [](const QByteArray &good) {
                return QByteArray(5'000'000, 'x') + '\t' + QByteArray(100'000, '\t') + "\r\n" +
                       good;
            },
            QString(), QString());
    }

private Q_SLOTS:
    void aFileThatIsWrongChangesNothing_data() { addBadFiles(); }
    void aFileThatIsWrongChangesNothing()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, subject);
        QFETCH(QString, detail);
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto connected = database->connect();
        QVERIFY_OK(connected);
        storage::Connection &db = **connected;
        BdpmFixture fixture;
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        const auto before = state(db);
        QVERIFY_OK(before);

        const auto outcome = importBdpm(db, fixture.write({{file, content}}), m_engines.clock());
        if (subject.isEmpty()) { // one line of 401: left out, and told
            QVERIFY_OK(outcome);
            QCOMPARE(outcome->rejected.size(), 1);
            return;
        }
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().subject, subject);
        if (!detail.isEmpty())
            QCOMPARE(outcome.error().detail, detail);
        QCOMPARE(*state(db), *before);
    }

    void aFileThatIsWrongIsRefusedTheFirstTimeToo_data() { addBadFiles(); }
    void aFileThatIsWrongIsRefusedTheFirstTimeToo()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, subject);
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        const auto outcome = importBdpm(**db, fixture.write({{file, content}}), m_engines.clock());
        QCOMPARE(outcome.ok() ? QString() : outcome.error().subject, subject);
        if (!subject.isEmpty())
            QVERIFY(referentials(**db)->isEmpty());
    }

    void aRequiredFileMustBeThere_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : {drugsFile, presentationsFile, componentsFile})
            QTest::newRow(qPrintable(file)) << file;
    }
    void aRequiredFileMustBeThere()
    {
        QFETCH(QString, file);
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        fixture.drop(file);
        const auto outcome = importBdpm(**db, fixture.write(), m_engines.clock());
        QCOMPARE_SUBJECT(outcome, "bdpm.missing_file");
        QCOMPARE(outcome.error().detail, file);
        QCOMPARE_SUBJECT(importBdpm(**db, u"/nonexistent"_qs, m_engines.clock()),
                         "bdpm.missing_file");
    }

    void aBaseMuchSmallerThanTheLastIsRefusedUnlessItIsWanted_data() { m_engines.addRows(); }
    void aBaseMuchSmallerThanTheLastIsRefusedUnlessItIsWanted()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        const auto before = state(db);
        for (const QString &file : {drugsFile, presentationsFile, componentsFile})
            fixture.lines(file).resize(370);
        const auto outcome = importBdpm(db, fixture.write(), m_engines.clock());
        QCOMPARE_SUBJECT(outcome, "bdpm.shrunk");
        QCOMPARE(outcome.error().detail, drugsFile);
        QCOMPARE(*state(db), *before);
        QVERIFY_OK(
            importBdpm(db, fixture.write(), m_engines.clock(), {}, {.acceptFewerRows = true}));
        QCOMPARE(DrugRepository(db).search(u"remplissage 400", 5)->size(), 0);
    }

    void anImportThatIsGivenUpChangesNothing_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<qint64>("after");
        for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server})
            for (const qint64 after : {0, 100, 600, 1000})
                QTest::addRow("engine %d after %lld thousandths", int(engine), after)
                    << int(engine) << after;
    }
    void anImportThatIsGivenUpChangesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        QFETCH(qint64, after);
        BdpmFixture fixture;
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        const auto before = state(db);
        fixture.addDrug(u"60000001"_qs, u"NOUVEAU 7 mg, comprimé"_qs, u"NOUVEAU"_qs);
        const auto outcome = importBdpm(db, fixture.write(), m_engines.clock(),
                                        [after](qint64 done, qint64) { return done < after; });
        QCOMPARE_SUBJECT(outcome, "bdpm.cancelled");
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(*state(db), *before);
        QCOMPARE(DrugRepository(db).search(u"nouveau", 5)->size(), 0);
    }

    void progressNeverGoesBack()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        qint64 last = -1;
        bool forward = true;
        QVERIFY_OK(
            importBdpm(**db, fixture.write(), m_engines.clock(), [&](qint64 now, qint64 total) {
                forward = forward && now >= last && now <= total;
                last = now;
                return true;
            }));
        QVERIFY(forward);
        QCOMPARE(last, 1000);
    }

    void aDownloadCanBeCheckedBeforeItIsKept()
    {
        const BdpmFixture fixture;
        const QByteArray good = fixture.content(drugsFile);
        QCOMPARE(checkBdpmFile(drugsFile, good)->rows, BdpmFixture::fillers);
        QCOMPARE_SUBJECT(checkBdpmFile(drugsFile, good.chopped(4)), "bdpm.truncated");
        QCOMPARE_SUBJECT(checkBdpmFile(u"lisezmoi.txt"_qs, good), "bdpm.unknown_file");
    }
};
QTEST_GUILESS_MAIN(TestBdpmBad)
#include "tst_bdpmbad.moc"

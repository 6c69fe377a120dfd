// SPDX-License-Identifier: GPL-3.0-or-later
#include "thesaurusfixture.h"

#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/drugs/thesaurus.h>

#include <support/engines.h>
#include <support/folders.h>
#include <support/result.h>

#include <QDir>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

QString realThesaurus()
{
    const QString path = sharedFolder() + u"/data/ansm/2023-09"_qs;
    return QFile::exists(path + u"/ansm_thesaurus_2023-09.json"_qs) ? path : QString();
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the fixture");
    return file.fileName();
}

QList<std::tuple<QString, QString, QList<InteractionLevel>>> named(const Thesaurus &thesaurus)
{
    QList<std::tuple<QString, QString, QList<InteractionLevel>>> rows;
    for (const ThesaurusRow &row : thesaurus.rows)
        rows.append({thesaurus.label(row.a), thesaurus.label(row.b), row.levels});
    return rows;
}

} // namespace

class TestThesaurus : public QObject {
    Q_OBJECT
    Engines m_engines;
private Q_SLOTS:
    void theWholeThesaurusIsImported_data() { m_engines.addRows(); }
    void theWholeThesaurusIsImported()
    {
        if (realThesaurus().isEmpty())
            QSKIP("The thesaurus is not at hand (AMBROISE_SHARED)");
        PRACTICE_OF_ROW(m_engines, {schema()});
        const auto report = importThesaurus(db, realThesaurus(), m_engines.clock());
        QVERIFY_OK(report);
        QCOMPARE(report->version, QDate(2023, 9, 15));
        QList<qint64> rows;
        for (const FileReport &file : report->files)
            rows << file.rows;
        QCOMPARE(rows, (QList<qint64>{3216, 172, 2065}));
        const auto loaded = loadThesaurus(db);
        QVERIFY_OK(loaded);
        QHash<InteractionLevel, int> most;
        int several = 0;
        for (const ThesaurusRow &row : (*loaded)->rows) {
            ++most[row.levels.first()];
            several += row.levels.size() > 1 ? 1 : 0;
        }
        QCOMPARE(most.value(InteractionLevel::Pe), 1283);
        QCOMPARE(most.value(InteractionLevel::Ad), 908);
        QCOMPARE(most.value(InteractionLevel::Ci), 586);
        QCOMPARE(most.value(InteractionLevel::Apc), 439);
        QCOMPARE(several, 133);
    }

    void whatWasImportedIsReadBack_data() { m_engines.addRows(); }
    void whatWasImportedIsReadBack()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        const QTemporaryDir folder;
        const QByteArray json = ThesaurusFixture().json();
        QVERIFY_OK(importThesaurus(db, written(folder, u"t.json"_qs, json), m_engines.clock()));
        const auto loaded = loadThesaurus(db);
        QVERIFY_OK(loaded);
        QCOMPARE(**loaded, *readThesaurus(u"t.json"_qs, json));
        const auto all = referentials(db);
        QVERIFY_OK(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().kind, u"ansm"_qs);
        QCOMPARE(all->first().version, QDate(2023, 9, 15));
    }

    void anEarlierVersionStaysReadable()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        const QTemporaryDir folder;
        ThesaurusFixture fixture;
        QVERIFY_OK(
            importThesaurus(db, written(folder, u"a.json"_qs, fixture.json()), m_engines.clock()));
        fixture.source = u"ANSM, 1er mars 2025"_qs;
        fixture.rows.append(
            thesaurusRow(u"BETAMINES"_qs, u"MÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE"_qs, u"PE"_qs));
        QVERIFY_OK(
            importThesaurus(db, written(folder, u"b.json"_qs, fixture.json()), m_engines.clock()));
        QCOMPARE(*thesaurusVersions(db), (QList<QDate>{{2023, 9, 15}, {2025, 3, 1}}));
        QCOMPARE((*loadThesaurus(db))->rows.size(), 6);
        QCOMPARE((*loadThesaurus(db, {2023, 9, 15}))->rows.size(), 5);
        QVERIFY(!loadThesaurus(db, {2020, 1, 1})->has_value());
    }
    void anEarlierVersionStaysReadable_data() { m_engines.addRows(); }

    void theTablesOfTheAnsmSayTheSame()
    {
        QList<LineRemark> rejected;
        const auto tables = readThesaurusTables(ThesaurusFixture::tables(), rejected);
        QVERIFY_OK(tables);
        const auto document = readThesaurus(u"t.json"_qs, ThesaurusFixture().json());
        QVERIFY_OK(document);
        QCOMPARE(named(*tables), named(*document));
        QCOMPARE(tables->memberships(), document->memberships());
        QCOMPARE(tables->version, QDate(2023, 9, 15));
        QCOMPARE(rejected.size(), 0);
    }

    void aFolderOfTablesIsImported()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        const QTemporaryDir folder;
        const auto tables = ThesaurusFixture::tables();
        for (auto it = tables.cbegin(); it != tables.cend(); ++it)
            written(folder, it.key() + u".csv"_qs, it.value());
        QVERIFY_OK(importThesaurus(db, folder.path(), m_engines.clock()));
        QCOMPARE((*loadThesaurus(db))->rows.size(), 5);
    }
    void aFolderOfTablesIsImported_data() { m_engines.addRows(); }

    void aRowWithoutConstraintIsTold()
    {
        auto tables = ThesaurusFixture::tables();
        tables[u"ansm_interaction"_qs] += "10;;12;;NEG;;;2023-09-01\n";
        QList<LineRemark> rejected;
        QVERIFY_OK(readThesaurusTables(tables, rejected));
        QCOMPARE(rejected,
                 (QList<LineRemark>{{u"ansm_interaction"_qs, 6, u"ansm.row.no_constraint"_qs}}));
    }

    void aThesaurusThatContradictsItselfIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const ThesaurusFixture &fixture,
                            const QString &subject, const QString &detail) {
            QTest::newRow(name) << fixture.json() << subject << detail;
        };
        ThesaurusFixture fixture;
        fixture.rows.append(thesaurusRow(u"LITHIUM"_qs, u"BETAMINES"_qs, u"XX"_qs));
        row("unknown level", fixture, u"ansm.level"_qs, u"t.json:6"_qs);
        fixture = {};
        fixture.rows.append(thesaurusRow(u"LITHIUM"_qs, u"DELTAMINES"_qs, u"CI"_qs));
        row("unknown class", fixture, u"ansm.unknown_name"_qs, u"t.json:6"_qs);
        fixture = {};
        fixture.rows.append(fixture.rows.first());
        row("row twice", fixture, u"ansm.duplicate"_qs, u"t.json:6"_qs);
        fixture = {};
        fixture.headings.append(ThesaurusFixture::heading(u"LITHIUM"_qs));
        row("heading twice", fixture, u"ansm.duplicate"_qs, u"t.json:5"_qs);
        fixture = {};
        fixture.rows.append(thesaurusRow(u"LITHIUM"_qs, u"CALMANTS"_qs, u"CI"_qs));
        row("one way only", fixture, u"ansm.asymmetric"_qs, u"t.json:6"_qs);
        fixture = {};
        fixture.source = u"ANSM"_qs;
        row("no date", fixture, u"ansm.version"_qs, u"t.json"_qs);
        const QByteArray good = ThesaurusFixture().json();
        QTest::newRow("cut") << good.left(good.size() / 2) << u"ansm.truncated"_qs << u"t.json"_qs;
        QTest::newRow("empty") << QByteArray() << u"ansm.empty"_qs << u"t.json"_qs;
        QTest::newRow("latin-1") << QByteArray(good).replace("\xC3\xA9", "\xE9")
                                 << u"ansm.encoding"_qs << u"t.json"_qs;
        QTest::newRow("other document")
            << QByteArray("{\"a\":1}") << u"ansm.syntax"_qs << u"t.json"_qs;
        QByteArray junk(10 * 1024 * 1024, Qt::Uninitialized);
        quint32 state = 12345; // the same on each run
        for (char &c : junk) {
            state = state * 1664525 + 1013904223;
            c = char(state >> 24);
        }
        QTest::newRow("garbage") << junk << u"ansm.encoding"_qs << u"t.json"_qs;
    }
    void aThesaurusThatContradictsItselfIsRefused()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        const auto read = readThesaurus(u"t.json"_qs, json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().subject, subject);
        QCOMPARE(read.error().detail, detail);
    }

    void aShorterOneChangesNothing_data() { m_engines.addRows(); }
    void aShorterOneChangesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        const QTemporaryDir folder;
        ThesaurusFixture fixture;
        QVERIFY_OK(
            importThesaurus(db, written(folder, u"a.json"_qs, fixture.json()), m_engines.clock()));
        fixture.source = u"ANSM, 2025-03-01"_qs;
        fixture.rows.removeLast();
        const auto again =
            importThesaurus(db, written(folder, u"b.json"_qs, fixture.json()), m_engines.clock());
        QVERIFY(!again.ok());
        QCOMPARE(again.error().subject, u"ansm.shrunk"_qs);
        QCOMPARE((*loadThesaurus(db))->version, QDate(2023, 9, 15));
    }

    void aTableThatIsNotThereIsNamed()
    {
        auto tables = ThesaurusFixture::tables();
        tables.remove(u"ansm_classe_groupe_substance"_qs);
        QList<LineRemark> rejected;
        const auto read = readThesaurusTables(tables, rejected);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().subject, u"ansm.missing_file"_qs);
        QCOMPARE(read.error().detail, u"ansm_classe_groupe_substance"_qs);
    }
};

QTEST_GUILESS_MAIN(TestThesaurus)
#include "tst_thesaurus.moc"

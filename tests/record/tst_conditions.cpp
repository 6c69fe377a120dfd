// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/cim10.h>
#include <ambroise/record/conditionindex.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/folders.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;

namespace {

Condition condition(const QString &code, const QString &label)
{
    return {*ConditionCode::parse(CodeSystem::Cim10, code), label};
}

ConditionIndex someIndex()
{
    return ConditionIndex(QList<Condition>{
        condition(u"I10"_qs, u"Hypertension essentielle (primitive)"_qs),
        condition(u"J18.9"_qs, u"Pneumopathie, sans précision"_qs),
        condition(u"J18.0"_qs, u"Bronchopneumopathie, sans précision"_qs),
        condition(u"M54.5"_qs, u"Lombalgie basse"_qs), condition(u"R05"_qs, u"Toux"_qs),
        condition(u"R50.9"_qs, u"Fièvre, sans précision"_qs),
        condition(u"E11"_qs, u"Diabète sucré de type 2"_qs)});
}

QStringList codes(const QList<Condition> &conditions)
{
    QStringList found;
    for (const Condition &one : conditions)
        found << one.code.code();
    return found;
}

QByteArray manyLines(int count)
{
    QByteArray text = "id,code\n";
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + ",\"" + char('A' + i / 1000) +
                QByteArray::number(i / 10 % 100).rightJustified(2, '0') + '.' +
                QByteArray::number(i % 10) + " Maladie \"\"" + QByteArray::number(i) + "\"\"\"\n";
    return text;
}

} // namespace

class TestConditions : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};
    QTemporaryDir m_folder;

    QString file(const QByteArray &content) const
    {
        QFile out(m_folder.filePath(u"cim10.csv"_qs));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return {};
        return out.fileName();
    }

private Q_SLOTS:
    void theWholeListIsReplacedOrNothing_data() { m_engines.addRows(); }
    void theWholeListIsReplacedOrNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Cim10 cim10(db, m_engines.clock());
        QVERIFY_OK(cim10.import(file(manyLines(6000) + "6001,A30-A49 Un chapitre\n")));
        QCOMPARE(cim10.release().value()->rows, 6000);
        QCOMPARE(cim10.all()->first().label, u"Maladie \"0\""_qs);
        QCOMPARE_SUBJECT(cim10.import(file(manyLines(100))), "cim10.truncated");
        QCOMPARE_SUBJECT(cim10.import(file("id,nom\n1,Rougeole\n")), "cim10.columns");
        QCOMPARE_SUBJECT(cim10.import(m_folder.filePath(u"absent"_qs)), "cim10.missing_file");
        const auto cancel = [](qint64, qint64) {
            return false;
        };
        QCOMPARE_SUBJECT(cim10.import(file(manyLines(6000)), cancel), "cim10.cancelled");
        QCOMPARE(cim10.all()->size(), 6000);
        const auto again = cim10.import(file(manyLines(6000) + "6001,A30-A49 Un chapitre\n"));
        QCOMPARE(again->rejected.size(), 1);
        QCOMPARE(again->rejected.first().line, 6002);
    }

    void theOfficialLabelsAreReadWhole()
    {
        const QString folder = test::sharedFolder() + u"/data/terminologies/cim10"_qs;
        if (!QDir(folder).exists())
            QSKIP("The public data are not here: AMBROISE_SHARED names their folder.");
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Cim10 cim10(**db, m_engines.clock());
        const auto report = cim10.import(folder);
        QVERIFY_OK(report);
        QCOMPARE(report->release.rows + report->rejected.size(), 9865);
        const ConditionIndex index(*cim10.all());
        QCOMPARE(codes(index.search(u"chol class"_qs, 1)), QStringList{u"A00.0"_qs});
        QCOMPARE(codes(index.search(u"hta"_qs, 1)), QStringList{u"I10"_qs});
        QCOMPARE(codes(index.saidIn(u"Toux fébrile"_qs, 1)), QStringList{u"R05"_qs});
        QBENCHMARK
        {
            (void)index.saidIn(u"Pneumopathie basale droite probable, diabète de type 2"_qs, 3);
        }
    }

    void wordsAndCodesFindAConditionAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("beginnings") << u"hyp ess"_qs << QStringList{u"I10"_qs};
        QTest::newRow("accents") << u"diabete"_qs << QStringList{u"E11"_qs};
        QTest::newRow("code") << u"j18"_qs << QStringList{u"J18.9"_qs, u"J18.0"_qs};
        QTest::newRow("abbreviation") << u"HTA"_qs << QStringList{u"I10"_qs};
        QTest::newRow("nothing") << u"  "_qs << QStringList();
        QTest::newRow("unknown") << u"zzz"_qs << QStringList();
    }
    void wordsAndCodesFindAConditionAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QTEST(codes(someIndex().search(typed, 10)), "found");
    }

    void aNoteSuggestsWhatItSays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("one") << u"Pneumopathie basale droite"_qs << QStringList{u"J18.9"_qs};
        QTest::newRow("plural") << u"Toux et lombalgies basses"_qs
                                << QStringList{u"M54.5"_qs, u"R05"_qs};
        QTest::newRow("abbreviation") << u"HTA contrôlée"_qs << QStringList{u"I10"_qs};
        QTest::newRow("denied") << u"Toux, pas de fièvre"_qs << QStringList{u"R05"_qs};
        QTest::newRow("without") << u"sans fièvre"_qs << QStringList();
        QTest::newRow("half of it") << u"hypertension"_qs << QStringList();
        QTest::newRow("inside another word")
            << u"bronchopneumopathie"_qs << QStringList{u"J18.0"_qs};
    }
    void aNoteSuggestsWhatItSays()
    {
        QFETCH(QString, text);
        QTEST(codes(someIndex().saidIn(text, 3)), "found");
    }
};
QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"

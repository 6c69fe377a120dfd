// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfixture.h"
#include "realdata.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugchanges.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

using Kind = DrugChange::Kind;

const QString amoxor = u"68012346"_qs;
const QString newDrug = u"68012347"_qs;

QStringList told(const std::optional<DrugChanges> &changes)
{
    QStringList lines;
    for (const DrugChange &one : changes ? changes->changes : QList<DrugChange>())
        lines << code(one.kind) + u' ' + one.label;
    return lines;
}

//! The columns of the row of a drug changed.
void change(BdpmFixture &base, const QString &file, const QString &cis, int column,
            const QString &value)
{
    for (QString &line : base.lines(file)) {
        QStringList columns = line.split(u'\t');
        if (columns.first() != cis)
            continue;
        columns[column] = value;
        line = columns.join(u'\t');
    }
}

} // namespace

class TestDrugChanges : public QObject {
    Q_OBJECT
    Engines m_engines;
private Q_SLOTS:
    void theFirstBaseChangesNothing_data() { m_engines.addRows(); }
    void theFirstBaseChangesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        QVERIFY_OK(importFormulary(db, m_engines.clock()));
        BdpmFixture base;
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        const auto changes = lastDrugChanges(db);
        QVERIFY_OK(changes);
        QVERIFY(!*changes); // a demonstration's formulary is no earlier version
    }

    void eachDifferenceIsTold_data() { m_engines.addRows(); }
    void eachDifferenceIsTold()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture base;
        base.addDrug(amoxor, u"AMOXOR 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        base.addDrug(u"68012348"_qs, u"BETAROL 10 mg, comprimé"_qs, u"PROPRANOLOL"_qs);
        base.addDrug(u"68012349"_qs, u"CHEROL 1 mg, comprimé"_qs, u"COLCHICINE"_qs);
        base.addDrug(u"68012350"_qs, u"RETOUR 1 mg, comprimé"_qs, u"COLCHICINE"_qs);
        change(base, drugsFile, u"68012350"_qs, 6, u"Non commercialisée"_qs);
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        for (const QString &file : {drugsFile, presentationsFile, componentsFile})
            base.lines(file).removeIf(
                [](const QString &line) { return line.startsWith(u"68012348"_qs); });
        change(base, drugsFile, u"68012349"_qs, 6, u"Non commercialisée"_qs);
        change(base, drugsFile, u"68012350"_qs, 6, u"Commercialisée"_qs);
        change(base, presentationsFile, amoxor, 9, u"1,06"_qs);
        change(base, presentationsFile, amoxor, 10, u"2,08"_qs);
        base.addDrug(newDrug, u"NOUVEAU 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        const auto changes = lastDrugChanges(db);
        QVERIFY_OK(changes);
        QCOMPARE(told(*changes), (QStringList{u"added NOUVEAU 500 mg, comprimé"_qs,
                                              u"removed BETAROL 10 mg, comprimé"_qs,
                                              u"stopped CHEROL 1 mg, comprimé"_qs,
                                              u"marketed RETOUR 1 mg, comprimé"_qs,
                                              u"price AMOXOR 500 mg, comprimé"_qs}));
        const DrugChange &price = (*changes)->changes.last();
        QCOMPARE(price.before->toString(), u"2.18"_qs);
        QCOMPARE(price.after->toString(), u"2.08"_qs);
        QVERIFY(price.box);
        QCOMPARE((*changes)->count(Kind::Price), 1);
    }

    void aBaseImportedTwiceHidesNothing_data() { m_engines.addRows(); }
    void aBaseImportedTwiceHidesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture base;
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        base.addDrug(newDrug, u"NOUVEAU 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        const QString folder = base.write();
        QVERIFY_OK(importBdpm(db, folder, m_engines.clock()));
        QVERIFY_OK(importBdpm(db, folder, m_engines.clock()));
        const auto changes = lastDrugChanges(db);
        QVERIFY_OK(changes);
        QCOMPARE(told(*changes), QStringList{u"added NOUVEAU 500 mg, comprimé"_qs});
    }

    void aRefusedBaseChangesNothing_data() { m_engines.addRows(); }
    void aRefusedBaseChangesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture base;
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        base.addDrug(newDrug, u"NOUVEAU 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        const auto refused = importBdpm(db, base.write(), m_engines.clock(),
                                        [](qint64 done, qint64) { return done < 900; });
        QVERIFY(!refused.ok());
        const auto changes = lastDrugChanges(db);
        QVERIFY_OK(changes);
        QVERIFY(!*changes);
    }

    void aBaseOfTheMonthBeforeLastIsLate_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QDate>("version");
        QTest::addColumn<bool>("late");
        const QString bdpm = u"bdpm"_qs;
        QTest::newRow("of this month") << bdpm << QDate(2026, 3, 1) << false;
        QTest::newRow("of last month") << bdpm << QDate(2026, 2, 1) << false;
        QTest::newRow("of the one before") << bdpm << QDate(2026, 1, 31) << true;
        QTest::newRow("of last year") << bdpm << QDate(2025, 3, 15) << true;
        QTest::newRow("a thesaurus") << u"ansm"_qs << QDate(2023, 9, 15) << false;
    }
    void aBaseOfTheMonthBeforeLastIsLate()
    {
        QFETCH(const QString, kind);
        QFETCH(const QDate, version);
        Referential one;
        one.kind = kind;
        one.version = version;
        QTEST(isLate(one, QDate(2026, 3, 31)), "late");
    }

    void anEarlierBaseInJanuaryIsCountedAcrossTheYear()
    {
        Referential one;
        one.kind = u"bdpm"_qs;
        one.version = QDate(2025, 12, 20);
        QVERIFY(!isLate(one, QDate(2026, 1, 15)));
        QVERIFY(isLate(one, QDate(2026, 2, 1)));
    }

    void thePublicBaseDiffersFromItselfInNothing()
    {
        NEEDS_BDPM(folder);
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        QVERIFY(database);
        const auto db = database->connect();
        QVERIFY_OK(db);
        QVERIFY_OK(importBdpm(**db, folder.path(), m_engines.clock()));
        QVERIFY_OK(importBdpm(**db, folder.path(), m_engines.clock()));
        const auto changes = lastDrugChanges(**db);
        QVERIFY_OK(changes);
        QVERIFY(!*changes);
    }
};

QTEST_GUILESS_MAIN(TestDrugChanges)
#include "tst_drugchanges.moc"

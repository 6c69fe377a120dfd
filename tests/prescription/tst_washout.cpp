// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/washout.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const QDate today(2026, 11, 27);

CheckedLine line(const QString &substance, const QStringList &routes = {})
{
    CheckedLine one;
    one.facts = DrugFacts();
    one.facts->substances.append({{}, substance, {}, {}});
    one.facts->routes = routes;
    return one;
}

//! Tells an interaction between each line and each other.
class Everything final : public DrugKnowledgeProvider {
public:
    Result<QString> edition() const override { return QString(); }
    Result<DrugFacts> byCis(drugs::Cis) const override { return DrugFacts(); }
    Result<DrugFacts> bySubstances(const QStringList &) const override { return DrugFacts(); }
    Result<NamedSubstances> substancesNamed(const QString &) const override
    {
        return NamedSubstances();
    }
    Result<std::optional<InteractionFindings>>
    interactions(const QList<drugs::TreatmentLine> &lines,
                 const drugs::PatientState &) const override
    {
        InteractionFindings all;
        all.source = {u"ANSM thésaurus"_qs, u"2023-09"_qs};
        for (int second = 0; second < lines.size(); ++second) {
            all.coverage << drugs::LineCoverage();
            all.uncomputed << QStringList();
            for (int first = 0; first < second; ++first) {
                drugs::Interaction one;
                one.first = first;
                one.second = second;
                one.row = first * 10 + second;
                one.advice = u"Surveiller."_qs;
                all.found << one;
            }
        }
        return std::optional(all);
    }
};

CheckedLine withTreatment(const QString &substance)
{
    CheckedLine one = line(substance);
    one.treatment.substances.append({{}, substance, {}});
    return one;
}

} // namespace

class TestWashout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatLastsIsCountedSoManyWeeks_data()
    {
        QTest::addColumn<QString>("substance");
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<bool>("lasts");
        QTest::newRow("today") << u"AMIODARONE"_qs << 0 << true;
        QTest::newRow("months ago") << u"AMIODARONE"_qs << 120 << true;
        QTest::newRow("a salt") << u"FLUOXÉTINE (CHLORHYDRATE DE)"_qs << 35 << true;
        QTest::newRow("a day too long ago") << u"FLUOXÉTINE"_qs << 36 << false;
        QTest::newRow("a year ago") << u"LÉFLUNOMIDE"_qs << 365 << true;
        QTest::newRow("what is gone at once") << u"PARACÉTAMOL"_qs << 0 << false;
    }
    void whatLastsIsCountedSoManyWeeks()
    {
        QFETCH(QString, substance);
        QFETCH(int, daysAgo);
        QTEST(Washouts::builtIn().lasts(line(substance), today.addDays(-daysAgo), today), "lasts");
    }

    void whatIsNotKnownDoesNotLast()
    {
        QVERIFY(!Washouts::builtIn().of(CheckedLine()));
        QVERIFY(!Washouts::builtIn().lasts(line(u"AMIODARONE"_qs), {}, today));
        QVERIFY(!Washouts::builtIn().of(line(u"CHLOROQUINE"_qs, {u"cutanée"_qs})));
    }

    void everyRowOfTheProgramTellsItsSource()
    {
        const auto washout = Washouts::builtIn().of(line(u"AMIODARONE"_qs));
        QVERIFY(washout);
        QVERIFY(!washout->source.name.isEmpty() && !washout->source.version.isEmpty());
        QVERIFY(!washout->why.isEmpty());
    }

    void aRowThatIsNotWholeIsRefused_data()
    {
        QTest::addColumn<QString>("row");
        QTest::newRow("columns") << u"X\t2\tpourquoi"_qs;
        QTest::newRow("no weeks") << u"X\t0\tpourquoi\tRCP\t-\tà relire"_qs;
        QTest::newRow("no source") << u"X\t2\tpourquoi\t\t-\tà relire"_qs;
        QTest::newRow("read on no day") << u"X\t2\tpourquoi\tRCP\t-\tlu"_qs;
        QTest::newRow("nobody's review") << u"X\t2\tpourquoi\tRCP\t2026-01-05\tvu"_qs;
    }
    void aRowThatIsNotWholeIsRefused()
    {
        QFETCH(QString, row);
        QCOMPARE_SUBJECT(Washouts::parse(row), "knowledge.table");
    }

    void whatWasStoppedIsComparedWithTheOrdonnanceAlone()
    {
        Treatment treatment;
        treatment.lines << withTreatment(u"TRAMADOL"_qs);
        CheckedLine taken = withTreatment(u"ASPIRINE"_qs);
        taken.current = true;
        CheckedLine stopped = withTreatment(u"FLUOXÉTINE"_qs);
        stopped.current = true;
        stopped.stoppedOn = today.addDays(-7);
        treatment.lines << taken << stopped;
        const Everything knowledge;
        CheckReport report;
        QVERIFY_OK(InteractionCheck(knowledge).run(treatment, report));
        QList<QList<int>> pairs;
        for (const Alert &alert : report.alerts)
            pairs << alert.lines;
        QCOMPARE(pairs, (QList<QList<int>>{{0, 1}, {0, 2}}));
        QCOMPARE(report.alerts.first().advice, u"Surveiller."_qs);
        QVERIFY2(report.alerts.last().advice.contains(u"norfluoxétine"_qs),
                 qPrintable(report.alerts.last().advice));
    }

    void noOtherCheckLooksAtWhatWasStopped()
    {
        Treatment treatment;
        treatment.lines << withTreatment(u"FLUOXÉTINE"_qs);
        CheckedLine stopped = withTreatment(u"FLUOXÉTINE"_qs);
        stopped.current = true;
        treatment.lines << stopped;
        const Everything knowledge;
        const auto duplicates = [&]() -> qsizetype {
            const auto report = PrescriptionChecker(knowledge).run(treatment);
            return std::count_if(
                report->alerts.begin(), report->alerts.end(),
                [](const Alert &alert) { return alert.kind == CheckKind::Duplicate; });
        };
        QCOMPARE(duplicates(), 1);
        treatment.lines.last().stoppedOn = today;
        QCOMPARE(duplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWashout)
#include "tst_washout.moc"

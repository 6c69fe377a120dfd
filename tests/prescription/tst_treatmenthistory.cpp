// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentfixture.h"

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using record::TreatmentUse;

//! What the lines of signed ordonnances make of treatments, with the stops that were told.
class TestTreatmentHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingPrescribedIsNoHistory() { QVERIFY(test::historyOf({}).isEmpty()); }

    void linesThatFollowEachOtherAreOneTreatment()
    {
        test::Lines lines;
        lines.add(QDate(2026, 3, 2), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90)
            .add(QDate(2026, 6, 8), u"METFORMINE B 1000 mg"_qs, u"METFORMINE (CHLORHYDRATE DE)"_qs,
                 90) // a week late, of another maker
            .add(QDate(2026, 9, 5), u"METFORMINE B 1000 mg"_qs, u"METFORMINE"_qs, 90, u"1-1-1"_qs);
        const auto history = test::historyOf(lines);
        QCOMPARE(history.treatments().size(), 1);
        const PatientTreatment &one = history.treatments().first();
        QCOMPARE(one.firstDay(), QDate(2026, 3, 2));
        QCOMPARE(one.plannedEnd, QDate(2026, 9, 5).addDays(89));
        QCOMPARE(one.periods.size(), 3);
        QCOMPARE(one.name, u"METFORMINE B 1000 mg"_qs);
        QCOMPARE(one.posology(), u"1-1-1"_qs);
        QCOMPARE(one.prescriber, u"Dr Claire Fontanel"_qs);
        QVERIFY(one.state == TreatmentState::Running);
        QVERIFY(!one.stop);
        QVERIFY(!one.periods.at(0).changesDose);
        QVERIFY(one.periods.at(1).changesDose); // another drug
        QVERIFY(one.periods.at(2).changesDose); // another dose
    }

    void theSameLineAgainChangesNoDose()
    {
        test::Lines lines;
        lines.add(QDate(2026, 8, 1), u"LEVOTHYROX 75"_qs, u"LÉVOTHYROXINE"_qs, 60)
            .add(QDate(2026, 10, 1), u"LEVOTHYROX 75"_qs, u"LÉVOTHYROXINE"_qs, 60);
        QVERIFY(!test::historyOf(lines).treatments().first().periods.last().changesDose);
    }

    void aSecondCourseIsAnotherTreatment()
    {
        test::Lines lines;
        lines.add(QDate(2026, 3, 2), u"AMOXICILLINE 1 g"_qs, u"AMOXICILLINE"_qs, 7)
            .add(QDate(2026, 3, 20), u"AMOXICILLINE 1 g"_qs, u"AMOXICILLINE"_qs, 7);
        const auto history = test::historyOf(lines);
        QCOMPARE(history.treatments().size(), 2); // later than it lasted
        QCOMPARE(history.treatments().first().firstDay(), QDate(2026, 3, 20));
        QVERIFY(history.treatments().first().state == TreatmentState::PastEnd);
    }

    void anEndThatNobodyToldIsNotGuessed()
    {
        test::Lines lines;
        lines.add(QDate(2026, 9, 1), u"PARACÉTAMOL 1 g"_qs, u"PARACÉTAMOL"_qs, 0, u"si douleur"_qs);
        const PatientTreatment one = test::historyOf(lines).treatments().first();
        QVERIFY(!one.plannedEnd);
        QVERIFY(one.state == TreatmentState::Running);
        QVERIFY(one.use.use == TreatmentUse::Unspecified);
        lines.add(QDate(2026, 11, 1), u"PARACÉTAMOL 1 g"_qs, u"PARACÉTAMOL"_qs, 5);
        QCOMPARE(test::historyOf(lines).treatments().size(), 1);
        QCOMPARE(test::historyOf(lines).treatments().first().plannedEnd, QDate(2026, 11, 5));
    }

    void theEndCountsTheRenewalsAndTheStartOfTheLine()
    {
        Line line;
        line.label = u"RAMIPRIL 5 mg"_qs;
        line.posology = u"1-0-0"_qs;
        line.durationDays = 30;
        line.renewals = 2;
        line.startDate = QDate(2026, 10, 1);
        test::Lines lines;
        lines.add(QDate(2026, 9, 20), line, u"RAMIPRIL"_qs);
        const PatientTreatment one = test::historyOf(lines).treatments().first();
        QCOMPARE(one.firstDay(), QDate(2026, 10, 1));
        QCOMPARE(one.plannedEnd, QDate(2026, 10, 1).addDays(89));
    }

    void whatIsGivenLocallyIsAnotherTreatment()
    {
        Line gel;
        gel.label = u"DICLOFÉNAC 1 %, gel"_qs;
        gel.durationDays = 30;
        test::Lines lines;
        lines.add(QDate(2026, 11, 1), gel, u"DICLOFÉNAC"_qs, {u"cutanée"_qs})
            .add(QDate(2026, 11, 2), u"DICLOFÉNAC 50 mg"_qs, u"DICLOFÉNAC"_qs, 5);
        QCOMPARE(test::historyOf(lines).treatments().size(), 2);
    }

    void ofADrugThatNobodyKnowsTheNameTells()
    {
        test::Lines lines;
        lines.add(QDate(2026, 10, 1), u"Préparation magistrale"_qs, {}, 30)
            .add(QDate(2026, 11, 1), u"Préparation magistrale"_qs, {}, 30)
            .add(QDate(2026, 11, 1), u"Autre préparation"_qs, {}, 30);
        QCOMPARE(test::historyOf(lines).treatments().size(), 2);
    }

    void whatComesAfterAStopIsAnotherTreatment()
    {
        test::Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 10, 1), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = test::stopOf(lines.all.first(), QDate(2026, 8, 20));
        const auto history = test::historyOf(lines, {}, {stop});
        QCOMPARE(history.treatments().size(), 2);
        QVERIFY(history.treatments().first().state == TreatmentState::Running);
        const PatientTreatment &stopped = history.treatments().last();
        QVERIFY(stopped.state == TreatmentState::Stopped);
        QVERIFY(stopped.stop == stop.stop);
        QCOMPARE(stopped.keptStop, stop.id);
        QCOMPARE(stopped.stoppedBy, u"Dr Claire Fontanel"_qs);
    }

    void ofOneDayTheLineThatWasSignedAfterTheStopGoesOn()
    {
        test::Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 8, 20), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 30);
        const KeptStop stop = test::stopOf(lines.all.first(), QDate(2026, 8, 20)); // at noon
        QCOMPARE(test::historyOf(lines, {}, {stop}).treatments().size(), 1);       // signed at nine
        lines.all.last().signedAt = test::at(QDate(2026, 8, 20), 13);
        QCOMPARE(test::historyOf(lines, {}, {stop}).treatments().size(), 2);
    }

    void aStopThatWasTakenBackSaysNothing()
    {
        test::Lines lines;
        lines.add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        KeptStop stop = test::stopOf(lines.all.first(), QDate(2026, 11, 20));
        stop.takenBackAt = test::at(QDate(2026, 11, 21));
        QVERIFY(!test::historyOf(lines, {}, {stop}).treatments().first().stop);
    }

    void aStopIsFoundAgainWhereItsOrdonnanceWasCancelled()
    {
        test::Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 10, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = test::stopOf(lines.all.last(), QDate(2026, 10, 20));
        lines.all.removeLast();
        QVERIFY(test::historyOf(lines, {}, {stop}).treatments().first().stop == stop.stop);
    }

    void useIsProposedByTheDurationAndTheRenewals_data()
    {
        QTest::addColumn<QList<int>>("days");
        QTest::addColumn<TreatmentUse>("use");
        QTest::newRow("a course") << QList<int>{7} << TreatmentUse::Occasional;
        QTest::newRow("three months") << QList<int>{90} << TreatmentUse::Chronic;
        QTest::newRow("renewed twice") << QList<int>{20, 20, 20} << TreatmentUse::Chronic;
        QTest::newRow("between") << QList<int>{60} << TreatmentUse::Unspecified;
        QTest::newRow("not told") << QList<int>{0} << TreatmentUse::Unspecified;
    }
    void useIsProposedByTheDurationAndTheRenewals()
    {
        QFETCH(QList<int>, days);
        test::Lines lines;
        QDate day(2026, 9, 1);
        for (const int each : std::as_const(days)) {
            lines.add(day, u"X 1 mg"_qs, u"XINE"_qs, each);
            day = day.addDays(each);
        }
        const TreatmentUseTold told = test::historyOf(lines).treatments().first().use;
        QTEST(told.use, "use");
        QCOMPARE(told.proposed, told.use != TreatmentUse::Unspecified);
    }

    void whatRunsStandsFirst()
    {
        test::Lines lines;
        lines.add(QDate(2025, 1, 5), u"A"_qs, u"AINE"_qs, 7)
            .add(QDate(2026, 11, 1), u"B"_qs, u"BINE"_qs, 90)
            .add(QDate(2026, 10, 1), u"C"_qs, u"CINE"_qs, 90)
            .add(QDate(2026, 11, 20), u"D"_qs, u"DINE"_qs, 90);
        const auto history =
            test::historyOf(lines, {}, {test::stopOf(lines.all.at(3), test::historyDay)});
        QStringList names;
        for (const PatientTreatment &one : history.treatments())
            names << one.name;
        QCOMPARE(names, (QStringList{u"B"_qs, u"C"_qs, u"A"_qs, u"D"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestTreatmentHistory)
#include "tst_treatmenthistory.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentfixture.h"

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using record::StopReason;
using record::TreatmentUse;

namespace {

RecordedTreatment recorded(const QString &title, const QString &substance, const QString &since)
{
    RecordedTreatment one;
    one.entry.id = record::EntryId{31};
    one.entry.authorName = u"Dr Hugo Lestienne"_qs;
    one.entry.content.kind = record::EntryKind::Treatment;
    one.entry.content.title = title;
    one.entry.content.body = u"1-0-1"_qs;
    if (since.isEmpty())
        record::setSinceUnknown(one.entry.content, test::at(test::historyDay));
    else
        record::setSince(one.entry.content, *PartialDate::parse(since, test::historyDay));
    one.checked.current = true;
    one.checked.facts = DrugFacts();
    one.checked.facts->substances.append({{}, substance, {}, {}});
    return one;
}

} // namespace

//! The treatments that the record tells, beside the lines that were prescribed.
class TestRecordedTreatments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheRecordTellsIsOneRowWithItsLines()
    {
        test::Lines lines;
        lines.add(QDate(2026, 10, 1), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90);
        RecordedTreatment told = recorded(u"Metformine 1000 mg"_qs, u"Metformine"_qs, u"2011"_qs);
        told.entry.content.unit =
            record::TreatmentDetails{TreatmentUse::Occasional, {}, {}}.stored();
        const auto history = test::historyOf(lines, {told});
        QCOMPARE(history.treatments().size(), 1);
        const PatientTreatment &one = history.treatments().first();
        QCOMPARE(one.name, u"Metformine 1000 mg"_qs);
        QCOMPARE(one.start->year(), 2011);
        QCOMPARE(one.start->month(), 0); // nobody knows more
        QCOMPARE(one.periods.size(), 1);
        QVERIFY(one.use == (TreatmentUseTold{TreatmentUse::Occasional, false}));
        QCOMPARE(one.entry->id, told.entry.id);
    }

    void whatIsNotSurelyTheSameStandsBeside()
    {
        test::Lines lines;
        lines.add(QDate(2026, 10, 1), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90);
        const auto history =
            test::historyOf(lines, {recorded(u"Stagid 700"_qs, u"Stagid"_qs, u"2011"_qs)});
        QCOMPARE(history.treatments().size(), 2);
        QVERIFY(history.treatments().last().periods.isEmpty());
        QCOMPARE(history.treatments().last().prescriber, u"Dr Hugo Lestienne"_qs);
    }

    void whatHoldsInTheRecordIsNotWhatWasStopped()
    {
        test::Lines lines;
        lines.add(QDate(2026, 1, 5), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = test::stopOf(lines.all.first(), QDate(2026, 2, 1));
        const auto held = recorded(u"Ramipril 2,5 mg"_qs, u"Ramipril"_qs, {});
        QCOMPARE(test::historyOf(lines, {held}, {stop}).treatments().size(), 2);
    }

    void aTreatmentStoppedInTheRecordIsNotPrescribedAnyMore()
    {
        test::Lines lines;
        lines.add(QDate(2026, 10, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content =
            *record::stopped(told.entry.content, {QDate(2026, 11, 3), StopReason::Ineffective, {}},
                             test::historyDay);
        const auto history = test::historyOf(lines, {told});
        QCOMPARE(history.treatments().size(), 1);
        QVERIFY(history.treatments().first().state == TreatmentState::Stopped);
        QVERIFY(!history.treatments().first().keptStop.isStored());
        lines.add(QDate(2026, 11, 10), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 30); // afterwards
        QVERIFY(test::historyOf(lines, {told}).treatments().first().state !=
                TreatmentState::Stopped);
    }

    void whatOneActStoppedStaysOneRow()
    {
        test::Lines lines;
        lines.add(QDate(2026, 9, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 60)
            .add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 60);
        const KeptStop stop =
            test::stopOf(lines.all.last(), QDate(2026, 10, 20)); // before it, told later
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content = *record::stopped(told.entry.content, stop.stop, test::historyDay);
        const auto history = test::historyOf(lines, {told}, {stop});
        QCOMPARE(history.treatments().size(), 1);
        QCOMPARE(history.treatments().first().keptStop, stop.id);
    }

    void whatWasOnceTickedAsStoppedIsStoppedOnNoKnownDay()
    {
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content.active = false;
        const PatientTreatment one = test::historyOf({}, {told}).treatments().first();
        QVERIFY(one.state == TreatmentState::Stopped);
        QVERIFY(!one.stop->day.isValid());
        test::Lines lines; // which may be of a later time
        lines.add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        QCOMPARE(test::historyOf(lines, {told}).treatments().size(), 2);
        QVERIFY(test::historyOf(lines, {told}).treatments().first().state ==
                TreatmentState::Running);
    }
};

QTEST_GUILESS_MAIN(TestRecordedTreatments)
#include "tst_recordedtreatments.moc"

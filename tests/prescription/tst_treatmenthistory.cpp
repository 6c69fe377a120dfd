// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/schema.h>
#include <ambroise/prescription/treatmenthistory.h>
#include <ambroise/record/summaryline.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

using namespace ambroise;
using namespace ambroise::prescription;
using record::StopReason;
using record::TreatmentUse;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};
const QDate today(2026, 11, 27);

QDateTime at(QDate day, int hour = 9)
{
    return {day, QTime(hour, 0), Qt::UTC};
}

//! Lines as they are read from signed ordonnances: each call is another ordonnance.
class Lines {
public:
    Lines &add(QDate day, const QString &label, const QString &substance, int days,
               const QString &posology = u"1-0-1"_qs)
    {
        Line line;
        line.label = label;
        line.posology = posology;
        line.durationDays = days;
        return add(day, line, substance);
    }
    Lines &add(QDate day, const Line &line, const QString &substance,
               const QStringList &routes = {u"orale"_qs})
    {
        PrescribedLine one;
        one.number = u"N%1"_qs.arg(all.size() + 1);
        one.signedAt = at(day);
        one.prescriber = u"Dr Claire Fontanel"_qs;
        one.checked.line = line;
        if (!substance.isEmpty()) {
            one.checked.facts = DrugFacts();
            one.checked.facts->substances.append({{}, substance, {}, {}});
            one.checked.facts->routes = routes;
        }
        all << one;
        return *this;
    }
    QList<PrescribedLine> all;
};

RecordedTreatment recorded(const QString &title, const QString &substance, const QString &since)
{
    RecordedTreatment one;
    one.entry.id = record::EntryId{31};
    one.entry.authorName = u"Dr Hugo Lestienne"_qs;
    one.entry.content.kind = record::EntryKind::Treatment;
    one.entry.content.title = title;
    one.entry.content.body = u"1-0-1"_qs;
    if (since.isEmpty())
        record::setSinceUnknown(one.entry.content, at(today));
    else
        record::setSince(one.entry.content, *PartialDate::parse(since, today));
    one.checked.current = true;
    one.checked.facts = DrugFacts();
    one.checked.facts->substances.append({{}, substance, {}, {}});
    return one;
}

KeptStop stopOf(const PrescribedLine &line, QDate day)
{
    KeptStop stop;
    stop.id = TreatmentStopId{5};
    stop.line = {line.number, line.place, treatmentKey(line.checked)};
    stop.stop = {day, StopReason::SideEffect, u"toux"_qs};
    stop.saidAt = at(day, 12);
    stop.saidBy = u"Dr Claire Fontanel"_qs;
    return stop;
}

TreatmentHistory historyOf(const Lines &lines, const QList<RecordedTreatment> &recorded = {},
                           const QList<KeptStop> &stops = {})
{
    return TreatmentHistory::of(lines.all, recorded, stops, today);
}

} // namespace

class TestTreatmentHistory : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(), drugs::schema(),
                                              prescription::schema()};

private Q_SLOTS:
    void nothingPrescribedIsNoHistory() { QVERIFY(historyOf({}).isEmpty()); }

    void linesThatFollowEachOtherAreOneTreatment()
    {
        Lines lines;
        lines.add(QDate(2026, 3, 2), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90)
            .add(QDate(2026, 6, 8), u"METFORMINE B 1000 mg"_qs, u"METFORMINE (CHLORHYDRATE DE)"_qs,
                 90) // a week late, of another maker
            .add(QDate(2026, 9, 5), u"METFORMINE B 1000 mg"_qs, u"METFORMINE"_qs, 90, u"1-1-1"_qs);
        const auto history = historyOf(lines);
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
        Lines lines;
        lines.add(QDate(2026, 8, 1), u"LEVOTHYROX 75"_qs, u"LÉVOTHYROXINE"_qs, 60)
            .add(QDate(2026, 10, 1), u"LEVOTHYROX 75"_qs, u"LÉVOTHYROXINE"_qs, 60);
        QVERIFY(!historyOf(lines).treatments().first().periods.last().changesDose);
    }

    void aSecondCourseIsAnotherTreatment()
    {
        Lines lines;
        lines.add(QDate(2026, 3, 2), u"AMOXICILLINE 1 g"_qs, u"AMOXICILLINE"_qs, 7)
            .add(QDate(2026, 3, 20), u"AMOXICILLINE 1 g"_qs, u"AMOXICILLINE"_qs, 7);
        const auto history = historyOf(lines);
        QCOMPARE(history.treatments().size(), 2); // later than it lasted
        QCOMPARE(history.treatments().first().firstDay(), QDate(2026, 3, 20));
        QVERIFY(history.treatments().first().state == TreatmentState::PastEnd);
    }

    void anEndThatNobodyToldIsNotGuessed()
    {
        Lines lines;
        lines.add(QDate(2026, 9, 1), u"PARACÉTAMOL 1 g"_qs, u"PARACÉTAMOL"_qs, 0, u"si douleur"_qs);
        const PatientTreatment one = historyOf(lines).treatments().first();
        QVERIFY(!one.plannedEnd);
        QVERIFY(one.state == TreatmentState::Running);
        QVERIFY(one.use.use == TreatmentUse::Unspecified);
        lines.add(QDate(2026, 11, 1), u"PARACÉTAMOL 1 g"_qs, u"PARACÉTAMOL"_qs, 5);
        QCOMPARE(historyOf(lines).treatments().size(), 1);
        QCOMPARE(historyOf(lines).treatments().first().plannedEnd, QDate(2026, 11, 5));
    }

    void theEndCountsTheRenewalsAndTheStartOfTheLine()
    {
        Line line;
        line.label = u"RAMIPRIL 5 mg"_qs;
        line.posology = u"1-0-0"_qs;
        line.durationDays = 30;
        line.renewals = 2;
        line.startDate = QDate(2026, 10, 1);
        Lines lines;
        lines.add(QDate(2026, 9, 20), line, u"RAMIPRIL"_qs);
        const PatientTreatment one = historyOf(lines).treatments().first();
        QCOMPARE(one.firstDay(), QDate(2026, 10, 1));
        QCOMPARE(one.plannedEnd, QDate(2026, 10, 1).addDays(89));
    }

    void whatIsGivenLocallyIsAnotherTreatment()
    {
        Line gel;
        gel.label = u"DICLOFÉNAC 1 %, gel"_qs;
        gel.durationDays = 30;
        Lines lines;
        lines.add(QDate(2026, 11, 1), gel, u"DICLOFÉNAC"_qs, {u"cutanée"_qs})
            .add(QDate(2026, 11, 2), u"DICLOFÉNAC 50 mg"_qs, u"DICLOFÉNAC"_qs, 5);
        QCOMPARE(historyOf(lines).treatments().size(), 2);
    }

    void ofADrugThatNobodyKnowsTheNameTells()
    {
        Lines lines;
        lines.add(QDate(2026, 10, 1), u"Préparation magistrale"_qs, {}, 30)
            .add(QDate(2026, 11, 1), u"Préparation magistrale"_qs, {}, 30)
            .add(QDate(2026, 11, 1), u"Autre préparation"_qs, {}, 30);
        QCOMPARE(historyOf(lines).treatments().size(), 2);
    }

    void whatComesAfterAStopIsAnotherTreatment()
    {
        Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 10, 1), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = stopOf(lines.all.first(), QDate(2026, 8, 20));
        const auto history = historyOf(lines, {}, {stop});
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
        Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 8, 20), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 30);
        const KeptStop stop = stopOf(lines.all.first(), QDate(2026, 8, 20)); // at noon
        QCOMPARE(historyOf(lines, {}, {stop}).treatments().size(), 1);       // signed at nine
        lines.all.last().signedAt = at(QDate(2026, 8, 20), 13);
        QCOMPARE(historyOf(lines, {}, {stop}).treatments().size(), 2);
    }

    void aStopThatWasTakenBackSaysNothing()
    {
        Lines lines;
        lines.add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        KeptStop stop = stopOf(lines.all.first(), QDate(2026, 11, 20));
        stop.takenBackAt = at(QDate(2026, 11, 21));
        QVERIFY(!historyOf(lines, {}, {stop}).treatments().first().stop);
    }

    void aStopIsFoundAgainWhereItsOrdonnanceWasCancelled()
    {
        Lines lines;
        lines.add(QDate(2026, 8, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90)
            .add(QDate(2026, 10, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = stopOf(lines.all.last(), QDate(2026, 10, 20));
        lines.all.removeLast();
        QVERIFY(historyOf(lines, {}, {stop}).treatments().first().stop == stop.stop);
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
        Lines lines;
        QDate day(2026, 9, 1);
        for (const int each : std::as_const(days)) {
            lines.add(day, u"X 1 mg"_qs, u"XINE"_qs, each);
            day = day.addDays(each);
        }
        const TreatmentUseTold told = historyOf(lines).treatments().first().use;
        QTEST(told.use, "use");
        QCOMPARE(told.proposed, told.use != TreatmentUse::Unspecified);
    }

    void whatTheRecordTellsIsOneRowWithItsLines()
    {
        Lines lines;
        lines.add(QDate(2026, 10, 1), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90);
        RecordedTreatment told = recorded(u"Metformine 1000 mg"_qs, u"Metformine"_qs, u"2011"_qs);
        told.entry.content.unit =
            record::TreatmentDetails{TreatmentUse::Occasional, {}, {}}.stored();
        const auto history = historyOf(lines, {told});
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
        Lines lines;
        lines.add(QDate(2026, 10, 1), u"METFORMINE A 1000 mg"_qs, u"METFORMINE"_qs, 90);
        const auto history =
            historyOf(lines, {recorded(u"Stagid 700"_qs, u"Stagid"_qs, u"2011"_qs)});
        QCOMPARE(history.treatments().size(), 2);
        QVERIFY(history.treatments().last().periods.isEmpty());
        QCOMPARE(history.treatments().last().prescriber, u"Dr Hugo Lestienne"_qs);
    }

    void whatHoldsInTheRecordIsNotWhatWasStopped()
    {
        Lines lines;
        lines.add(QDate(2026, 1, 5), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        const KeptStop stop = stopOf(lines.all.first(), QDate(2026, 2, 1));
        const auto held = recorded(u"Ramipril 2,5 mg"_qs, u"Ramipril"_qs, {});
        QCOMPARE(historyOf(lines, {held}, {stop}).treatments().size(), 2);
    }

    void aTreatmentStoppedInTheRecordIsNotPrescribedAnyMore()
    {
        Lines lines;
        lines.add(QDate(2026, 10, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content = *record::stopped(
            told.entry.content, {QDate(2026, 11, 3), StopReason::Ineffective, {}}, today);
        const auto history = historyOf(lines, {told});
        QCOMPARE(history.treatments().size(), 1);
        QVERIFY(history.treatments().first().state == TreatmentState::Stopped);
        QVERIFY(!history.treatments().first().keptStop.isStored());
        lines.add(QDate(2026, 11, 10), u"RAMIPRIL 2,5 mg"_qs, u"RAMIPRIL"_qs, 30); // afterwards
        QVERIFY(historyOf(lines, {told}).treatments().first().state != TreatmentState::Stopped);
    }

    void whatOneActStoppedStaysOneRow()
    {
        Lines lines;
        lines.add(QDate(2026, 9, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 60)
            .add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 60);
        const KeptStop stop =
            stopOf(lines.all.last(), QDate(2026, 10, 20)); // before it, told later
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content = *record::stopped(told.entry.content, stop.stop, today);
        const auto history = historyOf(lines, {told}, {stop});
        QCOMPARE(history.treatments().size(), 1);
        QCOMPARE(history.treatments().first().keptStop, stop.id);
    }

    void whatWasOnceTickedAsStoppedIsStoppedOnNoKnownDay()
    {
        RecordedTreatment told = recorded(u"Ramipril 5 mg"_qs, u"Ramipril"_qs, u"2020"_qs);
        told.entry.content.active = false;
        const PatientTreatment one = historyOf({}, {told}).treatments().first();
        QVERIFY(one.state == TreatmentState::Stopped);
        QVERIFY(!one.stop->day.isValid());
        Lines lines; // which may be of a later time
        lines.add(QDate(2026, 11, 1), u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 90);
        QCOMPARE(historyOf(lines, {told}).treatments().size(), 2);
        QVERIFY(historyOf(lines, {told}).treatments().first().state == TreatmentState::Running);
    }

    void whatRunsStandsFirst()
    {
        Lines lines;
        lines.add(QDate(2025, 1, 5), u"A"_qs, u"AINE"_qs, 7)
            .add(QDate(2026, 11, 1), u"B"_qs, u"BINE"_qs, 90)
            .add(QDate(2026, 10, 1), u"C"_qs, u"CINE"_qs, 90)
            .add(QDate(2026, 11, 20), u"D"_qs, u"DINE"_qs, 90);
        const auto history = historyOf(lines, {}, {stopOf(lines.all.at(3), today)});
        QStringList names;
        for (const PatientTreatment &one : history.treatments())
            names << one.name;
        QCOMPARE(names, (QStringList{u"B"_qs, u"C"_qs, u"A"_qs, u"D"_qs}));
    }

    void aStopIsKeptAndTakenBack_data() { m_engines.addRows(); }
    void aStopIsKeptAndTakenBack()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        CertificateRepository certificates(db, journal, m_engines.key(), m_engines.clock());
        const auto vault = storage::Vault::inDatabase(db, m_engines.key());
        OrdonnanceRepository ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'),
                                         m_engines.clock());
        QVERIFY_OK(certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signedOne = ordonnances.sign(
            whose, test::sampleParts(),
            [](const OrdonnanceContent &, const QString &) -> Result<PrintedOrdonnance> {
                return PrintedOrdonnance{"paper", 1, {}};
            },
            doctor);
        QVERIFY_OK(signedOne);
        TreatmentStops stops(db, journal, m_engines.clock());
        const QDate day = m_engines.clock().today();
        const StoppedLine line{signedOne->content.number().value(), 0, u"PARACETAMOL"_qs};
        const record::TreatmentStop stop{day, StopReason::Replaced, u"par  tramadol"_qs};
        const auto id = stops.add(whose, line, stop, day, doctor);
        QVERIFY_OK(id);
        QCOMPARE_SUBJECT(stops.add(whose, line, stop, day, doctor), "treatment.stopped");

        const patient::RecordIds ids(whose);
        QCOMPARE(stops.of(ids)->size(), 1);
        const KeptStop kept = stops.of(ids)->first();
        QCOMPARE(kept.line, line);
        QCOMPARE(kept.stop.day, day);
        QVERIFY(kept.stop.reason == StopReason::Replaced);
        QCOMPARE(kept.stop.words, u"par tramadol"_qs);
        QCOMPARE(kept.saidBy, u"Dr Claire Fontanel"_qs);
        QVERIFY(!kept.isTakenBack());
        QVERIFY(stops.of(patient::RecordIds(PatientId{8}))->isEmpty());
        const auto lines = prescribedLines({*signedOne}, OpenDrugKnowledge(db));
        QVERIFY_OK(lines);
        QVERIFY(TreatmentHistory::of(*lines, {}, *stops.of(ids), day).treatments().first().stop);

        QVERIFY_OK(stops.takeBack(*id, doctor));
        QVERIFY(stops.of(ids)->first().isTakenBack()); // and stays in the history
        QCOMPARE_SUBJECT(stops.takeBack(*id, doctor), "treatment.taken_back");
        QVERIFY_OK(stops.add(whose, line, stop, day, doctor)); // it may be stopped again
        audit::Filter newest;
        newest.limit = 1;
        QCOMPARE(journal.find(newest)->first().deed.reason, u"replaced"_qs);
    }

    void linesAreReadOfTheOrdonnancesThatStand_data() { m_engines.addRows(); }
    void linesAreReadOfTheOrdonnancesThatStand()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        CertificateRepository certificates(db, journal, m_engines.key(), m_engines.clock());
        const auto vault = storage::Vault::inDatabase(db, m_engines.key());
        OrdonnanceRepository ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'),
                                         m_engines.clock());
        QVERIFY_OK(certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signOne = [&](int days) {
            OrdonnanceContent::Parts parts = test::sampleParts();
            parts.lines.first().cis.clear();
            parts.lines.first().durationDays = days;
            return ordonnances.sign(
                whose, parts,
                [](const OrdonnanceContent &, const QString &) -> Result<PrintedOrdonnance> {
                    return PrintedOrdonnance{"paper", 1, {}};
                },
                doctor);
        };
        QVERIFY_OK(signOne(7));
        QVERIFY_OK(signOne(14)); // the same, for longer
        const auto third = signOne(21);
        QVERIFY_OK(third);
        QVERIFY_OK(ordonnances.cancel(third->content.number(), u"Erreur"_qs, doctor));
        const auto kept = ordonnances.ofPatient(patient::RecordIds(whose));
        const auto lines = prescribedLines(*kept, OpenDrugKnowledge(db));
        QVERIFY_OK(lines);
        QList<int> days;
        for (const PrescribedLine &line : *lines) {
            days << line.checked.line.durationDays;
            QCOMPARE(line.prescriber, u"Dr Claire Fontanel"_qs);
            QCOMPARE(treatmentKey(line.checked), u"DOLIPRANE"_qs);
        }
        std::sort(days.begin(), days.end());
        QCOMPARE(days, (QList<int>{7, 14}));
    }

    void whatCannotBeStoppedIsRefused_data() { m_engines.addRows(); }
    void whatCannotBeStoppedIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        TreatmentStops stops(db, journal, m_engines.clock());
        const QDate day = m_engines.clock().today();
        const StoppedLine line{u"NOBODYS"_qs, 0, u"X"_qs};
        QCOMPARE_SUBJECT(stops.add(whose, line, {day, StopReason::Unspecified, {}}, day, doctor),
                         "treatment.stop_reason");
        QCOMPARE_SUBJECT(
            stops.add(whose, line, {day.addDays(-2), StopReason::Replaced, {}}, day, doctor),
            "treatment.stop_day");
        QCOMPARE_SUBJECT(stops.add(whose, line, {day, StopReason::Replaced, {}}, day, doctor),
                         "ordonnance.unknown");
        QVERIFY(stops.of(patient::RecordIds(whose))->isEmpty()); // nothing of it stays
        QCOMPARE_SUBJECT(stops.takeBack(TreatmentStopId{99}, doctor), "treatment.stop_unknown");
    }
};

QTEST_GUILESS_MAIN(TestTreatmentHistory)
#include "tst_treatmenthistory.moc"

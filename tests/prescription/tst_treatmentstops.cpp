// SPDX-License-Identifier: GPL-3.0-or-later
#include "signingpractice.h"

#include <ambroise/prescription/treatmenthistory.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;
using record::StopReason;
using test::doctor;
using test::whose;

//! Stops of prescribed treatments as they are kept, and the lines that they are of.
class TestTreatmentStops : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void aStopIsKeptAndTakenBack_data() { m_engines.addRows(); }
    void aStopIsKeptAndTakenBack()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice practice(db, m_engines);
        QVERIFY_OK(practice.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signedOne = practice.sign(test::sampleParts());
        QVERIFY_OK(signedOne);
        TreatmentStops stops(db, practice.journal, m_engines.clock());
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
        const auto lines = prescribedLines({*signedOne}, LineReader(OpenDrugKnowledge(db)));
        QVERIFY_OK(lines);
        QVERIFY(TreatmentHistory::of(*lines, {}, *stops.of(ids), day).treatments().first().stop);

        QVERIFY_OK(stops.takeBack(*id, doctor));
        QVERIFY(stops.of(ids)->first().isTakenBack()); // and stays in the history
        QCOMPARE_SUBJECT(stops.takeBack(*id, doctor), "treatment.taken_back");
        QVERIFY_OK(stops.add(whose, line, stop, day, doctor)); // it may be stopped again
        audit::Filter newest;
        newest.limit = 1;
        QCOMPARE(practice.journal.find(newest)->first().deed.reason, u"replaced"_qs);
    }

    void linesAreReadOfTheOrdonnancesThatStand_data() { m_engines.addRows(); }
    void linesAreReadOfTheOrdonnancesThatStand()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice practice(db, m_engines);
        QVERIFY_OK(practice.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signOne = [&](int days) {
            OrdonnanceContent::Parts parts = test::sampleParts();
            parts.lines.first().cis.clear();
            parts.lines.first().durationDays = days;
            return practice.sign(parts);
        };
        QVERIFY_OK(signOne(7));
        QVERIFY_OK(signOne(14)); // the same, for longer
        const auto third = signOne(21);
        QVERIFY_OK(third);
        QVERIFY_OK(practice.ordonnances.cancel(third->content.number(), u"Erreur"_qs, doctor));
        const auto kept = practice.ordonnances.ofPatient(patient::RecordIds(whose));
        const auto lines = prescribedLines(*kept, LineReader(OpenDrugKnowledge(db)));
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
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
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

QTEST_GUILESS_MAIN(TestTreatmentStops)
#include "tst_treatmentstops.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../patient/people.h"

#include <ambroise/labs/recheck.h>
#include <ambroise/labs/schema.h>

using namespace ambroise;
using namespace ambroise::labs;
using test::fontanel;

namespace {

const patient::RecordIds madeleine{PatientId{1}};
constexpr LabReportId november{7};
constexpr LabReportId february{8};

const LabCode potassium{u"2823-3"_qs, loincSystem, u"Potassium"_qs};
const LabCode hba1c{u"4548-4"_qs, loincSystem, u"HbA1c"_qs};

LabResult result(const LabCode &code, const QString &label)
{
    LabResult one;
    one.code = code;
    one.label = label;
    one.value = *numberOf(u"4.5"_qs);
    return one;
}

} // namespace

//! Analyses that are to be done again, on both engines.
class TestRecheck : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = test::patientSchemas() + QList{labs::schema()};

    struct Bench {
        Bench(storage::Connection &db, test::Engines &engines)
            : clock(engines.clock())
            , journal(db, engines.key(), clock)
            , rechecks(db, journal, clock)
        {
        }
        [[nodiscard]] QDate today() const { return clock.today(); }
        Result<RecheckId> ask(const LabCode &code, const QString &label, int days)
        {
            return rechecks.ask(madeleine, {code, label, today().addDays(days), november},
                                fontanel);
        }
        Status answer(LabReportId report, QDate day, const QList<LabResult> &results)
        {
            return rechecks.answer(madeleine, report, day, clock.now().addSecs(60), results);
        }

        const Clock &clock;
        audit::Journal journal;
        RecheckRepository rechecks;
    };

private Q_SLOTS:
    void whatIsAwaitedIsToldTheNextFirst_data() { m_engines.addRows(); }
    void whatIsAwaitedIsToldTheNextFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        QVERIFY_OK(bench.ask(hba1c, u"HbA1c"_qs, 90));
        QVERIFY_OK(bench.ask(potassium, u"Potassium"_qs, 15));
        const auto awaited = bench.rechecks.of(madeleine);
        QVERIFY_OK(awaited);
        QCOMPARE(awaited->size(), 2);
        QCOMPARE(awaited->first().asked.label, u"Potassium"_qs);
        QCOMPARE(awaited->first().asked.due, bench.today().addDays(15));
        QCOMPARE(awaited->first().askedByName, fontanel.name());
        QVERIFY(bench.rechecks.of(patient::RecordIds(PatientId{2}))->isEmpty());
        const auto deed = bench.journal.find({.patient = PatientId{1}})->first().deed;
        QCOMPARE(deed.subject, audit::Subject::Recheck);
        QVERIFY(!deed.detail.contains(u"Potassium")); // what was measured is nobody's who reads it
    }

    void askingAgainChangesTheDayOfTheSameAnalysis_data() { m_engines.addRows(); }
    void askingAgainChangesTheDayOfTheSameAnalysis()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        const auto first = bench.ask(potassium, u"Potassium"_qs, 15);
        const auto again = bench.ask(potassium, u"Kaliémie"_qs, 30);
        const auto named = bench.ask({}, u"potassium"_qs, 45);
        QCOMPARE(*again, *first);
        QCOMPARE(*named, *first);
        QCOMPARE(bench.rechecks.of(madeleine)->size(), 1);
        QCOMPARE(bench.rechecks.find(*first)->asked.due, bench.today().addDays(45));
    }

    void theFirstReportWithTheAnalysisAnswersIt_data() { m_engines.addRows(); }
    void theFirstReportWithTheAnalysisAnswersIt()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        QVERIFY_OK(bench.ask(potassium, u"Potassium"_qs, 15));
        QVERIFY_OK(bench.ask(hba1c, u"HbA1c"_qs, 90));
        QVERIFY_OK(
            bench.answer(february, bench.today().addDays(14), {result(potassium, u"Kaliémie"_qs)}));
        const auto awaited = bench.rechecks.of(madeleine);
        QCOMPARE(awaited->size(), 1);
        QCOMPARE(awaited->first().asked.label, u"HbA1c"_qs);
        // It was another patient's: the potassium is awaited again.
        QVERIFY_OK(bench.rechecks.forget(february));
        QCOMPARE(bench.rechecks.of(madeleine)->size(), 2);
    }

    void anotherAnalysisOfTheSameNameAnswersNothing_data() { m_engines.addRows(); }
    void anotherAnalysisOfTheSameNameAnswersNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        const LabCode blood{u"2345-7"_qs, loincSystem, {}};
        const LabCode urine{u"2350-7"_qs, loincSystem, {}};
        QVERIFY(blood.isLoinc() && urine.isLoinc());
        QVERIFY_OK(bench.ask(blood, u"Glucose"_qs, 15));
        QVERIFY_OK(
            bench.answer(february, bench.today().addDays(14), {result(urine, u"Glucose"_qs)}));
        QCOMPARE(bench.rechecks.of(madeleine)->size(), 1);
        QVERIFY_OK(
            bench.answer(february, bench.today().addDays(14), {result(blood, u"Glucose"_qs)}));
        QVERIFY(bench.rechecks.of(madeleine)->isEmpty());
    }

    void whatWasThereBeforeAnswersNothing_data() { m_engines.addRows(); }
    void whatWasThereBeforeAnswersNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        QVERIFY_OK(bench.ask(potassium, u"Potassium"_qs, 15));
        const QList<LabResult> results{result(potassium, u"Potassium"_qs)};
        QVERIFY_OK(bench.answer(february, bench.today().addDays(-1), results));
        QVERIFY_OK(bench.rechecks.answer(madeleine, february, bench.today(),
                                         bench.clock.now().addSecs(-60), results));
        QCOMPARE(bench.rechecks.of(madeleine)->size(), 1);
        // Of the same day, but received since: a second tube.
        QVERIFY_OK(bench.answer(february, bench.today(), results));
        QVERIFY(bench.rechecks.of(madeleine)->isEmpty());
    }

    void aResultThatIsStillToComeAnswersNothing_data() { m_engines.addRows(); }
    void aResultThatIsStillToComeAnswersNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        QVERIFY_OK(bench.ask(potassium, u"Potassium"_qs, 15));
        LabResult pending = result(potassium, u"Potassium"_qs);
        pending.status = ResultStatus::Pending;
        QVERIFY_OK(bench.answer(february, bench.today().addDays(14), {pending}));
        QCOMPARE(bench.rechecks.of(madeleine)->size(), 1);
    }

    void whatDidNotComeInTimeIsListedUntilNobodyWaits_data() { m_engines.addRows(); }
    void whatDidNotComeInTimeIsListedUntilNobodyWaits()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        const auto id = bench.ask(potassium, u"Potassium"_qs, 15);
        QVERIFY_OK(id);
        QVERIFY(bench.rechecks.overdue(bench.today().addDays(15))->isEmpty());
        const QDate later = bench.today().addDays(16);
        QCOMPARE(bench.rechecks.overdue(later)->size(), 1);
        QCOMPARE_SUBJECT(bench.rechecks.drop(*id, 99, fontanel), "storage.version");
        QVERIFY_OK(bench.rechecks.drop(*id, 1, fontanel));
        QVERIFY(bench.rechecks.overdue(later)->isEmpty());
        QVERIFY_OK(bench.rechecks.takeBack(*id, fontanel));
        QCOMPARE(bench.rechecks.overdue(later)->size(), 1);
    }

    void aDayThatIsPastIsRefused_data() { m_engines.addRows(); }
    void aDayThatIsPastIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines);
        QCOMPARE_SUBJECT(bench.ask(potassium, u"Potassium"_qs, 0), "recheck.day");
        QCOMPARE_SUBJECT(bench.ask(potassium, u" "_qs, 5), "recheck.label");
        QCOMPARE_SUBJECT(bench.rechecks.find(RecheckId{9}), "recheck.unknown");
    }

    void theDayIsReadAsADoctorTypesIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("months") << u"3 mois"_qs << QDate(2027, 2, 28);
        QTest::newRow("short") << u"3m"_qs << QDate(2027, 2, 28);
        QTest::newRow("days") << u"15 j"_qs << QDate(2026, 12, 15);
        QTest::newRow("weeks") << u" dans 2  semaines "_qs << QDate(2026, 12, 14);
        QTest::newRow("English") << u"3 months"_qs << QDate(2027, 2, 28);
        QTest::newRow("a year") << u"1 an"_qs << QDate(2027, 11, 30);
        QTest::newRow("date") << u"12/01/2027"_qs << QDate(2027, 1, 12);
        QTest::newRow("short date") << u"12/1/27"_qs << QDate(2027, 1, 12);
        QTest::newRow("today") << u"30/11/2026"_qs << QDate();
        QTest::newRow("past") << u"12/01/2026"_qs << QDate();
        QTest::newRow("no day") << u"31/02/2027"_qs << QDate();
        QTest::newRow("nothing") << u""_qs << QDate();
        QTest::newRow("no length") << u"0 j"_qs << QDate();
        QTest::newRow("far") << u"11 ans"_qs << QDate();
        QTest::newRow("words") << u"bientôt"_qs << QDate();
        QTest::newRow("long") << QString(10'000, u'9') << QDate();
    }
    void theDayIsReadAsADoctorTypesIt()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, day);
        QCOMPARE(recheckDay(typed, QDate(2026, 11, 30)), day);
    }
};

QTEST_GUILESS_MAIN(TestRecheck)
#include "tst_recheck.moc"

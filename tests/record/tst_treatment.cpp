// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/repository.h>
#include <ambroise/record/schema.h>
#include <ambroise/record/summaryline.h>
#include <ambroise/record/treatment.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};
const QDate today(2026, 11, 27);

NewEntry metformin()
{
    NewEntry one;
    one.kind = EntryKind::Treatment;
    one.title = u"Metformine 1000 mg"_qs;
    one.body = u"1-0-1"_qs;
    setSince(one, *PartialDate::of(QDate(2026, 3, 2)));
    return one;
}

TreatmentStop sideEffect()
{
    return {today, StopReason::SideEffect, u"nausées, diarrhée"_qs};
}

} // namespace

class TestTreatment : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};

private Q_SLOTS:
    void detailsAreReadAsTheyWereKept_data()
    {
        QTest::addColumn<TreatmentDetails>("details");
        QTest::addColumn<QString>("stored");
        QTest::newRow("nothing") << TreatmentDetails() << QString();
        QTest::newRow("for good") << TreatmentDetails{TreatmentUse::Chronic, {}, {}}
                                  << u"chronic -"_qs;
        QTest::newRow("an end") << TreatmentDetails{TreatmentUse::Unspecified,
                                                    QDate(2026, 12, 31),
                                                    {}}
                                << u"- 2026-12-31"_qs;
        QTest::newRow("a stop") << TreatmentDetails{TreatmentUse::Occasional, {}, sideEffect()}
                                << u"occasional - 2026-11-27 side_effect nausées, diarrhée"_qs;
        QTest::newRow("no words") << TreatmentDetails{TreatmentUse::Unspecified,
                                                      {},
                                                      TreatmentStop{
                                                          today, StopReason::Replaced, {}}}
                                  << u"- - 2026-11-27 replaced"_qs;
    }
    void detailsAreReadAsTheyWereKept()
    {
        QFETCH(TreatmentDetails, details);
        QTEST(details.stored(), "stored");
        QVERIFY(TreatmentDetails::fromStored(details.stored()) == details);
    }

    void aTextThatIsNotKnownSaysNothing_data()
    {
        QTest::addColumn<QString>("stored");
        for (const char *text : {"mg", "drug severe confirmed", "- 31/12/2026", "  ", "chronique"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aTextThatIsNotKnownSaysNothing()
    {
        QFETCH(QString, stored);
        QVERIFY(TreatmentDetails::fromStored(stored) == TreatmentDetails());
    }

    void anEndIsTypedAsADayOrAsADuration_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QDate>("end");
        const QDate start(2026, 11, 20);
        QTest::newRow("nothing") << u" "_qs << start << QDate();
        QTest::newRow("a day") << u"31/12/2026"_qs << start << QDate(2026, 12, 31);
        QTest::newRow("a day of next year") << u"15/01/27"_qs << start << QDate(2027, 1, 15);
        QTest::newRow("days, the first one counted") << u"7j"_qs << start << QDate(2026, 11, 26);
        QTest::newRow("weeks") << u"2 semaines"_qs << start << QDate(2026, 12, 3);
        QTest::newRow("months") << u"3 mois"_qs << start << QDate(2027, 2, 19);
        QTest::newRow("a year") << u"1 an"_qs << start << QDate(2027, 11, 19);
        QTest::newRow("of an unknown start") << u"10 jours"_qs << QDate() << QDate(2026, 12, 6);
    }
    void anEndIsTypedAsADayOrAsADuration()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, start);
        const auto end = plannedEndTyped(typed, start, today);
        QVERIFY_OK(end);
        QTEST(end->value_or(QDate()), "end");
    }

    void anEndThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("before the start") << u"01/11/2026"_qs;
        QTest::newRow("no days at all") << u"0 j"_qs;
        QTest::newRow("a month alone") << u"12/2026"_qs;
        QTest::newRow("a word") << u"bientôt"_qs;
    }
    void anEndThatCannotBeIsRefused()
    {
        QFETCH(QString, typed);
        QCOMPARE_SUBJECT(plannedEndTyped(typed, QDate(2026, 11, 20), today),
                         "treatment.planned_end");
    }

    void whoseEndHasPassedStaysUntilItIsStopped()
    {
        NewEntry treatment = metformin();
        QVERIFY(!isPastPlannedEnd(treatment, today));
        treatment.unit = TreatmentDetails{TreatmentUse::Occasional, today, {}}.stored();
        QVERIFY(!isPastPlannedEnd(treatment, today)); // its last day
        QVERIFY(isPastPlannedEnd(treatment, today.addDays(1)));
        QVERIFY(treatment.active);
        const auto after = stopped(treatment, sideEffect(), today.addDays(1));
        QVERIFY_OK(after);
        QVERIFY(!isPastPlannedEnd(*after, today.addDays(1)));
    }

    void aStopWantsAReasonAndAPossibleDay_data()
    {
        QTest::addColumn<TreatmentStop>("stop");
        QTest::addColumn<QString>("subject");
        const QString reason = u"treatment.stop_reason"_qs;
        const QString day = u"treatment.stop_day"_qs;
        QTest::newRow("no reason") << TreatmentStop{today, StopReason::Unspecified, {}} << reason;
        QTest::newRow("another one, untold")
            << TreatmentStop{today, StopReason::Other, u" "_qs} << reason;
        QTest::newRow("no day") << TreatmentStop{{}, StopReason::Replaced, {}} << day;
        QTest::newRow("tomorrow") << TreatmentStop{today.addDays(1), StopReason::Replaced, {}}
                                  << day;
        QTest::newRow("before it began")
            << TreatmentStop{QDate(2026, 3, 1), StopReason::Replaced, {}} << day;
        QTest::newRow("a novel") << TreatmentStop{today, StopReason::Other, QString(201, u'x')}
                                 << u"treatment.stop_words"_qs;
    }
    void aStopWantsAReasonAndAPossibleDay()
    {
        QFETCH(TreatmentStop, stop);
        QFETCH(QString, subject);
        const auto after = stopped(metformin(), stop, today);
        QVERIFY(!after.ok());
        QCOMPARE(after.error().subject, subject);
    }

    void ofAnUnknownStartAnyDayMayBeTheLast()
    {
        NewEntry treatment = metformin();
        setSinceUnknown(treatment, QDateTime(today, QTime(9, 0), Qt::UTC));
        QVERIFY_OK(stopped(treatment, {QDate(2020, 1, 1), StopReason::Replaced, {}}, today));
    }

    void stoppingIsARevisionAndCanBeTakenBack_data() { m_engines.addRows(); }
    void stoppingIsARevisionAndCanBeTakenBack()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        const patient::RecordIds ids(whose);
        NewEntry chronic = metformin();
        chronic.unit = TreatmentDetails{TreatmentUse::Chronic, {}, {}}.stored();
        QVERIFY_OK(records.add(whose, chronic, doctor));
        Entry kept = records.overview(ids)->treatments.first();
        kept.content = *stopped(kept.content, sideEffect(), today);
        QVERIFY_OK(records.revise(kept, doctor));
        QVERIFY(records.overview(ids)->treatments.isEmpty()); // it is taken no more
        const auto all = records.ofKind(EntryKind::Treatment, ids);
        QVERIFY_OK(all);
        QCOMPARE(all->size(), 1); // and there for good
        const auto details = TreatmentDetails::fromStored(all->first().content.unit);
        QVERIFY(details.use == TreatmentUse::Chronic);
        QVERIFY(details.stop == sideEffect());
        QCOMPARE_SUBJECT(stopped(all->first().content, sideEffect(), today), "treatment.stopped");

        Entry again = all->first();
        again.content = resumed(again.content);
        QVERIFY_OK(records.revise(again, doctor));
        QCOMPARE(records.overview(ids)->treatments.size(), 1);
        QCOMPARE(records.overview(ids)->treatments.first().content, chronic);
        const auto before = records.revisions(again.id);
        QCOMPARE(before->size(), 2); // the stop stays in its history
        QVERIFY(std::any_of(before->begin(), before->end(), [](const Revision &one) {
            return TreatmentDetails::fromStored(one.content.unit).stop == sideEffect();
        }));
    }

    void entriesOfAKindAreThoseOfTheWholeRecord_data() { m_engines.addRows(); }
    void entriesOfAKindAreThoseOfTheWholeRecord()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        QVERIFY_OK(records.add(whose, metformin(), doctor));
        QVERIFY_OK(records.add(PatientId{8}, metformin(), doctor)); // merged into it
        QVERIFY_OK(records.add(PatientId{9}, metformin(), doctor)); // somebody else's
        NewEntry problem = metformin();
        problem.kind = EntryKind::Problem;
        QVERIFY_OK(records.add(whose, problem, doctor));
        const patient::RecordIds both(whose, {PatientId{8}});
        QCOMPARE(records.ofKind(EntryKind::Treatment, both)->size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTreatment)
#include "tst_treatment.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/repository.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Hugo Lestienne"_qs, u"remplacant"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};

NewEntry entry(EntryKind kind, const QString &title, int year = 2026)
{
    NewEntry one;
    one.kind = kind;
    one.title = title;
    one.happened = QDateTime(QDate(year, 5, 19), QTime(10, 0), Qt::UTC);
    return one;
}

} // namespace

class TestRecord : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};
private Q_SLOTS:
    void entriesAreFiledByWhatTheyAre_data() { m_engines.addRows(); }
    void entriesAreFiledByWhatTheyAre()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        QVERIFY_OK(records.add(whose, entry(EntryKind::Problem, u"Diabète"_qs), doctor));
        NewEntry healed = entry(EntryKind::Problem, u"Otite"_qs);
        healed.active = false;
        QVERIFY_OK(records.add(whose, healed, doctor));
        QVERIFY_OK(records.add(whose, entry(EntryKind::Measure, u"Poids"_qs), doctor));
        QVERIFY_OK(records.add(whose, entry(EntryKind::Consultation, u"Toux"_qs, 2024), doctor));
        QVERIFY_OK(records.add(whose, entry(EntryKind::Letter, u"Cardiologie"_qs, 2025), doctor));
        QVERIFY_OK(
            records.add(PatientId{8}, entry(EntryKind::Consultation, u"D’un autre"_qs), doctor));
        const auto overview = records.overview(patient::RecordIds(whose));
        QVERIFY_OK(overview);
        QCOMPARE(overview->problems.size(), 1);
        QCOMPARE(overview->antecedents.first().content.title, u"Otite"_qs);
        QCOMPARE(overview->measures.size(), 1);
        QCOMPARE(overview->history.size(), 2);
        QCOMPARE(overview->history.first().content.title, u"Cardiologie"_qs);
    }

    void whatWasMergedIsReadWithTheRest_data() { m_engines.addRows(); }
    void whatWasMergedIsReadWithTheRest()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        const PatientId other{8};
        const patient::RecordIds both(whose, {other});
        QVERIFY_OK(records.sayNone(Topic::Allergies, patient::RecordIds(whose), doctor));
        QVERIFY_OK(records.add(other, entry(EntryKind::Allergy, u"Pénicilline"_qs), doctor));
        QVERIFY_OK(records.add(whose, entry(EntryKind::Problem, u"Diabète"_qs), doctor));
        const auto overview = records.overview(both);
        QVERIFY_OK(overview);
        QCOMPARE(overview->stateOf(Topic::Allergies),
                 TopicState::Listed); // whatever the other part said
        QCOMPARE(overview->allergies.first().content.title, u"Pénicilline"_qs);
        QCOMPARE(overview->problems.size(), 1);
        QCOMPARE(*records.countOf(both), 2);
        QCOMPARE_SUBJECT(records.sayNone(Topic::Allergies, both, doctor), "entry.listed");
    }

    void aCorrectionKeepsWhatWasWritten_data() { m_engines.addRows(); }
    void aCorrectionKeepsWhatWasWritten()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        const auto id = records.add(whose, entry(EntryKind::Consultation, u"Toux"_qs), doctor);
        Entry kept = records.overview(patient::RecordIds(whose))->history.first();
        kept.content.body = u"Crépitants en base droite."_qs;
        QVERIFY_OK(records.revise(kept, locum));
        const auto revisions = records.revisions(*id);
        QCOMPARE(revisions->size(), 1);
        QCOMPARE(revisions->first().authorName, u"Dr Claire Fontanel"_qs);
        QVERIFY(revisions->first().content.body.isEmpty());
        QCOMPARE(records.overview(patient::RecordIds(whose))->history.first().authorName,
                 u"Dr Hugo Lestienne"_qs);
    }

    void twoAuthorsOfOneCorrectionAreNotLost_data() { m_engines.addRows(); }
    void twoAuthorsOfOneCorrectionAreNotLost()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        QVERIFY_OK(records.add(whose, entry(EntryKind::Consultation, u"Toux"_qs), doctor));
        const Entry seen = records.overview(patient::RecordIds(whose))->history.first();
        QVERIFY_OK(records.revise(seen, doctor));
        QCOMPARE_SUBJECT(records.revise(seen, locum), "storage.version");
        QCOMPARE(records.revisions(seen.id)->size(), 1);
    }

    void noKnownAllergyIsNotTheSameAsNeverAsked_data() { m_engines.addRows(); }
    void noKnownAllergyIsNotTheSameAsNeverAsked()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        QCOMPARE(records.overview(patient::RecordIds(whose))->stateOf(Topic::Allergies),
                 TopicState::NotFilledIn);
        QVERIFY_OK(records.sayNone(Topic::Allergies, patient::RecordIds(whose), doctor));
        QCOMPARE(records.overview(patient::RecordIds(whose))->stateOf(Topic::Allergies),
                 TopicState::NoneKnown);
        QVERIFY_OK(records.add(whose, entry(EntryKind::Allergy, u"Pénicillines"_qs), doctor));
        QCOMPARE(records.overview(patient::RecordIds(whose))->stateOf(Topic::Allergies),
                 TopicState::Listed);
        QCOMPARE_SUBJECT(records.sayNone(Topic::Allergies, patient::RecordIds(whose), doctor),
                         "entry.listed");
    }

    void noneOfOneTopicSaysNothingOfTheOthers_data() { m_engines.addRows(); }
    void noneOfOneTopicSaysNothingOfTheOthers()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        const patient::RecordIds ids(whose);
        QVERIFY_OK(records.sayNone(Topic::FamilyAntecedents, ids, doctor));
        QVERIFY_OK(records.add(whose, entry(EntryKind::Antecedent, u"Appendicectomie"_qs), doctor));
        const auto overview = records.overview(ids);
        QCOMPARE(overview->stateOf(Topic::FamilyAntecedents), TopicState::NoneKnown);
        QCOMPARE(overview->stateOf(Topic::Antecedents), TopicState::Listed);
        QCOMPARE(overview->stateOf(Topic::Treatments), TopicState::NotFilledIn);
        QVERIFY_OK(records.forgetNone(Topic::FamilyAntecedents, ids, doctor));
        QCOMPARE(records.overview(ids)->stateOf(Topic::FamilyAntecedents), TopicState::NotFilledIn);
    }

    void theLongestRecordsComeFirst_data() { m_engines.addRows(); }
    void theLongestRecordsComeFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        for (const qint64 id : {3, 1, 2, 3, 2, 3})
            QVERIFY_OK(records.add(PatientId{id}, entry(EntryKind::Problem, u"Asthme"_qs), doctor));
        QCOMPARE(*records.longest(2), (QList{PatientId{3}, PatientId{2}}));
    }

    void whatSaysNothingIsRefused()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        RecordRepository records(**db, journal, m_engines.clock());
        QCOMPARE_SUBJECT(records.add(whose, entry(EntryKind::Problem, u"  "_qs), doctor),
                         "entry.title");
        NewEntry timeless = entry(EntryKind::Problem, u"Asthme"_qs);
        timeless.happened = {};
        QCOMPARE_SUBJECT(records.add(whose, timeless, doctor), "entry.date");
        QCOMPARE_SUBJECT(
            records.add(whose, entry(EntryKind::Problem, QString(1'000'001, u'x')), doctor),
            "entry.long");
        QVERIFY(journal.find({})->isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"

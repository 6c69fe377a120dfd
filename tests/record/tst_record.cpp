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
const PatientId patient{7};

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
        QVERIFY_OK(records.add(patient, entry(EntryKind::Problem, u"Diabète"_qs), doctor));
        NewEntry healed = entry(EntryKind::Problem, u"Otite"_qs);
        healed.active = false;
        QVERIFY_OK(records.add(patient, healed, doctor));
        QVERIFY_OK(records.add(patient, entry(EntryKind::Measure, u"Poids"_qs), doctor));
        QVERIFY_OK(records.add(patient, entry(EntryKind::Consultation, u"Toux"_qs, 2024), doctor));
        QVERIFY_OK(records.add(patient, entry(EntryKind::Letter, u"Cardiologie"_qs, 2025), doctor));
        QVERIFY_OK(
            records.add(PatientId{8}, entry(EntryKind::Consultation, u"D’un autre"_qs), doctor));
        const auto overview = records.overview(patient);
        QVERIFY_OK(overview);
        QCOMPARE(overview->problems.size(), 1);
        QCOMPARE(overview->antecedents.first().content.title, u"Otite"_qs);
        QCOMPARE(overview->measures.size(), 1);
        QCOMPARE(overview->history.size(), 2);
        QCOMPARE(overview->history.first().content.title, u"Cardiologie"_qs);
    }

    void aCorrectionKeepsWhatWasWritten_data() { m_engines.addRows(); }
    void aCorrectionKeepsWhatWasWritten()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        const auto id = records.add(patient, entry(EntryKind::Consultation, u"Toux"_qs), doctor);
        Entry kept = records.overview(patient)->history.first();
        kept.content.body = u"Crépitants en base droite."_qs;
        QVERIFY_OK(records.revise(kept, locum));
        const auto revisions = records.revisions(*id);
        QCOMPARE(revisions->size(), 1);
        QCOMPARE(revisions->first().authorName, u"Dr Claire Fontanel"_qs);
        QVERIFY(revisions->first().content.body.isEmpty());
        QCOMPARE(records.overview(patient)->history.first().authorName, u"Dr Hugo Lestienne"_qs);
    }

    void twoAuthorsOfOneCorrectionAreNotLost_data() { m_engines.addRows(); }
    void twoAuthorsOfOneCorrectionAreNotLost()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        QVERIFY_OK(records.add(patient, entry(EntryKind::Consultation, u"Toux"_qs), doctor));
        const Entry seen = records.overview(patient)->history.first();
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
        QCOMPARE(records.overview(patient)->allergyState, AllergyState::NotFilledIn);
        QVERIFY_OK(records.sayNoKnownAllergy(patient, doctor));
        QCOMPARE(records.overview(patient)->allergyState, AllergyState::NoneKnown);
        QVERIFY_OK(records.add(patient, entry(EntryKind::Allergy, u"Pénicillines"_qs), doctor));
        QCOMPARE(records.overview(patient)->allergyState, AllergyState::Listed);
        QCOMPARE_SUBJECT(records.sayNoKnownAllergy(patient, doctor), "entry.allergies");
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
        QCOMPARE_SUBJECT(records.add(patient, entry(EntryKind::Problem, u"  "_qs), doctor),
                         "entry.title");
        NewEntry timeless = entry(EntryKind::Problem, u"Asthme"_qs);
        timeless.happened = {};
        QCOMPARE_SUBJECT(records.add(patient, timeless, doctor), "entry.date");
        QCOMPARE_SUBJECT(
            records.add(patient, entry(EntryKind::Problem, QString(1'000'001, u'x')), doctor),
            "entry.long");
        QVERIFY(journal.find({})->isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/entrysearch.h>
#include <ambroise/record/repository.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);

NewEntry entry(EntryKind kind, const QString &title, const QString &body, int year = 2026)
{
    NewEntry one;
    one.kind = kind;
    one.title = title;
    one.body = body;
    one.happened = QDateTime(QDate(year, 5, 19), QTime(10, 0), Qt::UTC);
    return one;
}

} // namespace

#define RECORDS_OF_ROW(engines)                                                                    \
    PRACTICE_OF_ROW(engines, m_schemas);                                                           \
    audit::Journal journal(db, (engines).key(), (engines).clock());                                \
    RecordRepository records(db, journal, (engines).clock());                                      \
    const EntrySearch search(db)

class TestEntrySearch : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};

    static QStringList titles(const Result<QList<FoundEntry>> &found)
    {
        QStringList out;
        for (const FoundEntry &one : *found)
            out << one.entry.content.title;
        return out;
    }

private Q_SLOTS:
    void aWordIsFoundInEveryRecordTheLatestFirst_data() { m_engines.addRows(); }
    void aWordIsFoundInEveryRecordTheLatestFirst()
    {
        RECORDS_OF_ROW(m_engines);
        QVERIFY_OK(records.add(PatientId{7},
                               entry(EntryKind::Consultation, u"Ancienne"_qs,
                                     u"Dyspnée d’effort, œdèmes des chevilles"_qs, 2019),
                               doctor));
        QVERIFY_OK(records.add(
            PatientId{8}, entry(EntryKind::Letter, u"Récente"_qs, u"DYSPNÉE au repos"_qs, 2025),
            doctor));
        QVERIFY_OK(records.add(PatientId{9},
                               entry(EntryKind::Consultation, u"Autre"_qs, u"Rhume"_qs), doctor));
        QCOMPARE(titles(search.find(u"dyspnee")), (QStringList{u"Récente"_qs, u"Ancienne"_qs}));
        QCOMPARE(titles(search.find(u"dysp œdem")), QStringList{u"Ancienne"_qs});
        QCOMPARE(titles(search.find(u"oedeme")), QStringList{u"Ancienne"_qs});
        QCOMPARE(titles(search.find(u"recente")), QStringList{u"Récente"_qs});
        QCOMPARE(titles(search.find(u"dysp", EntryKind::Letter)), QStringList{u"Récente"_qs});
        QCOMPARE(search.find(u"dysp", {}, 1)->size(), 1);
    }

    void oneLetterFindsNothingYet_data() { m_engines.addRows(); }
    void oneLetterFindsNothingYet()
    {
        RECORDS_OF_ROW(m_engines);
        QVERIFY_OK(records.add(PatientId{7},
                               entry(EntryKind::Consultation, u"Toux"_qs, u"à revoir"_qs), doctor));
        QVERIFY(search.find(u"t")->isEmpty());
        QVERIFY(search.find(u" .").ok());
        QCOMPARE(search.find(u"to")->size(), 1);
        QCOMPARE(search.find(u"toux x")->size(), 1); // nor does it narrow
    }

    void aCorrectionIsFoundByWhatItSaysNow_data() { m_engines.addRows(); }
    void aCorrectionIsFoundByWhatItSaysNow()
    {
        RECORDS_OF_ROW(m_engines);
        const auto id = records.add(
            PatientId{7}, entry(EntryKind::Consultation, u"Toux"_qs, u"Bronchite"_qs), doctor);
        QVERIFY_OK(id);
        Entry now = *records.find(*id);
        now.content.body = u"Pneumopathie"_qs;
        now.content.happened = now.content.happened.addYears(-3); // another place in the index
        QVERIFY_OK(records.revise(now, doctor));
        QVERIFY(search.find(u"bronchite")->isEmpty());
        QCOMPARE(search.find(u"pneumopathie")->size(), 1);
        QCOMPARE(search.find(u"toux")->size(), 1);
    }

    void whatNoLongerHoldsAndMeasuresAreNotFound_data() { m_engines.addRows(); }
    void whatNoLongerHoldsAndMeasuresAreNotFound()
    {
        RECORDS_OF_ROW(m_engines);
        const auto id =
            records.add(PatientId{7}, entry(EntryKind::Problem, u"Asthme"_qs, {}), doctor);
        QVERIFY_OK(records.add(PatientId{7}, entry(EntryKind::Measure, u"Poids"_qs, {}), doctor));
        QVERIFY(search.find(u"poids")->isEmpty());
        QCOMPARE(search.find(u"asthme")->size(), 1);
        Entry over = *records.find(*id);
        over.content.active = false;
        QVERIFY_OK(records.revise(over, doctor));
        QVERIFY(search.find(u"asthme")->isEmpty());
    }

    void theWordsOfAScanAreFoundOnceTheyAreRead_data() { m_engines.addRows(); }
    void theWordsOfAScanAreFoundOnceTheyAreRead()
    {
        RECORDS_OF_ROW(m_engines);
        NewEntry scan = entry(EntryKind::Document, u"Courrier numérisé"_qs, {});
        scan.code = u"DOCUMENT:12"_qs;
        QVERIFY_OK(records.add(PatientId{7}, scan, doctor));
        QVERIFY_OK(records.completeText(PatientId{7}, scan.code, u"Coloscopie normale"_qs));
        QCOMPARE(titles(search.find(u"coloscopie")), QStringList{u"Courrier numérisé"_qs});
    }

    void whatAnOlderProgramWroteIsReadAFewAtATimeAndGoesOn_data() { m_engines.addRows(); }
    void whatAnOlderProgramWroteIsReadAFewAtATimeAndGoesOn()
    {
        RECORDS_OF_ROW(m_engines);
        for (int i = 0; i < 1050; ++i)
            QVERIFY_OK(db.run("INSERT INTO entry (patient_id, kind, happened, title, body, code,"
                              " value, unit, active, author_id, author_name, written_at, version)"
                              " VALUES (7, 'consultation', '2020-01-01T10:00:00.000Z', 'Toux', ?,"
                              " '', '', '', 1, 1, '', '2020-01-01T10:00:00.000Z', 1)",
                              {u"note mot%1"_qs.arg(i)}));
        EntryIndex index(db);
        QVERIFY_OK(index.owe());
        int pauses = 0;
        const Status given = index.complete([&](qint64, qint64) { return ++pauses < 2; });
        QCOMPARE_SUBJECT(given, "entry.index");
        QCOMPARE(search.find(u"mot1049")->size(), 1); // the latest first
        QCOMPARE(search.find(u"mot49")->size(), 10);  // 490 to 499
        QVERIFY(*index.left() > 0);
        QVERIFY_OK(index.complete());
        QCOMPARE(*index.left(), 0);
        QCOMPARE(search.find(u"mot49")->size(), 11);
        QCOMPARE(search.find(u"toux", {}, 2000)->size(), 1050);
    }

    void anExcerptStandsAroundTheWord()
    {
        const QString text = QString(u"Ligne sans rien. "_qs).repeated(30) +
                             u"Dyspnée\nd’effort depuis un mois. "_qs +
                             QString(u"Suite. "_qs).repeated(40);
        const QString excerpt = excerptOf(text, {u"DYSPN"_qs});
        QVERIFY(excerpt.contains(u"Dyspnée d’effort"));
        QVERIFY(excerpt.startsWith(u"… "));
        QVERIFY(excerpt.endsWith(u" …"));
        QVERIFY(excerpt.size() <= 164);
        QCOMPARE(excerptOf(u"Court."_qs, {u"ABSENT"_qs}), u"Court."_qs);
        QCOMPARE(excerptOf({}, {u"A"_qs}), QString());
    }

    void theWordsAreMarkedWhereTheyStand()
    {
        const QString text = u"Œdème, oedèmes ; pas d’Œdipe"_qs;
        const auto ranges = wordsIn(text, {u"OEDEM"_qs});
        QCOMPARE(ranges, (QList<TextRange>{{0, 5}, {7, 7}}));
    }
};

QTEST_GUILESS_MAIN(TestEntrySearch)
#include "tst_entrysearch.moc"

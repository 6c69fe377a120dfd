// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/noterepository.h>
#include <ambroise/record/notetemplate.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using enum NoteSection;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Hugo Lestienne"_qs, u"remplacant"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};
const QDateTime morning(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC);

Note saying(const QString &reason)
{
    Note note;
    note.setText(Reason, reason);
    return note;
}

QList<Measure> measures(double weight, std::optional<double> pulse = {})
{
    QList<Measure> list{*Measure::make(MeasureKind::Weight, weight)};
    if (pulse)
        list << *Measure::make(MeasureKind::HeartRate, *pulse);
    return list;
}

NoteTemplate templateOf(qint64 owner, const QString &name, bool shared = false)
{
    return {{}, UserId{owner}, name, u"PA [PA]."_qs, shared, 0};
}

} // namespace

class TestNoteRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};
private Q_SLOTS:
    void aSignedNoteBringsItsMeasures_data() { m_engines.addRows(); }
    void aSignedNoteBringsItsMeasures()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        NoteRepository notes(db, records);
        const auto id = notes.sign(whose, saying(u"Toux"_qs), measures(74.2, 84), morning, doctor);
        QVERIFY_OK(id);
        const auto overview = records.overview(patient::RecordIds(whose));
        QCOMPARE(overview->history.first().id, *id);
        QCOMPARE(overview->measures.size(), 2);
        QCOMPARE(notes.measuresOf(*id)->first().content.value, u"74.2"_qs);
        QCOMPARE_SUBJECT(notes.sign(whose, {}, {}, morning, doctor), "note.empty");
    }

    void aCorrectedNoteCorrectsItsMeasures_data() { m_engines.addRows(); }
    void aCorrectedNoteCorrectsItsMeasures()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        NoteRepository notes(db, records);
        const auto id = notes.sign(whose, saying(u"Toux"_qs),
                                   {*Measure::make(MeasureKind::HeartRate, 84)}, morning, doctor);
        QVERIFY_OK(id);
        const Entry seen = *records.find(*id);
        QVERIFY_OK(notes.correct(seen, saying(u"Toux sèche"_qs), measures(74.2), locum));
        const auto now = records.overview(patient::RecordIds(whose));
        QCOMPARE(now->history.first().content.title, u"Toux sèche"_qs);
        QCOMPARE(now->measures.size(), 1); // the pulse is gone, the weight has come
        QCOMPARE(now->measures.first().content.title, u"Poids"_qs);
        QVERIFY_OK(
            notes.correct(*records.find(*id), saying(u"Toux sèche"_qs), measures(73.2), locum));
        QCOMPARE(notes.measuresOf(*id)->first().content.value, u"73.2"_qs);
        QCOMPARE(records.revisions(*id)->first().content.title, u"Toux"_qs);
    }

    void severalMeasuresOfAKindFollowEachOther_data() { m_engines.addRows(); }
    void severalMeasuresOfAKindFollowEachOther()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        NoteRepository notes(db, records);
        const auto pressure = [](double high, double low, const QString &where = {}) {
            return Measure::make(MeasureKind::BloodPressure, high, low)->in(where);
        };
        const auto id = notes.sign(
            whose, saying(u"Malaise"_qs),
            {pressure(150, 90), pressure(140, 80, u"couché"_qs), pressure(110, 70, u"debout"_qs)},
            morning, doctor);
        QVERIFY_OK(id);
        const QList<Entry> before = *notes.measuresOf(*id);
        QCOMPARE(before.size(), 3);
        QCOMPARE(before.last().content.body, u"debout"_qs);
        // The first is taken back, the last was a slip of the pen, one more was forgotten.
        QVERIFY_OK(notes.correct(*records.find(*id), saying(u"Malaise"_qs),
                                 {pressure(140, 80, u"couché"_qs), pressure(112, 70, u"debout"_qs)},
                                 locum));
        const QList<Entry> after = *notes.measuresOf(*id);
        QCOMPARE(after.size(), 2);
        QCOMPARE(records.find(before.at(1).id)->version, 1); // the same: left alone
        QStringList values;
        for (const Entry &one : after)
            values << one.content.value + u' ' + one.content.body;
        values.sort();
        QCOMPARE(values, (QStringList{u"112/70 debout"_qs, u"140/80 couché"_qs}));
        QCOMPARE(records.overview(patient::RecordIds(whose))->measures.size(), 2);
    }

    void ofTwoCorrectionsAtOnceTheSecondIsTold_data() { m_engines.addRows(); }
    void ofTwoCorrectionsAtOnceTheSecondIsTold()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        RecordRepository records(db, journal, m_engines.clock());
        NoteRepository notes(db, records);
        const auto id = notes.sign(whose, saying(u"Toux"_qs), measures(74.2), morning, doctor);
        const Entry seen = *records.find(*id);
        QVERIFY_OK(notes.correct(seen, saying(u"Toux sèche"_qs), measures(74.2), doctor));
        QCOMPARE_SUBJECT(notes.correct(seen, saying(u"Toux grasse"_qs), {}, locum),
                         "storage.version");
        QCOMPARE(notes.measuresOf(*id)->size(), 1); // nothing of it was done
    }

    void templatesAreTheirOwnersAndSharedOnes_data() { m_engines.addRows(); }
    void templatesAreTheirOwnersAndSharedOnes()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        NoteTemplates templates(db);
        QVERIFY_OK(templates.save(templateOf(1, u"HTA"_qs)));
        QVERIFY_OK(templates.save(templateOf(1, u"dos"_qs)));
        QVERIFY_OK(templates.save(templateOf(2, u"hta"_qs, true)));
        QVERIFY_OK(templates.save(templateOf(2, u"nez"_qs, true)));
        QVERIFY_OK(templates.save(templateOf(2, u"prive"_qs)));
        const auto mine = templates.of(UserId{1});
        QVERIFY_OK(mine);
        QStringList names;
        for (const NoteTemplate &one : *mine)
            names << one.name + QString::number(one.owner.value);
        QCOMPARE(names, (QStringList{u"dos1"_qs, u"hta1"_qs, u"nez2"_qs}));
    }

    void aTemplateIsChangedAndRemoved_data() { m_engines.addRows(); }
    void aTemplateIsChangedAndRemoved()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        NoteTemplates templates(db);
        QVERIFY_OK(templates.save(templateOf(1, u"hta"_qs)));
        NoteTemplate one = templates.of(UserId{1})->first();
        one.text = u"[A]\nHTA contrôlée."_qs;
        QVERIFY_OK(templates.save(one));
        QCOMPARE(templates.of(UserId{1})->first().text, one.text);
        QCOMPARE_SUBJECT(templates.save(one), "storage.version"); // read before the change
        QVERIFY_OK(templates.remove(one.id));
        QVERIFY(templates.of(UserId{1})->isEmpty());
    }

    void aTemplateHasOneWordAndSomethingToSay_data() { m_engines.addRows(); }
    void aTemplateHasOneWordAndSomethingToSay()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        NoteTemplates templates(db);
        QCOMPARE_SUBJECT(templates.save(templateOf(1, u"deux mots"_qs)), "template.name");
        QCOMPARE_SUBJECT(templates.save({{}, UserId{1}, u"vide"_qs, u" "_qs, false, 0}),
                         "template.empty");
        QVERIFY_OK(templates.save(templateOf(1, u"hta"_qs)));
        QCOMPARE_SUBJECT(templates.save(templateOf(1, u"hta"_qs)), "template.known");
    }
};
QTEST_GUILESS_MAIN(TestNoteRepository)
#include "tst_noterepository.moc"

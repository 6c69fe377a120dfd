// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/personalnotes.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using namespace std::chrono_literals;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Hugo Lestienne"_qs, u"remplacant"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};

} // namespace

#define NOTES_OF_ROW(engines)                                                                      \
    PRACTICE_OF_ROW(engines, m_schemas);                                                           \
    audit::Journal journal(db, (engines).key(), (engines).clock());                                \
    PersonalNotes notes(db, journal, (engines).clock())

class TestPersonalNotes : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};

private Q_SLOTS:
    void eachReadsOnlyTheirOwn_data() { m_engines.addRows(); }
    void eachReadsOnlyTheirOwn()
    {
        NOTES_OF_ROW(m_engines);
        QVERIFY_OK(notes.save({whose, u"aime qu’on prenne le temps"_qs}, doctor));
        QVERIFY_OK(notes.save({whose, u"vu en remplacement"_qs}, locum));
        QCOMPARE(notes.of(patient::RecordIds(whose), doctor.user())->first().body,
                 u"aime qu’on prenne le temps"_qs);
        QCOMPARE(notes.of(patient::RecordIds(whose), locum.user())->first().body,
                 u"vu en remplacement"_qs);
        const auto nobodys = notes.of(patient::RecordIds(whose), UserId{3});
        QVERIFY(nobodys->first().body.isEmpty());
        QCOMPARE(nobodys->first().version, 0);
    }

    void twoPostsDoNotOverwriteEachOther_data() { m_engines.addRows(); }
    void twoPostsDoNotOverwriteEachOther()
    {
        NOTES_OF_ROW(m_engines);
        const auto first = notes.save({whose, u"un"_qs}, doctor);
        QVERIFY_OK(first);
        PersonalNote mine = *first;
        mine.body = u"deux"_qs;
        QVERIFY_OK(notes.save(mine, doctor));
        QCOMPARE_SUBJECT(notes.save(mine, doctor), "storage.version");
        QCOMPARE_SUBJECT(notes.save({whose, u"comme si rien n’était"_qs}, doctor),
                         "storage.version");
        QCOMPARE(notes.of(patient::RecordIds(whose), doctor.user())->first().body, u"deux"_qs);
    }

    void aSittingIsOneEventOfTheJournalWithoutAWordOfIt_data() { m_engines.addRows(); }
    void aSittingIsOneEventOfTheJournalWithoutAWordOfIt()
    {
        NOTES_OF_ROW(m_engines);
        auto note = notes.save({whose, u"secret"_qs}, doctor);
        for (int i = 0; i < 3; ++i) {
            m_engines.clock().advance(1min);
            note = notes.save({whose, u"secret %1"_qs.arg(i), note->version}, doctor);
            QVERIFY_OK(note);
        }
        QCOMPARE(journal.find({.patient = whose})->size(), 1);
        m_engines.clock().advance(20min);
        QVERIFY_OK(notes.save({whose, u"plus tard"_qs, note->version}, doctor));
        const auto events = journal.find({.patient = whose});
        QCOMPARE(events->size(), 2);
        QVERIFY(!events->first().deed.detail.contains(u"tard"));
    }

    void thoseOfAMergedRecordAreReadWithTheRecordsOwn_data() { m_engines.addRows(); }
    void thoseOfAMergedRecordAreReadWithTheRecordsOwn()
    {
        NOTES_OF_ROW(m_engines);
        const PatientId other{8};
        QVERIFY_OK(notes.save({other, u"de l’autre"_qs}, doctor));
        const auto both = notes.of(patient::RecordIds(whose, {other}), doctor.user());
        QVERIFY_OK(both);
        QCOMPARE(both->size(), 2);
        QCOMPARE(both->first().patient, whose);
        QCOMPARE(both->last().body, u"de l’autre"_qs);
    }

    void aTextWithoutEndIsRefused_data() { m_engines.addRows(); }
    void aTextWithoutEndIsRefused()
    {
        NOTES_OF_ROW(m_engines);
        QCOMPARE_SUBJECT(notes.save({whose, QString(PersonalNotes::longest + 1, u'a')}, doctor),
                         "personal_note.long");
    }
};

QTEST_GUILESS_MAIN(TestPersonalNotes)
#include "tst_personalnotes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterpaper.h"

#include <ambroise/audit/schema.h>
#include <ambroise/documents/letterrepository.h>
#include <ambroise/documents/lettertemplates.h>
#include <ambroise/documents/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QGuiApplication>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const patient::RecordIds whose(PatientId{7});

LetterTemplate named(const QString &name, LetterKind kind = LetterKind::Letter)
{
    return *LetterTemplate::make({name, kind, u"Objet"_qs, u"Bonjour {patient}."_qs, {}});
}

} // namespace

class TestLetterRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    QTemporaryDir m_folder;
    const QList<storage::Schema> m_schemas = {audit::schema(), documents::schema()};

private Q_SLOTS:
    void theStartersAreThereFromTheBeginning_data() { m_engines.addRows(); }
    void theStartersAreThereFromTheBeginning()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        LetterTemplates templates(db, journal, m_engines.clock());
        const auto all = templates.all();
        QVERIFY_OK(all);
        QCOMPARE(all->size(), 30);
        QVERIFY(!all->first().isOwn() && !all->first().changed && !all->first().hidden);
    }

    void aStarterIsChangedHiddenAndRestored_data() { m_engines.addRows(); }
    void aStarterIsChangedHiddenAndRestored()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        LetterTemplates templates(db, journal, m_engines.clock());
        const QString key = u"presence"_qs;
        const KeptTemplate shipped = *templates.find(key);
        QVERIFY_OK(
            templates.change(shipped, named(u"Présence"_qs, LetterKind::Certificate), doctor));
        const KeptTemplate changed = *templates.find(key);
        QVERIFY(changed.changed);
        QCOMPARE(changed.text.name(), u"Présence"_qs);
        QCOMPARE(changed.text.source(), shipped.text.source());
        QCOMPARE_SUBJECT(templates.setHidden(shipped, true, doctor), "storage.version");
        QVERIFY_OK(templates.setHidden(changed, true, doctor));
        QVERIFY(templates.find(key)->hidden);
        QVERIFY_OK(templates.restore(*templates.find(key), doctor));
        QVERIFY_OK(templates.setHidden(*templates.find(key), false, doctor));
        const KeptTemplate now = *templates.find(key);
        QVERIFY(!now.changed && !now.hidden && now.text == shipped.text);
        QCOMPARE(templates.all()->size(), 30);
        QCOMPARE(journal.find({})->size(), 4);
        QCOMPARE(journal.find({})->first().deed.detail, u"letter_template presence"_qs);
    }

    void aTemplateOfThePracticeIsKeptUnderItsOwnName_data() { m_engines.addRows(); }
    void aTemplateOfThePracticeIsKeptUnderItsOwnName()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        LetterTemplates templates(db, journal, m_engines.clock());
        const auto key = templates.add(named(u"Ma lettre"_qs), doctor);
        QVERIFY_OK(key);
        QVERIFY(templates.find(*key)->isOwn());
        QCOMPARE_SUBJECT(templates.add(named(u"MA LETTRE"_qs), doctor), "letter_template.known");
        QCOMPARE_SUBJECT(templates.add(named(u"avis specialise"_qs), doctor),
                         "letter_template.known");
        QVERIFY_OK(templates.change(*templates.find(*key), named(u"Autre"_qs), doctor));
        QCOMPARE(templates.all()->last().text.name(), u"Autre"_qs);
        QCOMPARE_SUBJECT(templates.restore(*templates.find(*key), doctor),
                         "letter_template.unknown");
        QCOMPARE_SUBJECT(templates.find(u"own:99"_qs), "letter_template.unknown");
    }

    void whatIsUsedMostIsTheUsualOne_data() { m_engines.addRows(); }
    void whatIsUsedMostIsTheUsualOne()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        LetterTemplates templates(db, journal, m_engines.clock());
        const UserId me{1};
        QVERIFY(!templates.usual(me, LetterKind::Letter)->has_value());
        QVERIFY_OK(templates.noteUse(me, u"urgences"_qs));
        QVERIFY_OK(templates.noteUse(me, u"urgences"_qs));
        QVERIFY_OK(templates.noteUse(me, u"avis-specialiste"_qs));
        QVERIFY_OK(templates.noteUse(me, u"presence"_qs));
        QVERIFY_OK(templates.noteUse(UserId{2}, u"ald"_qs));
        QCOMPARE((*templates.usual(me, LetterKind::Letter))->key, u"urgences"_qs);
        QCOMPARE((*templates.usual(me, LetterKind::Certificate))->key, u"presence"_qs);
        QVERIFY_OK(templates.setHidden(*templates.find(u"urgences"_qs), true, doctor));
        QCOMPARE((*templates.usual(me, LetterKind::Letter))->key, u"avis-specialiste"_qs);
    }

    void aSignedLetterIsADocumentAndCanBeTakenUpAgain_data() { m_engines.addRows(); }
    void aSignedLetterIsADocumentAndCanBeTakenUpAgain()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const auto vault = storage::Vault::inFolder(m_folder.path(), m_engines.key());
        DocumentRepository documents(db, *vault, journal, m_engines.clock());
        LetterRepository letters(db, documents, m_engines.clock());
        const LetterDraft draft = test::letterDraft(u"Bonjour."_qs);
        const auto letter = Letter::make(draft, u"Saint-Ambroise"_qs, QDate(2026, 11, 24));
        const auto printed =
            printLetter(*letter, test::letterHead(), paperPatientOf(test::letterPatient(false)));
        QVERIFY_OK(printed);
        const auto id = letters.keep(whose, draft, printed->pdf, u"avis.pdf"_qs, doctor);
        QVERIFY_OK(id);
        QVERIFY(documents.find(*id)->hasText);
        QCOMPARE(documents.content(*documents.find(*id))->bytes(), printed->pdf);
        const auto kept = letters.of(whose);
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().content, draft);
        QCOMPARE(kept->first().document, *id);
        QCOMPARE(kept->first().authorName, u"Dr Claire Fontanel"_qs);
        QVERIFY(letters.of(patient::RecordIds(PatientId{8}))->isEmpty());
    }
};
QTEST_MAIN(TestLetterRepository)
#include "tst_letterrepository.moc"

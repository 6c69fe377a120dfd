// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/documents/documentrepository.h>
#include <ambroise/documents/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QTemporaryDir>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const patient::RecordIds whose(PatientId{7});

FileContent letter(const QString &text)
{
    return *FileContent::inspect(text.toUtf8());
}

} // namespace

class TestDocumentRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    QTemporaryDir m_folder;
    const QList<storage::Schema> m_schemas = {audit::schema(), documents::schema()};

    std::unique_ptr<storage::Vault> vault()
    {
        return storage::Vault::inFolder(m_folder.path(), m_engines.key());
    }

private Q_SLOTS:
    void aFiledDocumentIsReadBackAsItCame_data() { m_engines.addRows(); }
    void aFiledDocumentIsReadBackAsItCame()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const auto kept = vault();
        DocumentRepository documents(db, *kept, journal, m_engines.clock());
        const auto id = documents.file(whose, letter(u"ETT normale"_qs), u"ett.txt"_qs, doctor);
        QVERIFY_OK(id);
        QCOMPARE(documents.open(*id, doctor)->bytes(), QByteArray("ETT normale"));
        QCOMPARE(documents.of(whose)->first().name, u"ett.txt"_qs);
        QCOMPARE(journal.find({})->size(), 2); // filed, read
        QCOMPARE(documents.contents()->size(), 1);
    }

    void theSameFileIsNotFiledTwiceInOneRecord_data() { m_engines.addRows(); }
    void theSameFileIsNotFiledTwiceInOneRecord()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const auto kept = vault();
        DocumentRepository documents(db, *kept, journal, m_engines.clock());
        QVERIFY_OK(documents.file(whose, letter(u"a"_qs), u"a.txt"_qs, doctor));
        QCOMPARE_SUBJECT(documents.file(whose, letter(u"a"_qs), u"autre.txt"_qs, doctor),
                         "document.known");
        QVERIFY_OK(
            documents.file(patient::RecordIds(PatientId{8}), letter(u"a"_qs), u"a.txt"_qs, doctor));
        QCOMPARE(documents.of(whose)->size(), 1);
    }

    void whatIsNotReadYetIsListedUntilItIs_data() { m_engines.addRows(); }
    void whatIsNotReadYetIsListedUntilItIs()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const auto kept = vault();
        DocumentRepository documents(db, *kept, journal, m_engines.clock());
        const auto id = documents.file(whose, letter(u"a"_qs), u"a.txt"_qs, doctor);
        QCOMPARE(documents.withoutText(10)->first().id, *id);
        QVERIFY_OK(documents.setHasText(*id));
        QVERIFY(documents.withoutText(10)->isEmpty());
        QVERIFY(documents.find(*id)->hasText);
        QCOMPARE_SUBJECT(documents.find(DocumentId{99}), "document.unknown");
    }

    void theCodeOfAnEntryNamesItsDocument()
    {
        QCOMPARE(documentOf(entryCode(DocumentId{12})), std::optional(DocumentId{12}));
        for (const QString &code : {u"document:"_qs, u"document:x"_qs, u"CIM-10:E11"_qs, QString()})
            QCOMPARE(documentOf(code), std::nullopt);
    }
};
QTEST_GUILESS_MAIN(TestDocumentRepository)
#include "tst_documentrepository.moc"

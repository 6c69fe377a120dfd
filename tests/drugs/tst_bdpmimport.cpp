// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfixture.h"
#include "realdata.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

qint64 countOf(storage::Connection &db, const QByteArray &what)
{
    qint64 count = -1;
    (void)db.run("SELECT count(*) FROM " + what, {},
                 [&](const storage::Row &row) { count = row.integer(0); });
    return count;
}

Cis cisOf(const QString &text)
{
    return *Cis::parse(text);
}

} // namespace

class TestBdpmImport : public QObject {
    Q_OBJECT
    Engines m_engines;
private Q_SLOTS:
    void theWholePublicBaseIsImported_data() { m_engines.addRows(); }
    void theWholePublicBaseIsImported()
    {
        NEEDS_BDPM(folder);
        PRACTICE_OF_ROW(m_engines, {schema()});
        const auto report = importBdpm(db, folder.path(), m_engines.clock());
        QVERIFY_OK(report);
        const QHash<QString, qint64> expected = {
            {drugsFile, 15848},      {presentationsFile, 20903}, {componentsFile, 32389},
            {groupsFile, 10704},     {conditionsFile, 28151},    {classesFile, 7711},
            {availabilityFile, 766}, {linksFile, 10342},         {smrFile, 13778},
            {asmrFile, 8908}};
        for (const FileReport &file : report->files)
            QCOMPARE(file.rows, expected.value(file.file));
        QCOMPARE(report->files.size(), expected.size());
        QCOMPARE(report->rejected.size(), 0);
        const QStringList absent{hybridGroupsFile, hybridsFile, u"CIS_InfoImportantes.txt"_qs};
        QCOMPARE(report->absent, absent);
        // Three boxes of ADAFLEX with shifted prices, one declared in 2924.
        QCOMPARE(report->doubtful.size(), 4);
        QCOMPARE(report->version, QDate(2026, 5, 19));

        QCOMPARE(countOf(db, "drug"), 15848);
        QCOMPARE(countOf(db, "drug WHERE marketing = 'Commercialisée'"), 13592);
        QCOMPARE(countOf(db, "drug WHERE standing = 2"), 1319);
        QCOMPARE(countOf(db, "drug_presentation WHERE public_price IS NULL"), 7357 + 3);
        QCOMPARE(countOf(db, "drug_component WHERE dosage = ''"), 2810);
        QCOMPARE(countOf(db, "generic_group"), 1659);
        QCOMPARE(countOf(db, "drug_condition WHERE wording = 'liste I'"), 10864);
        QCOMPARE(countOf(db, "drug_condition WHERE wording = 'stupéfiants'"), 306);
        QCOMPARE(countOf(db, "drug_opinion"), 13778 + 8908);
        const auto kept = referentials(db);
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().kind, u"bdpm"_qs);
        QCOMPARE(kept->first().version, QDate(2026, 5, 19));
        QCOMPARE(kept->first().rows, report->rows());
        QCOMPARE(kept->first().importedAt, m_engines.clock().now());

        const auto dear = DrugRepository(db).byCip13(*Cip13::parse(u"3400926784102"));
        QVERIFY_OK(dear);
        QCOMPARE(dear->label, u"ELIQUIS 5 mg, comprimé pelliculé"_qs);
        QCOMPARE(dear->inn, QStringList{u"APIXABAN"_qs});
    }

    void theRealBaseAnswersWhatItIsKnownToHold()
    {
        NEEDS_BDPM(folder);
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        QVERIFY_OK(importBdpm(**db, folder.path(), m_engines.clock()));
        const DrugRepository repository(**db);

        const auto levothyrox = repository.detail(cisOf(u"62080626"_qs));
        QVERIFY_OK(levothyrox);
        const GroupDetail &group = levothyrox->groups.value.first();
        QCOMPARE(group.group.id, 794);
        QCOMPARE(group.group.role, GroupRole::Princeps);
        QCOMPARE(group.members.size(), 4);
        QCOMPARE(levothyrox->drug.value.inn.size(), 1);
        QVERIFY(levothyrox->drug.value.inn.first().startsWith(u"LÉVOTHYROXINE"));

        const auto amoxicillin = repository.detail(cisOf(u"69118175"_qs));
        QVERIFY_OK(amoxicillin);
        QCOMPARE(amoxicillin->groups.value.first().members.size(), 28);
        QCOMPARE(amoxicillin->groups.value.first().members.first().cis.toString(), u"67707794"_qs);

        const auto previscan = repository.detail(cisOf(u"68133651"_qs));
        QVERIFY_OK(previscan);
        const Presentation &box = previscan->presentations.value.first();
        QCOMPARE(box.cip13.toString(), u"3400933484132"_qs);
        QCOMPARE(box.publicPrice->toString(), u"3.17"_qs);
        QCOMPARE(box.price->toString(), u"2.15"_qs);
        QCOMPARE(box.rates, QList<int>{30});

        const auto durogesic = repository.detail(cisOf(u"60914025"_qs));
        QVERIFY_OK(durogesic);
        QCOMPARE(listingOf(durogesic->conditions.value), Listing::Narcotic);
        QVERIFY(durogesic->conditions.value.contains(
            Condition{u"délivrance fractionnée de 14 jours"_qs}));
        QCOMPARE(durogesic->conditions.source,
                 (Source{u"BDPM"_qs, u"CIS_CPD_bdpm.txt"_qs, QDate(2026, 5, 19)}));
        QCOMPARE(durogesic->smr.source.date, QDate(2023, 9, 6)); // the older copy says its own day
    }

    void aFolderIsAlsoNamedByOneOfItsFilesAndFilesByTheirDate()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        const QDir folder(fixture.write());
        QVERIFY(QFile::rename(folder.filePath(drugsFile),
                              folder.filePath(u"cis_bdpm_20260526.TXT"_qs)));
        BdpmFixture::writeFile(folder.filePath(u"CIS_bdpm_20250101.txt"_qs), "old");
        BdpmFixture::writeFile(folder.filePath(u"lisezmoi.txt"_qs), "other");
        const auto report = importBdpm(**db, folder.filePath(componentsFile), m_engines.clock());
        QVERIFY_OK(report);
        QCOMPARE(report->files.first().file, u"cis_bdpm_20260526.TXT"_qs);
        QCOMPARE(report->version, QDate(2026, 5, 18));
    }

    void aFileThatIsAbsentLeavesWhatItGaveBefore_data() { m_engines.addRows(); }
    void aFileThatIsAbsentLeavesWhatItGaveBefore()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        fixture.addRow(smrFile, {u"61000000"_qs, u"CT-1"_qs, u"Inscription (CT)"_qs, u"20230906"_qs,
                                 u"Important"_qs, u"Le service rendu est important."_qs});
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        fixture.drop(conditionsFile);
        fixture.drop(classesFile);
        fixture.drop(smrFile);
        const auto report = importBdpm(db, fixture.write(), m_engines.clock());
        QVERIFY_OK(report);
        QVERIFY(report->absent.contains(conditionsFile));
        const DrugRepository repository(db);
        const auto detail = repository.detail(cisOf(u"61000000"_qs));
        QVERIFY_OK(detail);
        QCOMPARE(listingOf(detail->conditions.value), Listing::ListII);
        QCOMPARE(detail->smr.value.size(), 1);
        QCOMPARE(detail->smr.source.date, QDate(2023, 9, 6));
        QCOMPARE(repository.search(u"n02be", 3)->size(), 3);
    }

    void theRegisterOfHybridsIsReadBesideTheBase_data() { m_engines.addRows(); }
    void theRegisterOfHybridsIsReadBesideTheBase()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture base;
        base.addDrug(u"60363967"_qs, u"SOUFFLAIR 18 microgrammes, poudre"_qs, u"SOUFFLIUM"_qs);
        base.addDrug(u"61893609"_qs, u"SOUFFLIUM AUTRE 18 microgrammes, poudre"_qs,
                     u"SOUFFLIUM"_qs);
        // As the ANSM writes them: a tab within a label, blanks at the end of a line.
        base.addLine(hybridGroupsFile, u"638\t22\tVoie inhalée\tSOUFFLIUM - \tSOUFFLAIR"_qs);
        base.addLine(hybridsFile, u"22\t61893609\tH\tSOUFFLIUM AUTRE, poudre\t           "_qs);
        base.addLine(hybridsFile, u"22\t60363967\tR\tSOUFFLAIR, poudre\t           "_qs);
        base.addLine(hybridsFile, u"22\t69999999\tH\tSOUFFLIUM PARTI, poudre\t           "_qs);
        QVERIFY_OK(importBdpm(db, base.write(), m_engines.clock()));
        const auto detail = DrugRepository(db).detail(*Cis::parse(u"61893609"_qs));
        QVERIFY_OK(detail);
        QCOMPARE(detail->hybrids.source.file, hybridsFile);
        QCOMPARE(detail->hybrids.value.size(), 1);
        const HybridGroup &group = detail->hybrids.value.first();
        QCOMPARE(group.id, 22);
        QCOMPARE(group.route, u"Voie inhalée"_qs);
        QCOMPARE(group.label, u"SOUFFLIUM - SOUFFLAIR"_qs);
        QCOMPARE(group.members.size(), 3);
        QVERIFY(group.members.first().reference && group.members.first().marketed);
        QCOMPARE(group.members.first().label, u"SOUFFLAIR 18 microgrammes, poudre"_qs);
        QCOMPARE(group.members.last().label, u"SOUFFLIUM PARTI, poudre"_qs); // not in the base
        QVERIFY(!group.members.last().marketed);
        QVERIFY(DrugRepository(db).detail(*Cis::parse(u"61000000"_qs))->hybrids.value.isEmpty());
    }

    void theRegisterOfGenericsIsNotTakenForThatOfHybrids()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture base;
        base.addLine(hybridsFile, u"1370\t61876780\tG\tABACAVIR ARROW 300 mg, comprimé"_qs);
        const auto report = importBdpm(**db, base.write(), m_engines.clock());
        QCOMPARE_SUBJECT(report, "bdpm.columns");
        QCOMPARE(countOf(**db, "drug"), 0); // nothing was half done
    }

    void importingAgainReplacesAndDoublesNothing_data() { m_engines.addRows(); }
    void importingAgainReplacesAndDoublesNothing()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        const qint64 terms = countOf(db, "drug_term");
        fixture.lines(drugsFile).replaceInStrings(u"REMPLISSAGE 7 mg"_qs, u"RENOUVELÉ 7 mg"_qs);
        QVERIFY_OK(importBdpm(db, fixture.write(), m_engines.clock()));
        QCOMPARE(countOf(db, "drug_term"), terms);
        QCOMPARE(countOf(db, "drug"), BdpmFixture::fillers);
        QCOMPARE(countOf(db, "generic_member"), BdpmFixture::fillers);
        const DrugRepository repository(db);
        QCOMPARE(repository.search(u"renouvele", 5)->size(), 1);
        QCOMPARE(referentials(db)->size(), 1);
    }

    void theHashIsThatOfTheListOfSums()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        const QString folder = fixture.write();
        QVERIFY_OK(importBdpm(**db, folder, m_engines.clock()));
        QProcess sums;
        sums.start(u"sh"_qs, {u"-c"_qs, u"cd \"$0\" && sha256sum *.txt | sha256sum"_qs, folder});
        QVERIFY(sums.waitForFinished());
        QCOMPARE(referentials(**db)->first().sha256,
                 QString::fromLatin1(sums.readAllStandardOutput().left(64)));
    }
};
QTEST_GUILESS_MAIN(TestBdpmImport)
#include "tst_bdpmimport.moc"

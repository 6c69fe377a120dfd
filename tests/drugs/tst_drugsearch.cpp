// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

QString labelsOf(const QList<Drug> &drugs)
{
    QStringList labels;
    for (const Drug &drug : drugs)
        labels << drug.label;
    return labels.join(u" | "_qs);
}

//! Replaces one column of the last row.
void setLast(BdpmFixture &fixture, const QString &file, int column, const QString &value)
{
    QString &line = fixture.lines(file).last();
    QStringList columns = line.split(u'\t');
    columns[column] = value;
    line = columns.join(u'\t');
}

void addPharmacy(BdpmFixture &fixture)
{
    fixture.addDrug(u"60000001"_qs, u"ANTALGINE 1000 mg, comprimé"_qs, u"PARACÉTOL"_qs,
                    u"1000 mg"_qs);
    fixture.addDrug(u"60000002"_qs, u"ANTALGINE 100 mg, poudre"_qs, u"PARACÉTOL"_qs, u"100 mg"_qs);
    fixture.addDrug(u"60000003"_qs, u"ANTALGINE 500 mg, comprimé"_qs, u"PARACÉTOL"_qs,
                    u"500 mg"_qs);
    fixture.addDrug(u"60000004"_qs, u"PARACETOL ŒUVRE 500 mg, gélule"_qs, u"PARACÉTOL"_qs,
                    u"500 mg"_qs);
    setLast(fixture, drugsFile, 10, u" ŒUVRE-NOËL SANTÉ"_qs);
    fixture.addDrug(u"60000005"_qs, u"PARACETOL ANCIEN 500 mg, gélule"_qs, u"PARACÉTOL"_qs);
    setLast(fixture, drugsFile, 6, u"Non commercialisée"_qs);
    fixture.addDrug(u"60000006"_qs,
                    u"ARNICA BOIRON, degré de dilution compris entre 2CH et 30CH"_qs,
                    u"PARACÉTOL POUR PRÉPARATIONS HOMÉOPATHIQUES"_qs, u"2CH à 30CH"_qs);
    setLast(fixture, drugsFile, 5, u"Enreg homéo (Proc. Nat.)"_qs);
    fixture.addDrug(u"60000007"_qs, u"PARACETOLINE 2 g/125 mg, sachet"_qs, u"AUTRE CHOSE"_qs,
                    u"2 g"_qs);
    fixture.addDrug(u"60000008"_qs, u"VITAMINOL 5 000 UI, capsule"_qs, u"VITAMINOL"_qs,
                    u"5 000 UI"_qs);
    fixture.addDrug(u"60000009"_qs, u"THYROL 75 microgrammes, comprimé sécable"_qs, u"THYROL"_qs,
                    u"75 microgrammes"_qs);
    fixture.addDrug(u"60000010"_qs, u"ANXIOL 0,25 mg, comprimé"_qs, u"ANXIOL"_qs, u"0,25 mg"_qs);
    fixture.addRow(classesFile, {u"60000010"_qs,
                                 u"N05BA12"_qs,
                                 {},
                                 u"https://example.invalid/extrait.php?specid=60000010"_qs});
}

} // namespace

class TestDrugSearch : public QObject {
    Q_OBJECT
    Engines m_engines;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_db;
private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_engines.practice(storage::Engine::Embedded, {schema()});
        auto connected = m_database->connect();
        QVERIFY_OK(connected);
        m_db = std::move(*connected);
        BdpmFixture fixture;
        addPharmacy(fixture);
        QVERIFY_OK(importBdpm(*m_db, fixture.write(), m_engines.clock()));
    }
    void cleanupTestCase() { m_db.reset(); }

    void theBestComeFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        const QString small = u"ANTALGINE 100 mg, poudre"_qs;
        const QString middle = u"ANTALGINE 500 mg, comprimé"_qs;
        const QString large = u"ANTALGINE 1000 mg, comprimé"_qs;
        const QString generic = u"PARACETOL ŒUVRE 500 mg, gélule"_qs;
        const QString old = u"PARACETOL ANCIEN 500 mg, gélule"_qs;
        const QString sachet = u"PARACETOLINE 2 g/125 mg, sachet"_qs;
        const QString arnica = u"ARNICA BOIRON, degré de dilution compris entre 2CH et 30CH"_qs;
        const QString vitamin = u"VITAMINOL 5 000 UI, capsule"_qs;
        const QString thyroid = u"THYROL 75 microgrammes, comprimé sécable"_qs;
        const QString anxious = u"ANXIOL 0,25 mg, comprimé"_qs;
        const auto row = [](const char *name, const QString &typed, const QStringList &found) {
            QTest::newRow(name) << typed << found.join(u" | "_qs);
        };
        row("by strength, as numbers", u"antalg"_qs, {small, middle, large});
        row("a whole number before a beginning", u"antalgine 100"_qs, {small, large});
        row("words in any order", u"1000 antalg"_qs, {large});
        row("the label, then the beginning, then the substance; no longer marketed last",
            u"paracetol"_qs, {generic, sachet, small, middle, large, old});
        row("accents, case and ligatures", u"  PARACÉTOL oeuvre "_qs, {generic});
        row("strength and unit", u"paracetol 500 mg"_qs, {generic, middle, old});
        row("stuck to its unit", u"antalgine 500mg"_qs, {middle});
        row("grams for milligrams", u"antalgine 1 g"_qs, {large});
        row("milligrams for grams", u"paracetoline 2000 mg"_qs, {sachet});
        row("thousands together", u"vitaminol 5000"_qs, {vitamin});
        row("thousands apart", u"vitaminol 5 000 ui"_qs, {vitamin});
        row("microgrammes in short", u"thyrol 75 µg"_qs, {thyroid});
        row("decimal comma", u"anxiol 0,25"_qs, {anxious});
        row("decimal point", u"anxiol 0.25"_qs, {anxious});
        row("fraction as microgrammes", u"anxiol 250 microgrammes"_qs, {anxious});
        row("ATC", u"n05ba"_qs, {anxious});
        row("CIS", u"60000009"_qs, {thyroid});
        row("CIP13 as read aloud", cip13Of(3000400).insert(5, u' ').insert(9, u' '), {large});
        row("CIP7", u"3000401"_qs, {small});
        row("laboratory", u"noel sante"_qs, {generic});
        row("form", u"antalgine comp"_qs, {middle, large});
        row("homeopathic by its name", u"arnica 30ch"_qs, {arnica});
        row("nothing", u"  "_qs, {});
        row("signs alone", u"%;'\"\\"_qs, {});
        row("unknown", u"antalgine zzz"_qs, {});
    }
    void theBestComeFirst()
    {
        QFETCH(QString, typed);
        const auto found = DrugRepository(*m_db).search(typed, 20);
        QVERIFY_OK(found);
        QTEST(labelsOf(*found), "found");
    }

    void noMoreThanAskedFor()
    {
        QCOMPARE(DrugRepository(*m_db).search(u"remplissage", 7)->size(), 7);
        QCOMPARE(DrugRepository(*m_db).search(u"remplissage", 0)->size(), 0);
        QCOMPARE(DrugRepository(*m_db).search(u"remplissage", 300)->size(), 300);
    }

    void aHugeSearchIsAnswered()
    {
        QVERIFY_OK(DrugRepository(*m_db).search(QString(100'000, u'a'), 5));
        QVERIFY_OK(DrugRepository(*m_db).search(u"1 "_qs.repeated(5'000), 5));
    }

    void aFoundDrugSaysWhatAListShows()
    {
        const auto found = DrugRepository(*m_db).search(u"antalgine 500", 1);
        QVERIFY_OK(found);
        const Drug &drug = found->first();
        QCOMPARE(drug.cis.toString(), u"60000003"_qs);
        QCOMPARE(drug.inn, QStringList{u"PARACÉTOL"_qs});
        QCOMPARE(drug.form, u"comprimé"_qs);
        QCOMPARE(drug.routes, QStringList{u"orale"_qs});
        QVERIFY(drug.marketed);
        QVERIFY(!drug.homeopathic);
        QCOMPARE(drug.presentations.size(), 1);
        QCOMPARE(drug.presentations.first().publicPrice->toString(), u"2.18"_qs);
        QCOMPARE(drug.presentations.first().rates, QList<int>{65});
        QVERIFY(drug.presentations.first().marketed);
    }

    void bothEnginesFindTheSame()
    {
        const auto server = m_engines.practice(storage::Engine::Server, {schema()});
        if (!server)
            QSKIP("PostgreSQL is not installed here");
        const auto db = server->connect();
        QVERIFY_OK(db);
        BdpmFixture fixture;
        addPharmacy(fixture);
        QVERIFY_OK(importBdpm(**db, fixture.write(), m_engines.clock()));
        for (const QString &typed : {u"paracetol"_qs, u"remplissage 1"_qs, u"comprime 2"_qs,
                                     u"laboratoire"_qs, u"n02"_qs, u"antalgine 1 g"_qs})
            QCOMPARE(labelsOf(*DrugRepository(**db).search(typed, 50)),
                     labelsOf(*DrugRepository(*m_db).search(typed, 50)));
    }

    void whatTheBaseDoesNotHaveIsNotFound()
    {
        const DrugRepository repository(*m_db);
        QCOMPARE_SUBJECT(repository.byCis(*Cis::parse(u"69999999")), "drug.unknown");
        QCOMPARE_SUBJECT(repository.detail(*Cis::parse(u"69999999")), "drug.unknown");
        QCOMPARE_SUBJECT(repository.byCip13(*Cip13::parse(cip13Of(3999999))), "drug.unknown");
        QVERIFY(repository.inGroup(9999)->isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestDrugSearch)
#include "tst_drugsearch.moc"

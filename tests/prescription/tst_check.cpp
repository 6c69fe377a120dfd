// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/bdpmfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/check.h>

#include <support/engines.h>
#include <support/result.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::test;

namespace {

// Of the built-in formulary.
const QString kardegic = u"64755969"_qs;
const QString eliquis = u"61902218"_qs;
const QString amlor = u"63458349"_qs;
const QString amlodipine = u"65728601"_qs;
const QString methotrexate = u"60390455"_qs;
const QString betamethasoneCream = u"63566111"_qs;
const QString celestene = u"62243639"_qs;

QJsonObject row(const QString &a, const QString &b, const QStringList &levels)
{
    return {{u"a"_qs, a},
            {u"b"_qs, b},
            {u"levels"_qs, QJsonArray::fromStringList(levels)},
            {u"risk"_qs, u"Saignement."_qs},
            {u"advice"_qs, u"Surveiller."_qs}};
}

//! Aspirin and oral anticoagulants as the ANSM words them; amlodipine and apixaban are made up.
QByteArray smallThesaurus(const QString &source = u"ANSM, 15 septembre 2023"_qs)
{
    const auto heading = [](const QString &name, const QStringList &members) {
        return QJsonObject{{u"name"_qs, name},
                           {u"substances"_qs, QJsonArray::fromStringList(members)},
                           {u"note"_qs, QString()}};
    };
    const QString aspirin = u"ACIDE ACETYLSALICYLIQUE"_qs;
    const QString oral = u"ANTICOAGULANTS ORAUX"_qs;
    const QStringList three{u"CI"_qs, u"AD"_qs, u"APC"_qs};
    return QJsonDocument(
               QJsonObject{{u"source"_qs, source},
                           {u"headings"_qs,
                            QJsonArray{heading(aspirin, {}), heading(oral, {u"apixaban"_qs}),
                                       heading(u"APIXABAN"_qs, {}), heading(u"AMLODIPINE"_qs, {})}},
                           {u"interactions"_qs,
                            QJsonArray{row(aspirin, oral, three), row(oral, aspirin, three),
                                       row(u"AMLODIPINE"_qs, u"APIXABAN"_qs, {u"PE"_qs}),
                                       row(u"APIXABAN"_qs, u"AMLODIPINE"_qs, {u"PE"_qs}),
                                       row(u"AMLODIPINE"_qs, oral, {u"APC"_qs}),
                                       row(oral, u"AMLODIPINE"_qs, {u"APC"_qs})}}})
        .toJson();
}

Status importThesaurus(storage::Connection &db, const QByteArray &json, const Clock &clock)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"thesaurus.json"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write the fixture");
    file.close();
    AMBROISE_CHECK(drugs::importThesaurus(db, file.fileName(), clock));
    return done();
}

//! A treatment, line by line.
class TreatmentOf {
public:
    explicit TreatmentOf(const DrugKnowledgeProvider &knowledge)
        : m_knowledge(knowledge)
    {
    }
    TreatmentOf &drug(const QString &cis, const QString &posology = {}, bool current = false,
                      int boxes = 0)
    {
        Line line;
        line.cis = cis;
        line.posology = posology;
        line.boxes = boxes;
        return add(checkedLine(line, {}, current, m_knowledge));
    }
    TreatmentOf &inn(const QString &name) { return add(checkedLine({}, name, false, m_knowledge)); }
    [[nodiscard]] const Treatment &treatment() const { return m_treatment; }
    [[nodiscard]] CheckReport report() const
    {
        const auto report = PrescriptionChecker(m_knowledge).run(m_treatment);
        if (!report.ok())
            qFatal("%s", qPrintable(report.error().subject));
        return *report;
    }
    Treatment &change() { return m_treatment; }

private:
    TreatmentOf &add(const Result<CheckedLine> &line)
    {
        if (!line.ok())
            qFatal("%s", qPrintable(line.error().subject));
        m_treatment.lines << *line;
        return *this;
    }
    const DrugKnowledgeProvider &m_knowledge;
    Treatment m_treatment;
};

QList<Alert> ofKind(const CheckReport &report, CheckKind kind)
{
    QList<Alert> alerts;
    for (const Alert &alert : report.alerts)
        if (alert.kind == kind)
            alerts << alert;
    return alerts;
}

QStringList whyNot(const CheckReport &report, int line, CheckKind kind)
{
    QStringList why;
    for (const NotChecked &one : report.notChecked)
        if (one.line == line && one.what == kind)
            why << (one.about.isEmpty() ? one.why : one.why + u": "_qs + one.about.join(u", "_qs));
    return why;
}

} // namespace

//! A drug base and a thesaurus that both are there.
#define KNOWLEDGE(name)                                                                            \
    PRACTICE_OF_ROW(m_engines, m_schemas);                                                         \
    QVERIFY_OK(drugs::importFormulary(db, m_engines.clock()));                                     \
    QVERIFY_OK(importThesaurus(db, smallThesaurus(), m_engines.clock()));                          \
    const OpenDrugKnowledge name(db)

class TestCheck : public QObject {
    Q_OBJECT
    Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), drugs::schema()};
private Q_SLOTS:
    void whatIsTakenAlreadyCountsToo_data() { m_engines.addRows(); }
    void whatIsTakenAlreadyCountsToo()
    {
        KNOWLEDGE(knowledge);
        const auto report = TreatmentOf(knowledge).drug(eliquis).drug(amlor, {}, true).report();
        const auto alerts = ofKind(report, CheckKind::Interaction);
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts.first().level, u"PE"_qs);
        QCOMPARE(alerts.first().lines, (QList<int>{0, 1}));
        QCOMPARE(alerts.first().subjects, (QStringList{u"APIXABAN"_qs, u"AMLODIPINE"_qs}));
        QCOMPARE(alerts.first().risk, u"Saignement."_qs);
        QCOMPARE(alerts.first().source, (KnowledgeSource{u"ANSM thésaurus"_qs, u"2023-09"_qs}));
        QVERIFY(!alerts.first().folded);
        QVERIFY(alerts.last().folded);
    }

    void theDoseThatWasWrittenDecidesTheLevel_data()
    {
        QTest::addColumn<QString>("posology");
        QTest::addColumn<QString>("level");
        QTest::addColumn<bool>("decided");
        QTest::newRow("none") << QString() << u"CI"_qs << false;
        QTest::newRow("75 mg a day") << u"1 sachet par jour"_qs << u"APC"_qs << true;
        QTest::newRow("1.2 g a day") << u"4 sachets 4 fois par jour"_qs << u"AD"_qs << true;
        QTest::newRow("not read") << u"selon ordonnance"_qs << u"CI"_qs << false;
    }
    void theDoseThatWasWrittenDecidesTheLevel()
    {
        QFETCH(const QString, posology);
        QFETCH(const QString, level);
        QFETCH(const bool, decided);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        QVERIFY(database);
        const auto connected = database->connect();
        QVERIFY_OK(connected);
        storage::Connection &db = **connected;
        QVERIFY_OK(drugs::importFormulary(db, m_engines.clock()));
        QVERIFY_OK(importThesaurus(db, smallThesaurus(), m_engines.clock()));
        const OpenDrugKnowledge knowledge(db);
        TreatmentOf lines(knowledge);
        lines.drug(kardegic, posology).inn(u"apixaban"_qs);
        lines.change().patient.problems = QStringList{};
        const auto alerts = ofKind(lines.report(), CheckKind::Interaction);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().level, level);
        QCOMPARE(alerts.first().decided, decided);
        QCOMPARE(alerts.first().levels, (QStringList{u"CI"_qs, u"AD"_qs, u"APC"_qs}));
        QCOMPARE(alerts.first().branches.size(), 3);
    }

    void theSameSubstanceTwiceIsTold_data() { m_engines.addRows(); }
    void theSameSubstanceTwiceIsTold()
    {
        KNOWLEDGE(knowledge);
        const auto alerts =
            ofKind(TreatmentOf(knowledge).drug(amlor).drug(eliquis).drug(amlodipine).report(),
                   CheckKind::Duplicate);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().level, u"warn"_qs);
        QCOMPARE(alerts.first().lines, (QList<int>{0, 2}));
        QCOMPARE(alerts.first().subjects, (QStringList{u"AMLODIPINE"_qs}));
        QCOMPARE(
            ofKind(TreatmentOf(knowledge).drug(amlor).inn(u"bésilate d’amlodipine"_qs).report(),
                   CheckKind::Duplicate)
                .size(),
            1);
    }

    void aTreatmentThatIsRenewedIsNoDuplicate_data() { m_engines.addRows(); }
    void aTreatmentThatIsRenewedIsNoDuplicate()
    {
        KNOWLEDGE(knowledge);
        const auto report = TreatmentOf(knowledge)
                                .drug(amlor)
                                .drug(eliquis)
                                .drug(amlodipine, {}, true) // the same substance, taken already
                                .report();
        const auto duplicates = ofKind(report, CheckKind::Duplicate);
        QCOMPARE(duplicates.size(), 1); // listed, and folded
        QCOMPARE(duplicates.first().level, u"info"_qs);
        QVERIFY(duplicates.first().folded);
        int told = 0;
        for (const Alert &alert : ofKind(report, CheckKind::Interaction)) {
            QVERIFY(alert.folded || !alert.lines.contains(2)); // told of the line that renews it
            told += alert.folded ? 0 : 1;
        }
        QCOMPARE(told, 1);
    }

    void aCreamRenewsNoTablet_data() { m_engines.addRows(); }
    void aCreamRenewsNoTablet()
    {
        KNOWLEDGE(knowledge);
        Treatment treatment = TreatmentOf(knowledge).drug(amlor).drug(eliquis).treatment();
        treatment.lines << treatment.lines.first();
        treatment.lines.last().current = true; // amlodipine, taken already
        treatment.lines.first().treatment.routes = {u"cutanée"_qs};
        treatment.lines.first().facts->routes = {u"cutanée"_qs};
        const auto report = PrescriptionChecker(knowledge).run(treatment);
        QVERIFY_OK(report);
        const auto alerts = ofKind(*report, CheckKind::Interaction);
        QVERIFY(std::any_of(alerts.begin(), alerts.end(), [](const Alert &alert) {
            return !alert.folded && alert.lines.contains(2);
        }));
    }

    void aCreamAndATabletOfTheSameWeighLess_data() { m_engines.addRows(); }
    void aCreamAndATabletOfTheSameWeighLess()
    {
        KNOWLEDGE(knowledge);
        const auto alerts =
            ofKind(TreatmentOf(knowledge).drug(betamethasoneCream).drug(celestene).report(),
                   CheckKind::Duplicate);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().level, u"info"_qs);
    }

    void whatIsNotCheckedIsSaidOfEachLine_data() { m_engines.addRows(); }
    void whatIsNotCheckedIsSaidOfEachLine()
    {
        KNOWLEDGE(knowledge);
        const auto report = TreatmentOf(knowledge)
                                .drug(amlor)
                                .inn(u"apixaban + nouvellamine"_qs)
                                .drug(u"69999999"_qs)
                                .drug(betamethasoneCream)
                                .report();
        QCOMPARE(whyNot(report, 0, CheckKind::Interaction), QStringList());
        QCOMPARE(whyNot(report, 1, CheckKind::Interaction),
                 (QStringList{u"unmatched: nouvellamine"_qs, u"unknown_route"_qs}));
        QCOMPARE(whyNot(report, 2, CheckKind::Interaction), (QStringList{u"unknown_drug"_qs}));
        QCOMPARE(whyNot(report, 2, CheckKind::Duplicate), (QStringList{u"unknown_drug"_qs}));
        QVERIFY(whyNot(report, 3, CheckKind::Interaction).contains(u"local"_qs));
        for (const NotChecked &one : report.notChecked)
            QVERIFY(one.why != u"not_made");
    }

    void withoutAThesaurusNothingIsHeldForChecked_data() { m_engines.addRows(); }
    void withoutAThesaurusNothingIsHeldForChecked()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        QVERIFY_OK(drugs::importFormulary(db, m_engines.clock()));
        const OpenDrugKnowledge knowledge(db);
        const auto report = TreatmentOf(knowledge).drug(amlor).drug(eliquis).report();
        QCOMPARE(ofKind(report, CheckKind::Interaction).size(), 0);
        for (const KnowledgeSource &source : report.sources)
            QVERIFY(source.name != u"ANSM thésaurus");
        for (int line = 0; line < 2; ++line)
            QCOMPARE(whyNot(report, line, CheckKind::Interaction), (QStringList{u"no_source"_qs}));
    }

    void aThesaurusThatIsImportedLaterIsUsedAtOnce_data() { m_engines.addRows(); }
    void aThesaurusThatIsImportedLaterIsUsedAtOnce()
    {
        KNOWLEDGE(knowledge);
        const auto version = [&] {
            return TreatmentOf(knowledge).drug(amlor).report().sources.first().version;
        };
        QCOMPARE(version(), u"2023-09"_qs);
        QVERIFY_OK(
            importThesaurus(db, smallThesaurus(u"ANSM, 1er mars 2025"_qs), m_engines.clock()));
        QCOMPARE(version(), u"2025-03"_qs);
    }

    void aBaseThatIsImportedLaterIsUsedAtOnce_data() { m_engines.addRows(); }
    void aBaseThatIsImportedLaterIsUsedAtOnce()
    {
        KNOWLEDGE(knowledge);
        const auto cis = drugs::Cis::parse(amlor);
        QVERIFY(knowledge.byCis(*cis)->label.startsWith(u"AMLOR"));
        BdpmFixture newer;
        newer.addDrug(amlor, u"AMLOR NOUVEAU 5 mg, gélule"_qs, u"AMLODIPINE"_qs);
        QVERIFY_OK(drugs::importBdpm(db, newer.write(), m_engines.clock()));
        QCOMPARE(knowledge.byCis(*cis)->label, u"AMLOR NOUVEAU 5 mg, gélule"_qs);
    }

    void aLineOfNothingIsRefused_data() { m_engines.addRows(); }
    void aLineOfNothingIsRefused()
    {
        KNOWLEDGE(knowledge);
        const auto nothing = checkedLine({}, u" + "_qs, false, knowledge);
        QVERIFY(!nothing.ok());
        QCOMPARE(nothing.error().subject, u"line.label"_qs);
        Line line;
        line.cis = u"12"_qs;
        const auto bad = checkedLine(line, {}, false, knowledge);
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().subject, u"drug.cis"_qs);
    }

    void aDoseIsReadWhereThereIsOneReading_data()
    {
        QTest::addColumn<QString>("posology");
        QTest::addColumn<QList<double>>("dose"); // by intake, day, week; -1: unknown
        const QList<double> unknown{-1, -1, -1};
        QTest::newRow("dashes") << u"1-0-1"_qs << QList<double>{10, 20, 140};
        QTest::newRow("halves") << u"0,5-0-1"_qs << QList<double>{10, 15, 105};
        QTest::newRow("moments") << u"1 comprimé matin et soir"_qs << QList<double>{10, 20, 140};
        QTest::newRow("three") << u"2 cp matin, midi et soir"_qs << QList<double>{20, 60, 420};
        QTest::newRow("times") << u"Deux comprimés 3 fois par jour"_qs
                               << QList<double>{20, 60, 420};
        QTest::newRow("a day") << u"1 comprimé par jour"_qs << QList<double>{10, 10, 70};
        QTest::newRow("several a day") << u"3 comprimés par jour"_qs << QList<double>{-1, 30, 210};
        QTest::newRow("once a week")
            << u"2 comprimés une fois par semaine"_qs << QList<double>{20, 20, 20};
        QTest::newRow("a week") << u"4 comprimés par semaine"_qs << QList<double>{-1, -1, 40};
        QTest::newRow("at most") << u"1 comprimé matin et soir si douleur"_qs
                                 << QList<double>{10, 20, 140};
        QTest::newRow("milligrams")
            << u"15 mg une fois par semaine"_qs << QList<double>{15, 15, 15};
        QTest::newRow("words") << u"selon le schéma remis"_qs << unknown;
        QTest::newRow("other unit") << u"1 gélule par jour"_qs << unknown;
        QTest::newRow("a range") << u"1 à 2 comprimés par jour"_qs << QList<double>{-1, 20, 140};
        QTest::newRow("taper")
            << u"1 comprimé matin et soir pendant 5 jours puis 1 comprimé matin"_qs
            << QList<double>{10, 20, 140};
        QTest::newRow("every other day")
            << u"1 comprimé 1 jour sur 2"_qs << QList<double>{10, 10, 40};
        QTest::newRow("nothing") << QString() << unknown;
    }
    void aDoseIsReadWhereThereIsOneReading()
    {
        QFETCH(const QString, posology);
        QFETCH(const QList<double>, dose);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        QVERIFY(database);
        const auto connected = database->connect();
        QVERIFY_OK(connected);
        QVERIFY_OK(drugs::importFormulary(**connected, m_engines.clock()));
        const OpenDrugKnowledge knowledge(**connected);
        TreatmentOf lines(knowledge);
        lines.drug(methotrexate, posology);
        const drugs::Dose read = lines.treatment().lines.first().treatment.substances.first().dose;
        QCOMPARE((QList<double>{read.perIntake.value_or(-1), read.perDay.value_or(-1),
                                read.perWeek.value_or(-1)}),
                 dose);
    }

    void theTotalIsFullWhereEachBoxIsKnown_data() { m_engines.addRows(); }
    void theTotalIsFullWhereEachBoxIsKnown()
    {
        KNOWLEDGE(knowledge);
        TreatmentOf lines(knowledge);
        lines.drug(amlor, {}, false, 2).drug(eliquis, {}, true);
        QVERIFY(totalPrice(lines.treatment()).full);
        QCOMPARE(totalPrice(lines.treatment()).total.toString(), u"8.06"_qs); // 2 × 4.03
        lines.inn(u"apixaban"_qs);
        QVERIFY(!totalPrice(lines.treatment()).full);
        QCOMPARE(totalPrice(lines.treatment()).total.toString(), u"8.06"_qs);
        QVERIFY(!totalPrice(TreatmentOf(knowledge).drug(amlor).treatment()).full);
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"

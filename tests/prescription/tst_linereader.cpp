// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/bdpmfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/linereader.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::test;

class TestLineReader : public QObject {
    Q_OBJECT
    Engines m_engines;
    QList<storage::Schema> m_schemas{drugs::schema()};
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_connection;

    static Line methotrexate(const QString &posology)
    {
        Line line;
        line.cis = u"60390455"_qs; // of the built-in formulary: tablets of 10 mg
        line.posology = posology;
        return line;
    }

    static Line written(const QString &label)
    {
        Line line;
        line.label = label;
        return line;
    }

    static double dayOf(const CheckedLine &line)
    {
        const auto &substances = line.treatment.substances;
        return substances.isEmpty() ? -1 : substances.first().dose.perDay.value_or(-1);
    }

private Q_SLOTS:
    void init()
    {
        m_database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        QVERIFY(m_database);
        auto connected = m_database->connect();
        QVERIFY_OK(connected);
        m_connection = std::move(*connected);
    }

    void aLineThatChangedIsReadAgain()
    {
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        for (int again = 0; again < 2; ++again) {
            QCOMPARE(dayOf(*reader.read(methotrexate(u"1-0-1"_qs), false)), 20);
            QCOMPARE(dayOf(*reader.read(methotrexate(u"1-0-0"_qs), false)), 10);
        }
    }

    void whatDoesNotComeFromTheDrugIsThatOfTheLineAskedFor()
    {
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        Line month = methotrexate(u"1-0-1"_qs);
        month.durationDays = 30;
        QVERIFY_OK(reader.read(month, true));
        Line week = month;
        week.durationDays = 7;
        const auto read = reader.read(week, false);
        QVERIFY_OK(read);
        QCOMPARE(read->line.durationDays, 7);
        QVERIFY(!read->current);
    }

    void substancesAreToldApart()
    {
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        QCOMPARE(reader.read(written(u"apixaban"_qs), false)->facts->label, u"apixaban"_qs);
        QCOMPARE(reader.read(written(u"amlodipine"_qs), false)->facts->label, u"amlodipine"_qs);
        const auto nothing = reader.read(written(u" + "_qs), false);
        QVERIFY(!nothing.ok());
        QCOMPARE(nothing.error().subject, u"line.label"_qs);
    }

    void aBrandWrittenWithoutChoosingItIsOfWhatEachDrugOfThatNameHas_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QStringList>("substances");
        QTest::newRow("brand") << u"Doliprane 1000 mg"_qs << QStringList{u"PARACÉTAMOL"_qs};
        QTest::newRow("brand alone") << u"Eliquis"_qs << QStringList{u"APIXABAN"_qs};
        QTest::newRow("substance") << u"metformine 850 mg"_qs << QStringList{u"METFORMINE BASE"_qs};
        QTest::newRow("two") << u"Codoliprane"_qs
                             << QStringList{u"PARACÉTAMOL"_qs,
                                            u"PHOSPHATE DE CODÉINE HÉMIHYDRATÉ"_qs};
        QTest::newRow("long acting")
            << u"Tramadol LP 100 mg"_qs << QStringList{u"CHLORHYDRATE DE TRAMADOL"_qs};
        QTest::newRow("each with its strength") << u"Apixaban 5 mg + Amiodarone 200 mg, comprimé"_qs
                                                << QStringList{u"Apixaban"_qs, u"Amiodarone"_qs};
        QTest::newRow("with a slash") << u"Apixaban 5 mg / Amiodarone 200 mg"_qs
                                      << QStringList{u"Apixaban"_qs, u"Amiodarone"_qs};
        QTest::newRow("of a volume")
            << u"Amiodarone 40 mg/ml"_qs << QStringList{u"CHLORHYDRATE D'AMIODARONE"_qs};
        QTest::newRow("less than a substance") << u"Insuline"_qs << QStringList{u"Insuline"_qs};
        QTest::newRow("nobody's") << u"Tisane du soir 2 sachets"_qs
                                  << QStringList{u"Tisane du soir"_qs};
    }
    void aBrandWrittenWithoutChoosingItIsOfWhatEachDrugOfThatNameHas()
    {
        QFETCH(const QString, label);
        QFETCH(const QStringList, substances);
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        const auto read = LineReader(knowledge).read(written(label), true);
        QVERIFY_OK(read);
        QStringList names;
        for (const drugs::Substance &one : read->facts->substances)
            names << one.name;
        names.sort();
        QStringList sorted = substances;
        sorted.sort();
        QCOMPARE(names, sorted);
    }

    void whatOnlySomeDrugsOfThatNameHaveIsToldAndNotChecked()
    {
        BdpmFixture base;
        base.addDrug(u"60000011"_qs, u"DALGIX 500 mg, comprimé"_qs, u"PARACÉTAMOL"_qs);
        base.addDrug(u"60000012"_qs, u"DALGIX CODEINE, comprimé"_qs, u"PARACÉTAMOL"_qs);
        base.addDrug(u"60000013"_qs, u"DALGIX SOLUBLE, comprimé"_qs, u"PARACÉTAMOL SODIQUE"_qs);
        base.addRow(componentsFile, {u"60000012"_qs, u"comprimé"_qs, u"777"_qs, u"CODÉINE"_qs,
                                     u"30 mg"_qs, u"un comprimé"_qs, u"SA"_qs, u"2"_qs});
        QVERIFY_OK(drugs::importBdpm(*m_connection, base.write(), m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        Line dalgix = written(u"Dalgix 500 mg"_qs);
        dalgix.posology = u"1-1-1"_qs;
        const auto read = LineReader(knowledge).read(dalgix, true);
        QVERIFY_OK(read);
        QCOMPARE(read->facts->substances.size(), 1);
        QCOMPARE(read->facts->substances.first().name, u"PARACÉTAMOL"_qs);
        QCOMPARE(read->perhaps, QStringList{u"CODÉINE"_qs});
        QCOMPARE(dayOf(*read), -1.0); // the strength may be of another of them

        Treatment treatment;
        treatment.lines << *read;
        const auto report = PrescriptionChecker(knowledge).run(treatment);
        QVERIFY_OK(report);
        QVERIFY(report->notChecked.contains(
            {0, CheckKind::Interaction, u"perhaps"_qs, {u"CODÉINE"_qs}}));
    }

    void theStrengthBesideTheNameGivesTheDose_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("posology");
        QTest::addColumn<double>("mgPerDay"); // -1: nobody knows
        QTest::newRow("count") << u"Metformine 1000 mg"_qs << u"1-0-1"_qs << 2000.0;
        QTest::newRow("tablets") << u"Metformine 850 mg"_qs << u"1 comprimé 3 fois par jour"_qs
                                 << 2550.0;
        QTest::newRow("halves") << u"Ramipril 2,5 mg"_qs << u"0,5-0-0"_qs << 1.25;
        QTest::newRow("micrograms") << u"Levothyrox 75 µg"_qs << u"1 comprimé le matin"_qs << 0.075;
        QTest::newRow("grams, form behind")
            << u"Doliprane 1 g, comprimé"_qs << u"1-1-1"_qs << 3000.0;
        QTest::newRow("long acting") << u"Tramadol 100 mg LP"_qs << u"1-0-1"_qs << 200.0;
        QTest::newRow("of a volume") << u"Amoxicilline 250 mg/5 ml"_qs << u"1-1-1"_qs << -1.0;
        QTest::newRow("in words") << u"Amoxicilline 250 mg pour 5 ml"_qs << u"1-1-1"_qs << -1.0;
        QTest::newRow("two parts") << u"Codoliprane 500 mg/30 mg"_qs << u"1-1-1"_qs << -1.0;
        QTest::newRow("two parts, apart") << u"Codoliprane 500 mg 30 mg"_qs << u"1-1-1"_qs << -1.0;
        QTest::newRow("drops") << u"Clonazépam 2,5 mg"_qs << u"5 gouttes le soir"_qs << -1.0;
        QTest::newRow("spoons") << u"Paracétamol 500 mg"_qs << u"1 cuillère à café matin et soir"_qs
                                << -1.0;
        QTest::newRow("none") << u"Metformine"_qs << u"1-0-1"_qs << -1.0;
        QTest::newRow("a number without a unit") << u"Stagid 700"_qs << u"1-0-1"_qs << -1.0;
        QTest::newRow("said itself") << u"Paracétamol"_qs << u"1000 mg matin et soir"_qs << 2000.0;
        QTest::newRow("an unknown posology") << u"Metformine 1000 mg"_qs << u"au besoin"_qs << -1.0;
    }
    void theStrengthBesideTheNameGivesTheDose()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, posology);
        QFETCH(const double, mgPerDay);
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        Line line = written(label);
        line.posology = posology;
        const auto read = LineReader(knowledge).read(line, true);
        QVERIFY_OK(read);
        QCOMPARE(dayOf(*read), mgPerDay);
    }

    void whatIsImportedMeanwhileIsTakenOver()
    {
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        QVERIFY(!reader.read(methotrexate(u"1-0-1"_qs), false)->facts);
        QVERIFY(knowledge.substancesNamed(u"Doliprane"_qs)->every.isEmpty());
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        QCOMPARE(dayOf(*reader.read(methotrexate(u"1-0-1"_qs), false)), 20);
        QCOMPARE(knowledge.substancesNamed(u"Doliprane"_qs)->every, QStringList{u"PARACÉTAMOL"_qs});
    }

    void oneCheckIsMadeOnOneStateOfTheBase()
    {
        const OpenDrugKnowledge knowledge(*m_connection);
        {
            const auto hold = knowledge.hold();
            QVERIFY_OK(hold);
            const QString edition = *knowledge.edition();
            QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
            QCOMPARE(*knowledge.edition(), edition);
        }
        QVERIFY(!knowledge.edition()->isEmpty());
        QVERIFY_OK(knowledge.byCis(*drugs::Cis::parse(u"60390455"_qs)));
    }
};

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"

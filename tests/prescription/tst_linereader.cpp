// SPDX-License-Identifier: GPL-3.0-or-later
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

    static double mgPerDay(const CheckedLine &line)
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
            QCOMPARE(mgPerDay(*reader.read(methotrexate(u"1-0-1"_qs), {}, false)), 20);
            QCOMPARE(mgPerDay(*reader.read(methotrexate(u"1-0-0"_qs), {}, false)), 10);
        }
    }

    void whatDoesNotComeFromTheDrugIsThatOfTheLineAskedFor()
    {
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        Line month = methotrexate(u"1-0-1"_qs);
        month.durationDays = 30;
        QVERIFY_OK(reader.read(month, {}, true));
        Line week = month;
        week.durationDays = 7;
        const auto read = reader.read(week, {}, false);
        QVERIFY_OK(read);
        QCOMPARE(read->line.durationDays, 7);
        QVERIFY(!read->current);
    }

    void substancesAreToldApart()
    {
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        QCOMPARE(reader.read({}, u"apixaban"_qs, false)->facts->label, u"apixaban"_qs);
        QCOMPARE(reader.read({}, u"amlodipine"_qs, false)->facts->label, u"amlodipine"_qs);
        const auto nothing = reader.read({}, u" + "_qs, false);
        QVERIFY(!nothing.ok());
        QCOMPARE(nothing.error().subject, u"line.label"_qs);
    }

    void whatIsImportedMeanwhileIsTakenOver()
    {
        const OpenDrugKnowledge knowledge(*m_connection);
        const LineReader reader(knowledge);
        QVERIFY(!reader.read(methotrexate(u"1-0-1"_qs), {}, false)->facts);
        QVERIFY(knowledge.substancesNamed(u"Doliprane"_qs)->isEmpty());
        QVERIFY_OK(drugs::importFormulary(*m_connection, m_engines.clock()));
        QCOMPARE(mgPerDay(*reader.read(methotrexate(u"1-0-1"_qs), {}, false)), 20);
        QCOMPARE(*knowledge.substancesNamed(u"Doliprane"_qs), QStringList{u"PARACÉTAMOL"_qs});
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

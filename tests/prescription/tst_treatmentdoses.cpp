// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/print.h>
#include <ambroise/prescription/ui/treatmentspage.h>
#include <ambroise/record/summaryline.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QApplication>
#include <QListView>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! How the steps of a treatment say what is taken, and what changed.
class TestTreatmentDoses : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    QList<PrescribedLine> m_lines;
    QList<RecordedTreatment> m_recorded;

    const Line &prescribe(int daysAgo, const QString &posology,
                          const QString &label = u"METFORMINE 1000 mg, comprimé pelliculé"_qs)
    {
        PrescribedLine one;
        one.number = u"N%1"_qs.arg(m_lines.size() + 1);
        one.signedAt = m_clock.now().addDays(-daysAgo);
        one.prescriber = u"Dr Claire Fontanel"_qs;
        one.checked.line.label = label;
        one.checked.line.posology = posology;
        one.checked.line.durationDays = 90;
        one.checked.facts = DrugFacts();
        one.checked.facts->substances.append({{}, u"METFORMINE"_qs, {}, {}});
        m_lines << one;
        return m_lines.last().checked.line;
    }
    void note(const QString &title, const QString &posology)
    {
        RecordedTreatment one;
        one.entry.id = record::EntryId{m_recorded.size() + 1};
        one.entry.writtenAt = m_clock.now();
        one.entry.content.kind = record::EntryKind::Treatment;
        one.entry.content.title = title;
        one.entry.content.body = posology;
        record::setSinceUnknown(one.entry.content, m_clock.now());
        m_recorded << one;
    }
    [[nodiscard]] TreatmentHistory history() const
    {
        return TreatmentHistory::of(m_lines, m_recorded, {}, m_clock.today());
    }
    [[nodiscard]] std::unique_ptr<TreatmentsPage> open()
    {
        TreatmentServices services;
        services.history = [this]() -> Result<TreatmentHistory> {
            return history();
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        auto page = std::make_unique<TreatmentsPage>(services, m_clock);
        page->resize(1302, 560);
        page->show();
        return page;
    }
    //! Of the treatment that is chosen, the latest first.
    static QList<uikit::Row> steps(const QWidget &page)
    {
        const QAbstractItemModel &model =
            *test::named<QListView>(page, u"Étapes du traitement"_qs)->model();
        QList<uikit::Row> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows << model.index(row, 0).data(uikit::RowRole).value<uikit::Row>();
        return rows;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_lines.clear();
        m_recorded.clear();
    }

    void aStepSaysWhatTheOrdonnancePrints()
    {
        const QString printed = printedPosology(prescribe(30, u"1-0-1"_qs));
        QCOMPARE(printed, u"1 comprimé matin et soir, pendant 3 mois."_qs);
        const auto page = open();
        QCOMPARE(steps(*page).first().title, printed);
        const auto *table = test::named<QTableView>(*page, u"Traitements"_qs);
        const QString row = table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.contains(u"comprimé pelliculé, 1 comprimé matin et soir, "_qs),
                 qPrintable(row));
    }

    void whatIsNotReadStaysAsItWasTyped_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("posology");
        QTest::newRow("words") << u"METFORMINE 1000 mg, comprimé"_qs << u"selon protocole"_qs;
        QTest::newRow("two meanings") << u"METFORMINE 1000 mg, comprimé"_qs << u"2x3/j"_qs;
        QTest::newRow("no unit known") << u"METFORMINE, sirop"_qs << u"1-0-1"_qs;
    }
    void whatIsNotReadStaysAsItWasTyped()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, posology);
        prescribe(30, posology, label);
        QCOMPARE(history().treatments().first().dose(), posology);
        QVERIFY(steps(*open()).first().title.startsWith(posology + u','));
    }

    void aTreatmentOfTheRecordIsSaidTheSameWay()
    {
        note(u"Ramipril 5 mg, comprimé"_qs, u"0-0-1"_qs);
        QCOMPARE(steps(*open()).first().title, u"1 comprimé le soir"_qs);
        m_recorded.first().entry.content.title = u"Levothyrox 75"_qs; // of what unit?
        QCOMPARE(steps(*open()).first().title, u"0-0-1"_qs);
        m_recorded.first().entry.content.body.clear();
        QCOMPARE(steps(*open()).first().title, u"Levothyrox 75"_qs);
    }

    void aStepThatChangesTheDoseSaysWhatItWas()
    {
        prescribe(95, u"0-0-1"_qs);
        prescribe(5, u"1-0-1"_qs);
        const auto page = open();
        const uikit::Row last = steps(*page).first();
        QVERIFY(last.strong);
        QCOMPARE(last.chip ? last.chip->text : QString(), u"changé"_qs);
        QVERIFY2(last.secondary.startsWith(u"avant : 1 comprimé le soir · "_qs),
                 qPrintable(last.secondary));
        QVERIFY(!steps(*page).last().secondary.contains(u"avant"_qs));
    }

    void theSameDoseInOtherWordsIsNoChange()
    {
        prescribe(95, u"1-0-1"_qs);
        prescribe(5, u"1 comprimé matin et soir"_qs);
        const auto page = open();
        QVERIFY(!steps(*page).first().chip);
        QVERIFY(!steps(*page).first().strong);
    }

    void ofAnotherDrugNothingIsComparedWithItsDose()
    {
        prescribe(95, u"1-0-1"_qs, u"METFORMINE 500 mg, comprimé"_qs);
        prescribe(5, u"0-0-1"_qs);
        const uikit::Row last = steps(*open()).first();
        QVERIFY(last.chip);
        QVERIFY(!last.secondary.contains(u"avant"_qs));
    }

    void aLongSentenceIsWholeForWhoHearsIt()
    {
        const QString taken =
            u"1 comprimé matin, midi et soir au milieu des repas, avec un grand verre d’eau"_qs;
        prescribe(95, u"0-0-1"_qs);
        prescribe(5, taken);
        const auto page = open();
        const auto *list = test::named<QListView>(*page, u"Étapes du traitement"_qs);
        const QString heard = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.contains(taken) && heard.contains(u"avant : 1 comprimé le soir"_qs),
                 qPrintable(heard));
        test::keepScreenshot(*page, u"traitements-doses"_qs);
    }
};

QTEST_MAIN(TestTreatmentDoses)
#include "tst_treatmentdoses.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/recordpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/widgets.h>

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QTextBrowser>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::record;

namespace {

Entry entry(EntryKind kind, const QString &title, int year, const QString &body = {},
            const QString &value = {}, const QString &unit = {})
{
    Entry one;
    one.content.kind = kind;
    one.content.title = title;
    one.content.body = body;
    one.content.value = value;
    one.content.unit = unit;
    one.content.happened = QDateTime(QDate(year, 5, 19), QTime(10, 0), Qt::UTC);
    one.authorName = u"Dr Claire Fontanel"_qs;
    return one;
}

Overview sample()
{
    Overview overview;
    overview.problems = {entry(EntryKind::Problem, u"Diabète de type 2"_qs, 2011),
                         entry(EntryKind::Problem, u"Hypertension artérielle"_qs, 2009)};
    overview.treatments = {
        entry(EntryKind::Treatment, u"Metformine 1000 mg"_qs, 2026, u"1-0-1"_qs)};
    for (const auto &[year, value] :
         {std::pair(2026, u"7.4"_qs), {2025, u"7.1"_qs}, {2024, u"6.9"_qs}, {2023, u"7.2"_qs}})
        overview.measures << entry(EntryKind::Measure, u"HbA1c"_qs, year, {}, value, u"%"_qs);
    overview.antecedents = {entry(EntryKind::Antecedent, u"Cholécystectomie"_qs, 1996)};
    overview.history = {
        entry(EntryKind::Letter, u"Dr Amar, cardiologie"_qs, 2026, u"ETT normale, FEVG 62 %."_qs),
        entry(EntryKind::Consultation, u"Crise de goutte"_qs, 2026, u"Colchicine 1 mg, 3 j."_qs),
        entry(EntryKind::Result, u"Biologie"_qs, 2025, u"HbA1c 7,1 %."_qs)};
    return overview;
}

//! A line of the history that is no entry.
Entry ordonnance()
{
    Entry one = entry(EntryKind::Document, u"Ordonnance, 2 lignes"_qs, 2026, u"Metformine"_qs);
    one.content.code = ui::ordonnanceCode + u"12"_qs;
    return one;
}

//! Newest first, a hundred a year.
Overview ofTwentyYears()
{
    Overview overview;
    for (int i = 0; i < 2000; ++i)
        overview.history << entry(EntryKind::Consultation, u"Consultation %1"_qs.arg(i),
                                  2026 - i / 100, QString(300, u'x'));
    return overview;
}

//! For who may read and not write.
struct Reading {
    Reading() { page.resize(1302, 600); }
    SystemClock clock;
    record::ui::RecordPage page{{}, clock};
};

} // namespace

class TestRecordPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theNewestEntryIsReadAtOnce()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(sample());
        page.show();
        QCOMPARE(page.findChild<QTextBrowser *>()->toPlainText(), u"ETT normale, FEVG 62 %."_qs);
        test::keepScreenshot(page, u"dossier-resume"_qs);
    }

    void theHistoryIsFiltered_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("rows"); // with the titles of the years
        QTest::newRow("everything") << 0 << 6;
        QTest::newRow("notes") << 1 << 2;
        QTest::newRow("results") << 3 << 2;
        QTest::newRow("letters") << 4 << 2;
        QTest::newRow("ordonnances") << 2 << 2;
        QTest::newRow("documents") << 5 << 0;
        QTest::newRow("measures") << 6 << 8;
        QTest::newRow("vaccinations") << 7 << 0;
    }
    void theHistoryIsFiltered()
    {
        QFETCH(int, choice);
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(sample(), {}, {ordonnance()});
        page.show();
        // One Tab stop: the arrows go from one to the next.
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        test::named<QWidget>(page, u"Filtrer l’historique"_qs)->setFocus();
        for (int i = 0; i < choice; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTEST(test::named<QListView>(page, u"Historique"_qs)->model()->rowCount(), "rows");
    }

    void aMeasureShowsItsLastValueOnce()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(sample());
        const QAbstractItemModel *model =
            test::named<QListView>(page, u"Résumé du dossier"_qs)->model();
        int measures = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString spoken = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
            QCOMPARE(model->index(row, 0).data().toString(), spoken);
            if (!spoken.contains(u"HbA1c"))
                continue;
            ++measures;
            QVERIFY2(spoken.contains(u"7,4"), qPrintable(spoken));
        }
        QCOMPARE(measures, 1);
    }

    void theLastMeasuresOfAChildHaveTheirScore()
    {
        const SystemClock clock;
        ui::RecordServices services;
        services.examined = ui::Examined{5, KidneySex::Female, QDate(2021, 4, 2), true};
        record::ui::RecordPage page(services, clock);
        page.resize(1302, 600);
        Overview overview;
        const QDateTime when(QDate(2026, 9, 4), QTime(9, 0), Qt::UTC);
        for (const Measure &one :
             {*Measure::make(MeasureKind::Weight, 18.4), *Measure::make(MeasureKind::Height, 109.5),
              *Measure::make(MeasureKind::HeartRate, 90)}) {
            Entry measure;
            measure.content = one.entry(when);
            overview.measures << measure;
        }
        page.showOverview(overview);
        page.show();
        const auto *model = test::named<QListView>(page, u"Résumé du dossier"_qs)->model();
        QStringList rows;
        for (int row = 1; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data().toString();
        QCOMPARE(rows.size(), 4);
        QVERIFY2(rows.at(0).startsWith(u"Poids, Z −0,21, 18,4"), qPrintable(rows.at(0)));
        QVERIFY2(rows.at(1).startsWith(u"Taille, Z −0,45, 109,5"), qPrintable(rows.at(1)));
        QVERIFY2(rows.at(2).startsWith(u"Pouls, 90"), qPrintable(rows.at(2)));
        QVERIFY2(rows.at(3).startsWith(u"IMC, Z +0,07, 15,3"), qPrintable(rows.at(3)));
        test::keepScreenshot(page, u"resume-enfant"_qs);
    }

    void theScoresOfAChildBornBeforeTermAreAtTheCorrectedAge()
    {
        const SystemClock clock;
        ui::RecordServices services;
        services.examined = ui::Examined{0, KidneySex::Male, QDate(2026, 2, 12), true};
        record::ui::RecordPage page(services, clock);
        page.resize(1302, 600);
        Overview overview;
        const QDateTime when(QDate(2026, 7, 6), QTime(9, 0), Qt::UTC);
        for (const Measure &one : {*Measure::make(MeasureKind::Weight, 5.6),
                                   *Measure::make(MeasureKind::BirthTerm, 32, 4)}) {
            Entry measure;
            measure.content = one.entry(when);
            overview.measures << measure;
        }
        page.showOverview(overview);
        page.show();
        const auto *model = test::named<QListView>(page, u"Résumé du dossier"_qs)->model();
        const QString title = model->index(0, 0).data().toString();
        QVERIFY2(title.contains(u"Z à l’âge corrigé"), qPrintable(title));
        const QString weight = model->index(1, 0).data().toString();
        QVERIFY2(weight.startsWith(u"Poids, Z −1,12, 5,6"), qPrintable(weight));
        const QString term = model->index(2, 0).data().toString();
        QVERIFY2(term.contains(u"32+4\u202FSA"), qPrintable(term));
        test::keepScreenshot(page, u"resume-premature"_qs);
    }

    void aTreatmentIsShownAsTypedAndSaidAsASentence()
    {
        const SystemClock clock;
        ui::RecordServices services;
        services.posology = [](const NewEntry &treatment) {
            return treatment.body == u"1-0-1" ? u"1 comprimé matin et soir"_qs : treatment.body;
        };
        record::ui::RecordPage page(services, clock);
        Overview overview;
        Entry treatment;
        treatment.content.kind = EntryKind::Treatment;
        treatment.content.title = u"Ramipril 5 mg, comprimé"_qs;
        treatment.content.body = u"1-0-1"_qs;
        overview.treatments << treatment;
        page.showOverview(overview);
        const auto *model = test::named<QListView>(page, u"Résumé du dossier"_qs)->model();
        const QModelIndex row = model->index(1, 0);
        QCOMPARE(row.data().toString(), u"Ramipril 5 mg, comprimé, 1-0-1"_qs);
        const QString said = u"Ramipril 5 mg, comprimé, 1 comprimé matin et soir"_qs;
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), said);
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(said));
    }

    void anEmptyRecordSaysSo()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview({});
        page.show();
        test::keepScreenshot(page, u"dossier-vide"_qs);
        QVERIFY(page.findChild<QTextBrowser *>()->toPlainText().isEmpty());
    }

    void theRecordIsSearchedByItsWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("entries");
        QTest::newRow("a word of a text") << u"fevg"_qs << 1;
        QTest::newRow("two words anywhere") << u"colchicine crise"_qs << 1;
        QTest::newRow("the author") << u"fontanel"_qs << 3;
        QTest::newRow("nothing") << u"arthrose"_qs << 0;
    }
    void theRecordIsSearchedByItsWords()
    {
        QFETCH(QString, typed);
        QFETCH(int, entries);
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(sample());
        page.findChild<uikit::SearchField *>()->setText(typed);
        const QAbstractItemModel *model = test::named<QListView>(page, u"Historique"_qs)->model();
        int found = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            found += model->flags(model->index(row, 0)).testFlag(Qt::ItemIsSelectable) ? 1 : 0;
        QCOMPARE(found, entries);
    }

    void searchingTwoThousandEntriesIsInstant()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(ofTwentyYears());
        auto *field = page.findChild<uikit::SearchField *>();
        field->setText(u"c"_qs); // the texts are made ready once
        QBENCHMARK
        {
            field->setText(u"consultation 1999"_qs);
            field->setText(u"consultation 199"_qs);
        }
    }

    void pageKeysGoFromYearToYear()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(ofTwentyYears());
        page.show();
        auto *list = test::named<QListView>(page, u"Historique"_qs);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_PageDown);
        QVERIFY(list->currentIndex().data().toString().startsWith(u"Consultation 100,"));
        QTest::keyClick(list, Qt::Key_PageDown);
        QVERIFY(list->currentIndex().data().toString().startsWith(u"Consultation 200,"));
        QTest::keyClick(list, Qt::Key_PageUp);
        QVERIFY(list->currentIndex().data().toString().startsWith(u"Consultation 100,"));
        test::keepScreenshot(page, u"historique-annees"_qs);
    }

    void theRulerOfYearsGoesToAYear()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(ofTwentyYears());
        page.show();
        auto *ruler = test::named<QWidget>(page, u"Années"_qs);
        auto *list = test::named<QListView>(page, u"Historique"_qs);
        QVERIFY(ruler && ruler->isVisible());
        QTest::keyClick(ruler, Qt::Key_Down);
        QTest::keyClick(ruler, Qt::Key_Down);
        QVERIFY(ruler->accessibleDescription().startsWith(u"2024"));
        QTRY_COMPARE(list->indexAt({1, 1}).data().toString(), u"2024"_qs);
        QTest::mouseClick(ruler, Qt::LeftButton, {}, {10, 5});
        QTRY_COMPARE(list->indexAt({1, 1}).data().toString(), u"2026"_qs);
        const QSize wide = page.size();
        page.resize(wide.width(), 330); // twenty years in less room
        test::keepScreenshot(page, u"historique-bas"_qs);
    }

    void measuresOfAMomentAreOneLine()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        Overview overview;
        const QDateTime morning(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
        for (const Measure &one : {*Measure::make(MeasureKind::Weight, 74.2),
                                   *Measure::make(MeasureKind::BloodPressure, 138, 78)}) {
            Entry measure;
            measure.content = one.entry(morning);
            overview.measures.prepend(measure);
        }
        page.showOverview(overview);
        auto *chips = test::named<QWidget>(page, u"Filtrer l’historique"_qs);
        for (auto *chip : chips->findChildren<QAbstractButton *>())
            if (chip->text() == u"Mesures")
                chip->click();
        const auto *model = test::named<QListView>(page, u"Historique"_qs)->model();
        QCOMPARE(model->rowCount(), 2); // its year, and it
        QVERIFY2(model->index(1, 0).data().toString().startsWith(
                     u"Poids 74,2\u00A0kg, PA 138/78\u00A0mmHg"),
                 qPrintable(model->index(1, 0).data().toString()));
    }

    void aRecordOfTwentyYearsIsListedWhole()
    {
        Reading reading;
        record::ui::RecordPage &page = reading.page;
        page.showOverview(ofTwentyYears());
        QCOMPARE(test::named<QListView>(page, u"Historique"_qs)->model()->rowCount(), 2020);
    }
};
QTEST_MAIN(TestRecordPage)
#include "tst_recordpage.moc"

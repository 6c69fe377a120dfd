// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugsheetfixture.h"

#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/drugs/ui/drugsearchpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/tips.h>
#include <support/typing.h>

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QTextBrowser>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::drugs::ui;

//! The whole sheet of a drug, and the search that leads to it.
class TestDrugPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void anUnknownDrugIsSaidSo()
    {
        DrugPage page(test::sheetServices());
        page.show(u"60000005"_qs);
        QVERIFY(page.cis().isEmpty());
        QVERIFY(page.findChild<QTextBrowser *>()->isHidden());
    }

    void whatTheSheetDoesNotHaveIsAlwaysSaid_data()
    {
        QTest::addColumn<QString>("cis");
        QTest::newRow("known well") << u"60000001"_qs;
        QTest::newRow("hardly known") << u"60000009"_qs;
        QTest::newRow("unknown") << u"60000005"_qs;
        QTest::newRow("not in the base") << QString();
    }
    void whatTheSheetDoesNotHaveIsAlwaysSaid()
    {
        QFETCH(const QString, cis);
        DrugInspector shown(test::sheetServices());
        shown.show(cis, u"Gel hydratant"_qs);
        QVERIFY(!shown.isHidden());
        QVERIFY(test::shownText(shown).contains(
            u"Absent de cette fiche\ninteractions, doses, contre-indications"));
        if (cis == u"60000001" || cis == u"60000009") {
            DrugPage page(test::sheetServices());
            page.show(cis);
            QVERIFY(test::shownText(page).contains(u"interactions, doses, contre-indications"));
        }
    }

    void theWholeSheetTakesNoMarkupFromThePublisher()
    {
        DrugPage page(test::sheetServices());
        page.show(u"60000001"_qs);
        const auto *body = page.findChild<QTextBrowser *>();
        const auto small = test::inspector(u"60000001"_qs);
        for (const QLabel *label : page.findChildren<QLabel *>() + small->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        QVERIFY(test::shownText(page).contains(u"CLARITHROMYCINE <b>X</b>"));
        const QString html = body->toHtml();
        QVERIFY(html.contains(u"https://ansm.sante.fr/x"));
        QVERIFY(!html.contains(u"javascript:"));
        QVERIFY(test::shownText(page).contains(u"\nLa base n’en dit rien \nASMR, classe ATC"));
    }

    void tooltipsTakeNoMarkupFromThePublisher()
    {
        DrugDetail detail = test::talkative();
        detail.drug.source.name = u"BDPM <i>mai</i>"_qs;
        detail.drug.value.marketed = false;
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        QStringList tips;
        for (const QLabel *label : shown->findChildren<QLabel *>())
            tips << test::readTip(label->toolTip());
        QVERIFY2(tips.contains(detail.drug.value.label), qPrintable(tips.join(u'\n')));
        QVERIFY2(tips.contains(u"BDPM <i>mai</i>, 26/05/2026"), qPrintable(tips.join(u'\n')));
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (!label->toolTip().isEmpty())
                QVERIFY(!label->accessibleDescription().isEmpty()); // instead of the tip's markup
        DrugSearchPage page(test::sheetServices());
        test::type(*page.findChild<uikit::SearchField *>(), u"clari"_qs);
        const QModelIndex found = page.findChild<QListView *>()->model()->index(0, 0);
        QCOMPARE(test::readTip(found.data(Qt::ToolTipRole).toString()),
                 found.data(Qt::DisplayRole).toString());
        QVERIFY(found.data(Qt::DisplayRole).toString().contains(u"<b>X</b>"));
    }

    void aDrugIsFoundAndReadWithTheKeyboard()
    {
        DrugSearchPage page(test::sheetServices());
        page.resize(1300, 640);
        page.setVisible(true);
        page.begin();
        auto *line = page.findChild<uikit::SearchField *>();
        test::type(*line, u"clari"_qs);
        QCOMPARE(page.sheet()->cis(), u"60000001"_qs);
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(page.sheet()->cis(), u"60000009"_qs);
        test::keepScreenshot(page, u"medicaments"_qs);
        line->clear();
        test::type(*line, u"zzz"_qs);
        QVERIFY(test::shownText(page).contains(u"Aucun médicament trouvé."));
        QSignalSpy back(&page, &DrugSearchPage::backRequested);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(line->text().isEmpty());
        QCOMPARE(back.size(), 0);
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void noSheetStandsBesideASearchThatFoundNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown") << u"zzz"_qs << u"Aucun médicament trouvé."_qs;
        QTest::newRow("failed") << u"panne"_qs << u"Explication de storage.unavailable"_qs;
        QTest::newRow("nothing asked") << QString() << QString();
    }
    void noSheetStandsBesideASearchThatFoundNothing()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        DrugSearchPage page(test::sheetServices());
        page.resize(1300, 640);
        page.setVisible(true);
        auto *line = page.findChild<uikit::SearchField *>();
        line->setText(u"clari"_qs);
        QVERIFY(page.sheet()->isVisible());
        const int width = line->width();
        line->setText(typed);
        QVERIFY(!page.sheet()->isVisible());
        const QString text = test::shownText(page);
        QVERIFY(!text.contains(u"CLARITHROMYCINE"));
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(line->width(), width); // nothing moves while somebody types
        if (typed == u"zzz")
            test::keepScreenshot(page, u"medicaments-aucun"_qs);
        line->setText(u"clari"_qs);
        QVERIFY(page.sheet()->isVisible());
    }
};

QTEST_MAIN(TestDrugPage)
#include "tst_drugpage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancefixture.h"

#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! The drug of a line: it is looked at beside the page, and replaced by another of its group.
class TestOrdonnanceDrug : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void theDrugThatIsLookedAtIsTold()
    {
        const auto page = m_desk.page();
        QSignalSpy told(page.get(), &OrdonnancePage::drugShown);
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QCOMPARE(told.last().first().toString(), u"60234100"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Down);
        QCOMPARE(told.last().first().toString(), u"66567738"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Escape);
        QCOMPARE(told.last().first().toString(), QString()); // nothing is selected
        test::prescribe(*page, u"1 matin 7j"_qs);
        QCOMPARE(told.last().first().toString(), u"60234100"_qs);
        QCOMPARE(told.last().last().toString(), u"DOLIPRANE 1000 mg, comprimé"_qs);
    }

    void theDrugOfALineIsReplacedAndBack()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        const QList<Line> before = page->lines();
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QCOMPARE(page->lines().first().cis, u"66567738"_qs);
        QCOMPARE(page->lines().first().label, u"PARACÉTAMOL 1 g, comprimé"_qs);
        QCOMPARE(page->lines().first().posology, before.first().posology);
        auto *toast = page->findChild<uikit::Toast *>();
        QVERIFY(toast->text().contains(u"PARACÉTAMOL 1 g"));
        for (QPushButton *act : toast->findChildren<QPushButton *>())
            if (act->isVisible())
                act->click();
        QCOMPARE(page->lines(), before);
    }

    void theDrugBeingWrittenIsReplacedWithoutItsPosology()
    {
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 matin 3j"_qs);
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QVERIFY(page->isEmpty());
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().cis, u"66567738"_qs);
        QCOMPARE(page->lines().first().durationDays, 3);
    }

    void theDrugOfTheChosenLineIsReplacedThoughAnotherIsBeingTyped()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Down);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 soir 3j"_qs);
        QListView *view = test::lineView(*page);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(0, 0)).center());
        page->replaceDrug({u"69999999"_qs, u"PARACÉTAMOL AUTRE, comprimé"_qs});
        QCOMPARE(page->lines().first().cis, u"69999999"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().last().cis, u"66567738"_qs);
    }

    void aSignedOrdonnanceIsNotChangedByALookAtItsDrug()
    {
        const auto page = m_desk.page();
        m_desk.rows.first().lines.first().cis = u"69999999"_qs;
        page->refresh();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QListView *signedOnes = test::signedView(*page);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QCOMPARE(page->lines().first().cis, u"60234100"_qs);
    }

    void whatWasUndoneOfOtherLinesIsNotBroughtBack()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QVERIFY(page->findChild<uikit::Toast *>()->isVisible());
        page->signAndPrint();
        QVERIFY(!page->findChild<uikit::Toast *>()->isVisible());
        QVERIFY(page->isEmpty());
    }
};

QTEST_MAIN(TestOrdonnanceDrug)
#include "tst_ordonnancedrug.moc"

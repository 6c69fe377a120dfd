// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancefixture.h"

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>

#include <QApplication>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! An ordonnance that was signed is prescribed again.
class TestOrdonnanceRenewal : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void theLastOrdonnanceIsRenewedAtOnce()
    {
        const auto page = m_desk.page();
        page->renewLast();
        QCOMPARE(page->lines(), m_desk.rows.first().lines);
    }

    void aRenewalShowsWhatIsNewChangedAndStopped()
    {
        m_desk.rows.first().lines << Line{u"2"_qs, u"COLCHICINE 1 mg, comprimé"_qs, u"1-0-0"_qs,
                                          30};
        m_desk.rows.first().lines.first().startDate = QDate(2026, 5, 20);
        const auto page = m_desk.page();
        page->renewLast();
        QCOMPARE(page->lines().size(), 2);
        QVERIFY(!page->lines().first().startDate.isValid());
        const auto chip = [&page](int row) {
            QListView *view = test::lineView(*page);
            const auto content =
                view->model()->index(row, 0).data(uikit::RowRole).value<uikit::Row>();
            return content.chip ? content.chip->text : QString();
        };
        QCOMPARE(chip(0), u"renouvelé"_qs);
        auto *posology = test::anyNamed<QLineEdit>(*page, u"Posologie"_qs);
        QListView *view = test::lineView(*page);
        view->setCurrentIndex(view->model()->index(0, 0));
        posology->clear();
        test::type(*posology, u"2 matin et soir"_qs);
        QCOMPARE(chip(0), u"dose changée"_qs);
        QVERIFY(view->model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Avant"));
        page->beginLine();
        test::type(*test::quick(*page), u"Gel"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 application par jour 1 mois"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        QCOMPARE(chip(2), u"nouveau"_qs);
        QVERIFY(!test::shown(*page).contains(u"Arrêté depuis"_qs));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, 0));
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY2(test::shown(*page).contains(u"Arrêté depuis le 19/05/2026 : COLCHICINE 1 mg"_qs),
                 qPrintable(test::shown(*page)));
        test::keepScreenshot(*page, u"ordonnance-renouvelee"_qs);
    }
};

QTEST_MAIN(TestOrdonnanceRenewal)
#include "tst_ordonnancerenewal.moc"

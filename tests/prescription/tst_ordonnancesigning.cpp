// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancefixture.h"

#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPromise>
#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! Signed, printed, cancelled.
class TestOrdonnanceSigning : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

    //! Where the reason is typed, once Suppr was pressed on the newest signed one.
    static QLineEdit *reasonFor(OrdonnancePage &page, QListView &list)
    {
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        list.setFocus();
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Delete);
        return test::anyNamed<QLineEdit>(page, u"Motif de l’annulation"_qs);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void signingHandsTheLinesOverAndEmptiesThePage()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QSignalSpy told(page.get(), &OrdonnancePage::signedAs);
        page->signAndPrint();
        QCOMPARE(m_desk.signedLines.size(), 1);
        QCOMPARE(told.size(), 1);
        QVERIFY(page->isEmpty());
        QCOMPARE(m_desk.drafts.last(), QString());
    }

    void aRefusedSignatureLosesNothing()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin"_qs);
        m_desk.refusal = Error{ErrorCode::Invalid, u"line.duration"_qs, u"1"_qs};
        page->signAndPrint();
        QCOMPARE(page->lines().size(), 1);
    }

    void aLineThatIsNotFinishedIsNotLeftOutOfThePaper()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 soir"_qs);
        page->signAndPrint();
        QVERIFY(m_desk.signedLines.isEmpty());
        QVERIFY2(test::said(*page).contains(u"ligne"), qPrintable(test::said(*page)));
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        page->signAndPrint();
        QCOMPARE(m_desk.signedLines.first().size(), 2);
    }

    void whatIsSignedIsPrintedAndToldByItsWholeNumber()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        QCOMPARE(m_desk.printed, QStringList{u"01S2TBPZ2JCNZZYGHD"_qs});
        QTRY_VERIFY(test::said(*page).contains(u"envoyée à HP du secrétariat"));
        QVERIFY(test::said(*page).contains(u"01S2 TBPZ 2JCN ZZYG HD signée"));
        QCOMPARE(m_desk.handedOver, m_desk.printed);
        test::keepScreenshot(*page, u"ordonnance-signee"_qs);
    }

    void aPrinterThatIsNotThereUndoesNoSignature()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        m_desk.printer = Error{ErrorCode::NotFound, u"print.none"_qs, {}};
        page->signAndPrint();
        QTRY_VERIFY(
            test::said(*page).contains(u"signée. Durée ou nombre")); // what `explain` answers
        page->printSheet();
        QCOMPARE(m_desk.printed.size(), 2);
        QVERIFY(m_desk.handedOver.isEmpty()); // the next sheet is still the first one
    }

    void aPageThatGoesWhileItsSheetIsPrintedIsNotMissed()
    {
        QPromise<Result<QString>> slow;
        slow.start();
        OrdonnanceServices late = m_desk.services();
        late.print = [&](const QString &) {
            return slow.future();
        };
        auto page = std::make_unique<OrdonnancePage>(late, m_desk.clock, nullptr);
        page->show();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        page.reset();
        slow.addResult(Result<QString>(u"HP"_qs));
        slow.finish();
        QCoreApplication::processEvents();
        QCOMPARE(m_desk.signedLines.size(), 1);
    }

    void nothingIsPrintedThatIsNotTold()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        QCOMPARE(m_desk.printed.size(), 1);
        test::prescribe(*page, u"1 soir 7j"_qs);
        page->printSheet();
        QCOMPARE(m_desk.printed.size(), 1);
    }

    void signedOnesThatCannotBeReadAreNotNone()
    {
        const auto page = m_desk.page();
        m_desk.unread = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        page->refresh();
        QVERIFY(test::said(*page).contains(u"storage.unavailable"));
        QCOMPARE(test::signedView(*page)->model()->rowCount(), 1);
    }

    void anOrdonnanceIsCancelledWithAReasonWithoutABox()
    {
        const auto page = m_desk.page();
        auto *list = test::signedView(*page);
        auto *reason = reasonFor(*page, *list);
        QVERIFY(reason->isVisible());
        test::keepScreenshot(*page, u"ordonnance-annuler"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(m_desk.cancelled.isEmpty()); // no reason, no cancelling
        test::type(*reason, u"Erreur de dosage"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(m_desk.cancelled, QStringList{u"01S2TBPZ2JCNZZYGHD Erreur de dosage"_qs});
        QVERIFY(!reason->isVisible());
    }

    void aReasonIsForOneOrdonnance()
    {
        m_desk.rows << m_desk.rows.first();
        m_desk.rows.last().number = u"7K52TBPZ2JCNZZYGHP"_qs;
        const auto page = m_desk.page();
        auto *list = test::signedView(*page);
        auto *reason = reasonFor(*page, *list);
        QVERIFY(reason->isVisible());
        test::type(*reason, u"Erreur"_qs);
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(!reason->isVisible());
        QVERIFY(reason->text().isEmpty());
    }

    void aCancelledOrdonnanceIsNotPrinted()
    {
        m_desk.rows.first().cancelled = true;
        m_desk.rows.first().cancelReason = u"Erreur de dosage"_qs;
        const auto page = m_desk.page();
        QListView *signedOnes = test::signedView(*page);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        page->printSheet();
        QVERIFY(m_desk.printed.isEmpty());
        QVERIFY2(test::said(*page).contains(u"annulée"), qPrintable(test::said(*page)));
    }

    void afterCancellingTheCancelledOneIsStillTold()
    {
        m_desk.rows << m_desk.rows.first();
        m_desk.rows.last().number = u"7K52TBPZ2JCNZZYGHP"_qs;
        m_desk.rows.last().dispensed.clear();
        const auto page = m_desk.page();
        auto *list = test::signedView(*page);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        auto *reason = test::anyNamed<QLineEdit>(*page, u"Motif de l’annulation"_qs);
        test::type(*reason, u"Erreur de dosage"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(m_desk.cancelled, QStringList{u"7K52TBPZ2JCNZZYGHP Erreur de dosage"_qs});
        QVERIFY2(test::said(*page).contains(u"7K52"), qPrintable(test::said(*page)));
        QCOMPARE(list->currentIndex().row(), 1);
    }
};

QTEST_MAIN(TestOrdonnanceSigning)
#include "tst_ordonnancesigning.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../modules/prescription/ui/linelist.h"
#include "../../modules/prescription/ui/linemodel.h"
#include "ordonnancefixture.h"

#include <ambroise/prescription/draft.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>

#include <QApplication>
#include <QCheckBox>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! The lines once they stand on the page: their marks, their place, their price.
class TestOrdonnanceLines : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void theEditorStandsUnderItsOwnDrugOnly()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        auto *posology = test::anyNamed<QLineEdit>(*page, u"Posologie"_qs);
        QVERIFY(posology->isVisible());
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QVERIFY(!posology->isVisible());
        QTest::keyClick(test::quick(*page), Qt::Key_Escape);
        QVERIFY(posology->isVisible());
        QListView *signedOnes = test::signedView(*page);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        QVERIFY(!posology->isVisible());
    }

    void inANarrowWindowTheLineOpensItsColumn()
    {
        const auto page = m_desk.page();
        page->resize(1000, 600);
        QCoreApplication::processEvents();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QListView *view = test::lineView(*page);
        auto *posology = test::anyNamed<QLineEdit>(*page, u"Posologie"_qs);
        QVERIFY(view && posology && !posology->isVisible());
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(posology->isVisible());
        test::keepScreenshot(*page, u"ordonnance-volet"_qs);
        QTest::keyClick(posology, Qt::Key_Escape);
        QVERIFY(!posology->isVisible());
        page->toggleSide();
        QVERIFY(posology->isVisible());
    }

    void everyMarkOfALineIsWrittenShownAndToldInFullWords()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        const auto tick = [&page](const QString &text) {
            for (QCheckBox *box : page->findChildren<QCheckBox *>())
                if (box->text() == text)
                    box->click();
        };
        tick(u"Hors AMM, donc NR"_qs);
        tick(u"AT ou maladie professionnelle"_qs);
        tick(u"Au titre de la prévention"_qs);
        tick(u"Délivrance en une seule fois"_qs);
        tick(u"Chevauchement autorisé"_qs);
        tick(u"Commence plus tard"_qs);
        const Line line = page->lines().first();
        QVERIFY(line.offLabel && line.notReimbursed && line.workInjury && line.prevention);
        QVERIFY(line.singleDelivery && line.overlapAllowed && line.startDate.isValid());
        QListView *view = test::lineView(*page);
        const QModelIndex row = view->model()->index(0, 0);
        const auto content = row.data(uikit::RowRole).value<uikit::Row>();
        QVERIFY2(content.right.contains(u"hors AMM · AT/MP"_qs), qPrintable(content.right));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"maladie professionnelle"_qs));
        QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(u"Délivrance"_qs));
        test::keepScreenshot(*page, u"ordonnance-mentions"_qs);
    }

    void aLineChangesItsZoneAndItsPlaceWithTheKeyboard()
    {
        const auto page = m_desk.page();
        for (const QString &when : {u"1 matin 7j"_qs, u"1 midi 7j"_qs, u"1 soir 7j"_qs})
            test::prescribe(*page, when);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QListView *view = test::lineView(*page);
        const auto posologies = [&page] {
            QStringList said;
            for (const Line &line : page->lines())
                said << (line.ald ? u"ald "_qs : QString()) + line.posology;
            return said;
        };
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Up, Qt::AltModifier); // the last one is selected
        QCOMPARE(posologies(), QStringList({u"1 matin"_qs, u"1 soir"_qs, u"1 midi"_qs}));
        QTest::keyClick(view, Qt::Key_Z, Qt::AltModifier);
        QCOMPARE(posologies(), QStringList({u"ald 1 soir"_qs, u"1 matin"_qs, u"1 midi"_qs}));
        test::keepScreenshot(*page, u"ordonnance-zones"_qs);
        QTest::keyClick(view, Qt::Key_Down, Qt::AltModifier); // no line leaves its zone that way
        QCOMPARE(posologies().first(), u"ald 1 soir"_qs);
        QTest::keyClick(view, Qt::Key_Z, Qt::AltModifier);
        QCOMPARE(posologies(), QStringList({u"1 soir"_qs, u"1 matin"_qs, u"1 midi"_qs}));
    }

    void aLineThatIsDroppedOnTheOtherZoneIsOfThatZone()
    {
        const auto page = m_desk.page();
        Line ald{u"1"_qs, u"A"_qs, u"1 matin"_qs, 7};
        ald.ald = true;
        const Line other{u"2"_qs, u"B"_qs, u"1 matin"_qs, 7};
        page->restore(Draft{{ald, other}, {}}.toText());
        QListView *view = test::lineView(*page);
        view->setCurrentIndex(view->model()->index(1, 0));
        auto *lines = dynamic_cast<LineList *>(view);
        QVERIFY(lines);
        // What lies under the pointer, when it is let go on the lower half of the last row.
        const auto place =
            static_cast<LineModel *>(view->model())->placeAt(view->model()->index(3, 0), true);
        lines->moveTo(lines->selectedLine(), place.before, place.ald);
        QCOMPARE(page->lines().first().label, u"B"_qs);
        QVERIFY(!page->lines().last().ald);
        page->restore(Draft{{ald, other}, {}}.toText());
        const auto title =
            static_cast<LineModel *>(view->model())->placeAt(view->model()->index(0, 0), false);
        lines->moveTo(1, title.before, title.ald);
        QVERIFY(page->lines().first().ald && page->lines().first().label == u"B");
    }

    void aLineThatWasRemovedComesBackWithZ()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        const QList<Line> before = page->lines();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QListView *view = test::lineView(*page);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(page->isEmpty());
        QTest::keyClick(view, Qt::Key_Z);
        QCOMPARE(page->lines(), before);
    }

    void afterAnUndoTheEditorWritesToTheLineThatItShows()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        test::prescribe(*page, u"1 soir 3j"_qs);
        QListView *view = test::lineView(*page);
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Delete);
        view->setCurrentIndex(view->model()->index(0, 0));
        for (QPushButton *act : page->findChild<uikit::Toast *>()->findChildren<QPushButton *>())
            if (act->isVisible())
                act->click();
        QCOMPARE(page->lines().size(), 2);
        auto *posology = test::anyNamed<QLineEdit>(*page, u"Posologie"_qs);
        QVERIFY(posology->isVisible());
        QCOMPARE(posology->text(), u"1 matin"_qs);
        posology->clear();
        test::type(*posology, u"2 matin"_qs);
        QCOMPARE(page->lines().first().posology, u"2 matin"_qs);
        QCOMPARE(page->lines().last().posology, u"1 soir"_qs);
    }

    void theTotalIsAtLeastThatWhereSomethingIsNotKnown()
    {
        m_desk.prices = Prices{{Money::fromCents(436)}, {Money::fromCents(436), true}};
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j 2 bt"_qs);
        QVERIFY2(test::shown(*page).contains(u"total 4,36\u202F€"_qs),
                 qPrintable(test::shown(*page)));
        m_desk.prices = Prices{{std::nullopt}, {Money::fromCents(218), false}};
        test::prescribe(*page, u"1 soir 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"au moins 2,18\u202F€"_qs));
        m_desk.prices = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        test::prescribe(*page, u"1 midi 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"total inconnu"_qs));
    }
};

QTEST_MAIN(TestOrdonnanceLines)
#include "tst_ordonnancelines.moc"

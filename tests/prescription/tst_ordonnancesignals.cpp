// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancefixture.h"

#include <ambroise/prescription/draft.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! What the checks signal, the reason to go on, and what is proposed with F7.
class TestOrdonnanceSignals : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

    //! A line whose reason was typed; in what.
    static QLineEdit *justify(ui::OrdonnancePage &page)
    {
        test::prescribe(page, u"1 comprimé matin et soir 7j"_qs);
        page.signAndPrint();
        auto *reason = test::anyNamed<QLineEdit>(page, u"Motif pour passer outre"_qs);
        test::type(*reason, u"Vu"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        return reason;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void manySignalsAreReadWholeOnASmallScreen()
    {
        QList<Alert> many;
        for (int i = 0; i < 12; ++i)
            many << test::interaction(u"PE"_qs, u"Surveiller la glycémie. "_qs.repeated(12));
        m_desk.checked = test::checkedWith(many);
        const auto page = m_desk.page();
        page->resize(1000, 600);
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        auto *scroll = test::anyNamed<QScrollArea>(*page, u"Signaux"_qs);
        QVERIFY(scroll);
        QVERIFY(!scroll->verticalScrollBar()->isVisible());
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        test::quick(*page)->setFocus();
        QTest::keyClick(test::quick(*page), Qt::Key_F6);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        test::keepScreenshot(*page, u"ordonnance-signaux-nombreux"_qs);
        for (const QLabel *advice : scroll->widget()->findChildren<QLabel *>())
            QVERIFY2(advice->height() >= advice->heightForWidth(advice->width()),
                     qPrintable(advice->text().left(60)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(!scroll->verticalScrollBar()->isVisible());
    }

    void aContraIndicationAsksForOneReasonAndIsThenSigned()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY2(test::said(*page).contains(u"DOLIPRANE + Colchicine (en cours)"_qs),
                 qPrintable(test::said(*page)));
        test::keepScreenshot(*page, u"ordonnance-contre-indication"_qs);
        page->signAndPrint();
        QVERIFY(m_desk.signedLines.isEmpty());
        auto *reason = test::anyNamed<QLineEdit>(*page, u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::type(*reason, u"Surveillance rapprochée"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        page->signAndPrint();
        QCOMPARE(m_desk.signedLines.size(), 1);
        QCOMPARE(m_desk.reason, u"Surveillance rapprochée"_qs);
        QCOMPARE(m_desk.shownAtSigning.report.alerts.size(), 1);
    }

    void aReasonIsForWhatWasSeenThen()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = m_desk.page();
        QLineEdit *reason = justify(*page);
        m_desk.checked.report.alerts << test::interaction(u"CI"_qs, u"Un autre."_qs);
        m_desk.checked.report.alerts.last().source.version = u"2027-01"_qs;
        test::prescribe(*page, u"1 comprimé le soir 7j"_qs);
        page->signAndPrint();
        QVERIFY(m_desk.signedLines.isEmpty());
        QVERIFY(reason->isVisible());
    }

    void aReasonIsForTheStrengthThatWasSeen()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = m_desk.page();
        QLineEdit *reason = justify(*page);
        m_desk.checked.lines.last().label = u"Colchicine 5 mg"_qs;
        page->signAndPrint();
        QVERIFY(m_desk.signedLines.isEmpty());
        QVERIFY(reason->isVisible());
    }

    void twoNamesInOneLabelAreBothTold()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        m_desk.checked.lines.last().label = u"Paracétamol 500 mg + Codéine 30 mg"_qs;
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY2(test::said(*page).contains(u"Codéine"_qs), qPrintable(test::said(*page)));
    }

    void whatIsNoContraIndicationAsksForNothing()
    {
        m_desk.checked = test::checkedWith(
            {test::interaction(u"AD"_qs, u"Grave."_qs), test::interaction(u"PE"_qs, {})});
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(test::said(*page).contains(u"Grave."_qs));
        page->signAndPrint();
        QCOMPARE(m_desk.signedLines.size(), 1);
        QVERIFY(m_desk.reason.isEmpty());
        QCOMPARE(m_desk.shownAtSigning.report.alerts.size(), 2);
    }

    void foldedSignalsAreShownOnDemandWithTheirAdvice()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"APC"_qs, u"Faible."_qs, true),
                                            test::interaction(u"PE"_qs, u"À surveiller."_qs)});
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(!test::said(*page).contains(u"Faible."_qs));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        test::quick(*page)->setFocus();
        QTest::keyClick(test::quick(*page), Qt::Key_F6);
        QVERIFY(test::said(*page).contains(u"Faible."_qs));
        QVERIFY(test::shown(*page).contains(u"Conduite à tenir."_qs));
        test::keepScreenshot(*page, u"ordonnance-signaux"_qs);
    }

    void whatIsNotCheckedStandsBesideTheLines()
    {
        m_desk.checked = test::checkedWith({});
        m_desk.checked.report.notChecked = {
            {0, CheckKind::Dose, u"not_made"_qs, {}},
            {1, CheckKind::Dose, u"not_made"_qs, {}},
            {1, CheckKind::Interaction, u"unmatched"_qs, {u"X"_qs}}};
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"Doses"_qs));
        QVERIFY(test::shown(*page).contains(u"non rapproché du thésaurus\u00A0: x"_qs));
    }

    void aCheckThatFailsIsNoSilence()
    {
        m_desk.checkFailure = Error{ErrorCode::Corrupt, u"interactions.table"_qs, {}};
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(test::said(*page).contains(u"interactions.table"_qs));
    }

    void whatTheSignalProposesIsDoneWithF7AndUndone()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        const auto acts = page->findChildren<uikit::Button *>();
        QVERIFY(std::any_of(acts.cbegin(), acts.cend(), [](const uikit::Button *act) {
            return act->isVisible() && act->text() == u"Retirer la ligne 1" && act->key() == u"F7";
        }));
        QTest::keyClick(test::quick(*page), Qt::Key_F7);
        QVERIFY(page->isEmpty());
        QVERIFY(page->findChild<uikit::Toast *>()->text().contains(u"DOLIPRANE 1000 mg"));
    }

    void aTreatmentOfTheRecordIsStoppedWithF7AndTakenBack()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        m_desk.checked.taken = {TakenTreatment{record::EntryId{41}, {}}};
        m_desk.mayStop = true;
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QSignalSpy changed(page.get(), &OrdonnancePage::treatmentChanged);
        const auto acts = page->findChildren<uikit::Button *>();
        const auto offers = [&acts](QStringView words, QStringView key) {
            return std::any_of(acts.cbegin(), acts.cend(), [&](const uikit::Button *act) {
                return act->isVisible() && act->text().startsWith(words) && act->key() == key;
            });
        };
        QVERIFY(offers(u"Arrêter Colchicine", u"F7"));
        QVERIFY(!offers(u"Retirer la ligne 1", u"")); // Suppr does that
        test::keepScreenshot(*page, u"ordonnance-arreter"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_F7);
        QCOMPARE(m_desk.stopped.size(), 1);
        QCOMPARE(m_desk.stopped.first().first, record::EntryId{41});
        QVERIFY2(m_desk.stopped.first().second.contains(u"DOLIPRANE"),
                 qPrintable(m_desk.stopped.first().second));
        QCOMPARE(page->lines().size(), 1); // the line stays
        QCOMPARE(changed.size(), 1);
        QVERIFY(page->findChild<uikit::Toast *>()->text().contains(u"arrêté"));
        test::button(*page, u"Annuler"_qs)->click();
        QCOMPARE(m_desk.resumed, record::EntryId{41});
        QCOMPARE(changed.size(), 2);
    }

    void whatWasStoppedLatelyIsSaidAndNotStoppedAgain()
    {
        m_desk.checked = test::checkedWith({test::interaction(u"CI"_qs, u"Risque vital."_qs)});
        m_desk.checked.taken = {TakenTreatment{record::EntryId{41}, QDate(2026, 11, 12)}};
        m_desk.mayStop = true;
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY2(test::said(*page).contains(u"Colchicine (arrêté le 12/11/2026)"_qs),
                 qPrintable(test::said(*page)));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        m_desk.stopped.clear();
        QTest::keyClick(test::quick(*page), Qt::Key_F7);
        QVERIFY(m_desk.stopped.isEmpty());
        QVERIFY(page->isEmpty()); // the line is all that can be changed
    }

    void whereSeveralActsArePossibleNoneIsProposed()
    {
        Alert both = test::interaction(u"CI"_qs, u"Risque vital."_qs);
        m_desk.checked = test::checkedWith({both});
        const auto page = m_desk.page();
        page->restore(Draft{
            {Line{u"1"_qs, u"A"_qs, u"1 matin"_qs, 7}, Line{u"2"_qs, u"B"_qs, u"1 matin"_qs, 7}},
            {}}.toText());
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(test::quick(*page), Qt::Key_F7);
        QCOMPARE(page->lines().size(), 2);
        const auto buttons = page->findChildren<QPushButton *>();
        const auto grey =
            std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
                return button->isVisible() && !button->isEnabled() && !button->toolTip().isEmpty();
            });
        QVERIFY(grey != buttons.cend());
        both.kind = CheckKind::Duplicate;
        both.level = u"warn"_qs;
        m_desk.checked = test::checkedWith({both});
        page->restore(Draft{page->lines(), {}}.toText());
        QTest::keyClick(test::quick(*page), Qt::Key_F7);
        QCOMPARE(page->lines().size(), 1);
        QCOMPARE(page->lines().first().label, u"A"_qs);
    }
};

QTEST_MAIN(TestOrdonnanceSignals)
#include "tst_ordonnancesignals.moc"

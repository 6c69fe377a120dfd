// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancefixture.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>

#include <QApplication>
#include <QLabel>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! What is typed, and what the page shows and says of it.
class TestOrdonnanceTyping : public QObject {
    Q_OBJECT
    test::OrdonnanceDesk m_desk;

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init() { m_desk = {}; }

    void whatIsTypedIsShownAsTheSentenceThatWillBePrinted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("keypad") << u"1-0-1 7j"_qs
                                << u"1 comprimé matin et soir, pendant 7 jours."_qs;
        QTest::newRow("two meanings")
            << u"2x3/j"_qs
            << u"2 comprimés 3 fois par jour, ou bien 3 comprimés 2 fois par jour"_qs;
        QTest::newRow("words")
            << u"selon protocole"_qs
            << u"selon protocole. (texte libre : contrôles de dose impossibles)"_qs;
    }
    void whatIsTypedIsShownAsTheSentenceThatWillBePrinted()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), typed);
        QStringList texts;
        for (const uikit::Label *label : page->findChildren<uikit::Label *>())
            texts << label->text();
        QVERIFY2(texts.contains(u"DOLIPRANE 1000 mg, comprimé : "_qs + shown),
                 qPrintable(texts.join(u'\n')));
    }

    void aLineIsPrescribedWithTheKeyboardAlone()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé matin et soir 7j AR 1"_qs);
        QCOMPARE(page->lines().size(), 1);
        const Line line = page->lines().first();
        QCOMPARE(line.cis, u"60234100"_qs);
        QCOMPARE(line.posology, u"1 comprimé matin et soir"_qs);
        QCOMPARE(line.durationDays, 7);
        QCOMPARE(line.renewals, 1);
        QVERIFY(test::quick(*page)->text().isEmpty());
        test::keepScreenshot(*page, u"ordonnance"_qs);
    }

    void theSecondChoiceIsOneArrowAway()
    {
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        test::keepScreenshot(*page, u"ordonnance-recherche"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Down);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 matin 3j"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().cis, u"66567738"_qs);
    }

    void whatIsNotInTheBaseIsPrescribedAsWritten()
    {
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"Gel hydratant"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 application par jour 1 mois"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().label, u"Gel hydratant"_qs);
        QVERIFY(page->lines().first().cis.isEmpty());
    }

    void whatIsMissingIsSaidInOneLine()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 comprimé si douleur"_qs);
        QVERIFY(test::said(*page).contains(u"ligne 1"));
    }

    void aSearchThatFailedIsNotADrugThatIsAbsent()
    {
        m_desk.searchFailure = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QStringList texts;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        QVERIFY(texts.contains(u"storage.lost"_qs));
    }

    void remarksThatCouldNotBeMadeAreNotNoRemark()
    {
        m_desk.remarksFailure = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QVERIFY2(test::said(*page).contains(u"storage.lost"), qPrintable(test::said(*page)));
    }

    void whatIsTypedIsKeptAtThePauseAndComesBack()
    {
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QTRY_VERIFY(!m_desk.drafts.isEmpty());
        const auto again = m_desk.page();
        again->restore(m_desk.drafts.last());
        QCOMPARE(again->lines(), page->lines());
    }

    void whatCannotBeReadOfADraftIsTold()
    {
        const auto page = m_desk.page();
        page->restore(
            u"[{\"label\": 7}, {\"label\": \"DOLIPRANE\", \"posology\": \"1 matin\"}]"_qs);
        QCOMPARE(page->lines().size(), 1);
        QVERIFY2(test::said(*page).contains(u"ordonnance.draft"), qPrintable(test::said(*page)));
    }

    void aLineThatIsBeingTypedComesBackWithTheDraft()
    {
        const auto page = m_desk.page();
        page->beginLine();
        test::type(*test::quick(*page), u"doli"_qs);
        QTest::keyClick(test::quick(*page), Qt::Key_Return);
        test::type(*test::quick(*page), u"1 soir 7j"_qs);
        QVERIFY_OK(page->keepDraft());
        const auto again = m_desk.page();
        again->restore(m_desk.drafts.last());
        QTest::keyClick(test::quick(*again), Qt::Key_Return);
        QCOMPARE(again->lines().first().cis, u"60234100"_qs);
        QCOMPARE(again->lines().first().durationDays, 7);
    }

    void aDraftThatCouldNotBeKeptIsTold()
    {
        m_desk.draftFailure = Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        QCOMPARE_SUBJECT(page->keepDraft(), "storage.full");
        QVERIFY2(test::said(*page).contains(u"storage.full"), qPrintable(test::said(*page)));
        QCOMPARE(page->lines().size(), 1);
    }

    void whoMayNotPrescribeHasNoLineToType()
    {
        const auto page = m_desk.page();
        page->setMayPrescribe(false);
        QVERIFY(!test::quick(*page)->isVisible());
        page->signAndPrint();
        QVERIFY(m_desk.signedLines.isEmpty());
    }

    void theDarkSheetIsDrawnToo()
    {
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        const auto page = m_desk.page();
        test::prescribe(*page, u"1 matin 7j"_qs);
        test::keepScreenshot(*page, u"ordonnance-sombre"_qs);
        QVERIFY(uikit::Theme::of(*page).isDark());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
};

QTEST_MAIN(TestOrdonnanceTyping)
#include "tst_ordonnancetyping.moc"

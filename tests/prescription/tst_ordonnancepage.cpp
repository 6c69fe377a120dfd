// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/typing.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! The ordonnance page at the keyboard; what it asks of the practice is answered by the test.
class TestOrdonnancePage : public QObject {
    Q_OBJECT
    QStringList m_drafts;
    QList<QList<Line>> m_signed;
    std::optional<Error> m_refusal;
    QList<SignedRow> m_rows;

    OrdonnanceServices services()
    {
        OrdonnanceServices s;
        s.searchDrugs = [](const QString &typed) {
            QList<DrugChoice> choices;
            if (u"doliprane 1000"_qs.startsWith(typed, Qt::CaseInsensitive)) {
                choices.append({u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs,
                                u"PARACÉTAMOL · SANOFI"_qs, u"2,18 € · 65 %"_qs});
                choices.append({u"66567738"_qs,
                                u"DOLIPRANE 1000 mg, comprimé effervescent sécable"_qs,
                                u"PARACÉTAMOL · SANOFI"_qs,
                                {}});
            }
            return choices;
        };
        s.remarks = [](const QList<Line> &lines) {
            QList<Remark> remarks;
            for (int i = 0; i < lines.size(); ++i)
                if (lines.at(i).durationDays == 0 && lines.at(i).boxes == 0)
                    remarks.append({i, u"line.duration"_qs, true});
            return remarks;
        };
        s.sign = [this](const QList<Line> &lines) -> Result<QString> {
            if (m_refusal)
                return *m_refusal;
            m_signed << lines;
            return u"01S2TBPZ2JCNZZYGHZ"_qs;
        };
        s.cancel = [](const QString &, const QString &) {
            return done();
        };
        s.openPdf = [](const QString &) {
            return done();
        };
        s.signedOnes = [this] {
            return m_rows;
        };
        s.saveDraft = [this](const QString &body) {
            m_drafts << body;
        };
        s.explain = [](const Error &error) {
            return u"Durée ou nombre de boîtes à préciser (ligne %1)."_qs.arg(error.detail);
        };
        return s;
    }
    static QLineEdit *quick(OrdonnancePage &page)
    {
        for (QLineEdit *edit : page.findChildren<QLineEdit *>())
            if (edit->accessibleName() == u"Ligne à prescrire")
                return edit;
        return nullptr;
    }
    static void prescribe(OrdonnancePage &page, const QString &posology)
    {
        page.beginLine();
        test::type(*quick(page), u"doli"_qs);
        QTest::keyClick(quick(page), Qt::Key_Return);
        test::type(*quick(page), posology);
        QTest::keyClick(quick(page), Qt::Key_Return);
    }
    std::unique_ptr<OrdonnancePage> shown()
    {
        auto page = std::make_unique<OrdonnancePage>(services(), nullptr);
        page->setDay(QDate(2026, 11, 24));
        page->resize(1302, 600);
        page->refresh();
        page->show();
        return page;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_drafts.clear();
        m_signed.clear();
        m_refusal.reset();
        m_rows = {SignedRow{
            u"01S2TBPZ2JCNZZYGHZ"_qs,
            QDateTime(QDate(2026, 5, 19), QTime(9, 0), Qt::UTC),
            {Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"1 matin et soir"_qs, 7}},
            false,
            {},
            u"délivrée le 20/05/2026 par Sylvie Keraudren"_qs,
            {}}};
    }

    void aLineIsPrescribedWithTheKeyboardAlone()
    {
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j AR 1"_qs);
        QCOMPARE(page->lines().size(), 1);
        const Line line = page->lines().first();
        QCOMPARE(line.cis, u"60234100"_qs);
        QCOMPARE(line.posology, u"1 comprimé matin et soir"_qs);
        QCOMPARE(line.durationDays, 7);
        QCOMPARE(line.renewals, 1);
        QVERIFY(quick(*page)->text().isEmpty());
        test::keepScreenshot(*page, u"ordonnance"_qs);
    }

    void theSecondChoiceIsOneArrowAway()
    {
        const auto page = shown();
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        test::keepScreenshot(*page, u"ordonnance-recherche"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Down);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 matin 3j"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().cis, u"66567738"_qs);
    }

    void whatIsNotInTheBaseIsPrescribedAsWritten()
    {
        const auto page = shown();
        page->beginLine();
        test::type(*quick(*page), u"Gel hydratant"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 application par jour 1 mois"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().label, u"Gel hydratant"_qs);
        QVERIFY(page->lines().first().cis.isEmpty());
    }

    void whatIsMissingIsSaidInOneLine()
    {
        const auto page = shown();
        prescribe(*page, u"1 comprimé si douleur"_qs);
        bool said = false;
        for (const uikit::MessageLine *line : page->findChildren<uikit::MessageLine *>())
            said = said || (line->isVisible() && line->text().contains(u"ligne 1"));
        QVERIFY(said);
    }

    void signingHandsTheLinesOverAndEmptiesThePage()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        QSignalSpy told(page.get(), &OrdonnancePage::signedAs);
        page->signAndPrint();
        QCOMPARE(m_signed.size(), 1);
        QCOMPARE(told.size(), 1);
        QVERIFY(page->isEmpty());
        QCOMPARE(m_drafts.last(), QString());
    }

    void aRefusedSignatureLosesNothing()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin"_qs);
        m_refusal = Error{ErrorCode::Invalid, u"line.duration"_qs, u"1"_qs};
        page->signAndPrint();
        QCOMPARE(page->lines().size(), 1);
    }

    void whatIsTypedIsKeptAtThePauseAndComesBack()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        QTRY_VERIFY(!m_drafts.isEmpty());
        const auto again = shown();
        again->restore(m_drafts.last());
        QCOMPARE(again->lines(), page->lines());
    }

    void aDamagedDraftIsNoLine()
    {
        QVERIFY(OrdonnancePage::linesOf(u"{\"not\": a list"_qs).isEmpty());
        QVERIFY(OrdonnancePage::linesOf(u"[{\"label\": 7}]"_qs).isEmpty());
    }

    void theLastOrdonnanceIsRenewedAtOnce()
    {
        const auto page = shown();
        page->renewLast();
        QCOMPARE(page->lines(), m_rows.first().lines);
    }

    void whoMayNotPrescribeHasNoLineToType()
    {
        const auto page = shown();
        page->setMayPrescribe(false);
        QVERIFY(!quick(*page)->isVisible());
        page->signAndPrint();
        QVERIFY(m_signed.isEmpty());
    }

    void theDarkSheetIsDrawnToo()
    {
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        test::keepScreenshot(*page, u"ordonnance-sombre"_qs);
        QVERIFY(uikit::Theme::of(*page).isDark());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
};
QTEST_MAIN(TestOrdonnancePage)
#include "tst_ordonnancepage.moc"

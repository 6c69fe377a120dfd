// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../modules/prescription/ui/linelist.h"
#include "../../modules/prescription/ui/linemodel.h"

#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
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
    QStringList m_printed;
    QStringList m_handedOver;
    QStringList m_cancelled;
    std::optional<Error> m_unread;
    std::optional<Error> m_searchFailure;
    std::optional<Error> m_draftFailure;
    std::optional<Error> m_remarksFailure;
    std::optional<Error> m_checkFailure;
    Checked m_checked;
    bool m_mayStop = false;
    QList<std::pair<record::EntryId, QString>> m_stopped;
    record::EntryId m_resumed{};
    Result<Prices> m_prices{Prices{}};
    Checked m_shown; //!< of the checks, when it was signed
    QString m_reason;
    Result<QString> m_printer{u"HP du secrétariat"_qs};

    OrdonnanceServices services()
    {
        OrdonnanceServices s;
        s.searchDrugs = [this](const QString &typed) -> Result<QList<DrugChoice>> {
            if (m_searchFailure)
                return *m_searchFailure;
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
        s.remarks = [this](const QList<Line> &lines) -> Result<QList<Remark>> {
            if (m_remarksFailure)
                return *m_remarksFailure;
            QList<Remark> remarks;
            for (int i = 0; i < lines.size(); ++i)
                if (lines.at(i).durationDays == 0 && lines.at(i).boxes == 0)
                    remarks.append({i, u"line.duration"_qs, true});
            return remarks;
        };
        s.check = [this](const QList<Line> &) -> Result<Checked> {
            if (m_checkFailure)
                return *m_checkFailure;
            return m_checked;
        };
        if (m_mayStop) {
            s.stopTreatment = [this](record::EntryId treatment, const QString &words) -> Status {
                m_stopped.append({treatment, words});
                return done();
            };
            s.resumeTreatment = [this](record::EntryId treatment) -> Status {
                m_resumed = treatment;
                return done();
            };
        }
        s.prices = [this](const QList<Line> &) {
            return m_prices;
        };
        s.sign = [this](const QList<Line> &lines, const Checked &shown,
                        const QString &reason) -> Result<QString> {
            if (m_refusal)
                return *m_refusal;
            m_signed << lines;
            m_shown = shown;
            m_reason = reason;
            return u"01S2TBPZ2JCNZZYGHD"_qs;
        };
        s.cancel = [this](const QString &number, const QString &reason) -> Status {
            if (reason.isEmpty())
                return Error{ErrorCode::Invalid, u"ordonnance.reason"_qs, {}};
            m_cancelled << number + u' ' + reason;
            return done();
        };
        s.openPdf = [](const QString &) {
            return done();
        };
        s.print = [this](const QString &number) {
            m_printed << number;
            return QtFuture::makeReadyFuture(m_printer);
        };
        s.printed = [this](const QString &number) {
            m_handedOver << number;
            return done();
        };
        s.signedOnes = [this]() -> Result<QList<SignedRow>> {
            if (m_unread)
                return *m_unread;
            return m_rows;
        };
        s.saveDraft = [this](const QString &body) -> Status {
            m_drafts << body;
            return m_draftFailure ? Status(*m_draftFailure) : done();
        };
        s.explain = [](const Error &error) {
            if (error.code == ErrorCode::Corrupt || error.code == ErrorCode::Unavailable)
                return error.subject;
            return u"Durée ou nombre de boîtes à préciser (ligne %1)."_qs.arg(error.detail);
        };
        return s;
    }
    //! With a treatment that the patient takes already.
    static Checked checkedWith(const QList<Alert> &alerts)
    {
        Checked checked;
        checked.report.alerts = alerts;
        checked.labels = {u"DOLIPRANE 1000 mg, comprimé"_qs, u"Colchicine 1 mg"_qs};
        checked.report.sources = {{u"ANSM thésaurus"_qs, u"2023-09"_qs}};
        return checked;
    }
    static Alert interaction(const QString &level, const QString &risk, bool folded = false)
    {
        Alert alert;
        alert.kind = CheckKind::Interaction;
        alert.level = level;
        alert.lines = {0, 1};
        alert.subjects = {u"PARACETAMOL"_qs, u"COLCHICINE"_qs};
        alert.risk = risk;
        alert.advice = u"Conduite à tenir."_qs;
        alert.source = {u"ANSM thésaurus"_qs, u"2023-09"_qs};
        alert.folded = folded;
        return alert;
    }
    template <class Widget>
    static Widget *named(const OrdonnancePage &page, const QString &name)
    {
        for (Widget *widget : page.findChildren<Widget *>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    static QLineEdit *quick(const OrdonnancePage &page)
    {
        return named<QLineEdit>(page, u"Ligne à prescrire"_qs);
    }
    //! Where the reason is typed, once Suppr was pressed on the newest signed one.
    static QLineEdit *reasonFor(OrdonnancePage &page, QListView &list)
    {
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        list.setFocus();
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Delete);
        return named<QLineEdit>(page, u"Motif de l’annulation"_qs);
    }
    //! What the lines of messages say that a person sees.
    static QString said(const OrdonnancePage &page)
    {
        QStringList texts;
        for (const uikit::MessageLine *line : page.findChildren<uikit::MessageLine *>())
            if (line->isVisible())
                texts << line->text();
        return texts.join(u'\n');
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
        m_searchFailure.reset();
        m_remarksFailure.reset();
        m_checkFailure.reset();
        m_checked = {};
        m_prices = Prices{};
        m_shown = {};
        m_reason.clear();
        m_draftFailure.reset();
        m_unread.reset();
        m_printed.clear();
        m_handedOver.clear();
        m_printer = u"HP du secrétariat"_qs;
        m_cancelled.clear();
        m_rows = {SignedRow{
            u"01S2TBPZ2JCNZZYGHD"_qs,
            QDateTime(QDate(2026, 5, 19), QTime(9, 0), Qt::UTC),
            {Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"1 matin et soir"_qs, 7}},
            false,
            {},
            u"délivrée le 20/05/2026 par Sylvie Keraudren"_qs,
            {}}};
    }

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
        const auto page = this->shown();
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), typed);
        QStringList texts;
        for (const uikit::Label *label : page->findChildren<uikit::Label *>())
            texts << label->text();
        QVERIFY2(texts.contains(u"DOLIPRANE 1000 mg, comprimé : "_qs + shown),
                 qPrintable(texts.join(u'\n')));
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
        QVERIFY(said(*page).contains(u"ligne 1"));
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

    void whatIsSignedIsPrintedAndToldByItsWholeNumber()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        QCOMPARE(m_printed, QStringList{u"01S2TBPZ2JCNZZYGHD"_qs});
        QTRY_VERIFY(said(*page).contains(u"envoyée à HP du secrétariat"));
        QVERIFY(said(*page).contains(u"01S2 TBPZ 2JCN ZZYG HD signée"));
        QCOMPARE(m_handedOver, m_printed);
        test::keepScreenshot(*page, u"ordonnance-signee"_qs);
    }

    void aPrinterThatIsNotThereUndoesNoSignature()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        m_printer = Error{ErrorCode::NotFound, u"print.none"_qs, {}};
        page->signAndPrint();
        QTRY_VERIFY(said(*page).contains(u"signée. Durée ou nombre")); // what `explain` answers
        page->printSheet();
        QCOMPARE(m_printed.size(), 2);
        QVERIFY(m_handedOver.isEmpty()); // the next sheet is still the first one
    }

    void aPageThatGoesWhileItsSheetIsPrintedIsNotMissed()
    {
        QPromise<Result<QString>> slow;
        slow.start();
        OrdonnanceServices late = services();
        late.print = [&](const QString &) {
            return slow.future();
        };
        auto page = std::make_unique<OrdonnancePage>(late, nullptr);
        page->show();
        prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        page.reset();
        slow.addResult(Result<QString>(u"HP"_qs));
        slow.finish();
        QCoreApplication::processEvents();
        QCOMPARE(m_signed.size(), 1);
    }

    void anOrdonnanceIsCancelledWithAReasonWithoutABox()
    {
        const auto page = shown();
        auto *list = named<QListView>(*page, u"Ordonnances signées"_qs);
        auto *reason = reasonFor(*page, *list);
        QVERIFY(reason->isVisible());
        test::keepScreenshot(*page, u"ordonnance-annuler"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(m_cancelled.isEmpty()); // no reason, no cancelling
        test::type(*reason, u"Erreur de dosage"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(m_cancelled, QStringList{u"01S2TBPZ2JCNZZYGHD Erreur de dosage"_qs});
        QVERIFY(!reason->isVisible());
    }

    void signedOnesThatCannotBeReadAreNotNone()
    {
        const auto page = shown();
        m_unread = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        page->refresh();
        QVERIFY(said(*page).contains(u"storage.unavailable"));
        QCOMPARE(named<QListView>(*page, u"Ordonnances signées"_qs)->model()->rowCount(), 1);
    }

    void aReasonIsForOneOrdonnance()
    {
        m_rows << m_rows.first();
        m_rows.last().number = u"7K52TBPZ2JCNZZYGHP"_qs;
        const auto page = shown();
        auto *list = named<QListView>(*page, u"Ordonnances signées"_qs);
        auto *reason = reasonFor(*page, *list);
        QVERIFY(reason->isVisible());
        test::type(*reason, u"Erreur"_qs);
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(!reason->isVisible());
        QVERIFY(reason->text().isEmpty());
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

    void whatCannotBeReadOfADraftIsTold()
    {
        const auto page = shown();
        page->restore(
            u"[{\"label\": 7}, {\"label\": \"DOLIPRANE\", \"posology\": \"1 matin\"}]"_qs);
        QCOMPARE(page->lines().size(), 1);
        QVERIFY2(said(*page).contains(u"ordonnance.draft"), qPrintable(said(*page)));
    }

    void aSearchThatFailedIsNotADrugThatIsAbsent()
    {
        m_searchFailure = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        const auto page = shown();
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QStringList texts;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        QVERIFY(texts.contains(u"storage.lost"_qs));
    }

    void remarksThatCouldNotBeMadeAreNotNoRemark()
    {
        m_remarksFailure = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        QVERIFY2(said(*page).contains(u"storage.lost"), qPrintable(said(*page)));
    }

    void aLineThatIsNotFinishedIsNotLeftOutOfThePaper()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 soir"_qs);
        page->signAndPrint();
        QVERIFY(m_signed.isEmpty());
        QVERIFY2(said(*page).contains(u"ligne"), qPrintable(said(*page)));
        QTest::keyClick(quick(*page), Qt::Key_Return);
        page->signAndPrint();
        QCOMPARE(m_signed.first().size(), 2);
    }

    void aLineThatIsBeingTypedComesBackWithTheDraft()
    {
        const auto page = shown();
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 soir 7j"_qs);
        QVERIFY_OK(page->keepDraft());
        const auto again = shown();
        again->restore(m_drafts.last());
        QTest::keyClick(quick(*again), Qt::Key_Return);
        QCOMPARE(again->lines().first().cis, u"60234100"_qs);
        QCOMPARE(again->lines().first().durationDays, 7);
    }

    void aDraftThatCouldNotBeKeptIsTold()
    {
        m_draftFailure = Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        QCOMPARE_SUBJECT(page->keepDraft(), "storage.full");
        QVERIFY2(said(*page).contains(u"storage.full"), qPrintable(said(*page)));
        QCOMPARE(page->lines().size(), 1);
    }

    void whatWasUndoneOfOtherLinesIsNotBroughtBack()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QVERIFY(page->findChild<uikit::Toast *>()->isVisible());
        page->signAndPrint();
        QVERIFY(!page->findChild<uikit::Toast *>()->isVisible());
        QVERIFY(page->isEmpty());
    }

    void afterAnUndoTheEditorWritesToTheLineThatItShows()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        prescribe(*page, u"1 soir 3j"_qs);
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Delete);
        view->setCurrentIndex(view->model()->index(0, 0));
        for (QPushButton *act : page->findChild<uikit::Toast *>()->findChildren<QPushButton *>())
            if (act->isVisible())
                act->click();
        QCOMPARE(page->lines().size(), 2);
        auto *posology = named<QLineEdit>(*page, u"Posologie"_qs);
        QVERIFY(posology->isVisible());
        QCOMPARE(posology->text(), u"1 matin"_qs);
        posology->clear();
        test::type(*posology, u"2 matin"_qs);
        QCOMPARE(page->lines().first().posology, u"2 matin"_qs);
        QCOMPARE(page->lines().last().posology, u"1 soir"_qs);
    }

    void theEditorStandsUnderItsOwnDrugOnly()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        auto *posology = named<QLineEdit>(*page, u"Posologie"_qs);
        QVERIFY(posology->isVisible());
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QVERIFY(!posology->isVisible());
        QTest::keyClick(quick(*page), Qt::Key_Escape);
        QVERIFY(posology->isVisible());
        QListView *signedOnes = named<QListView>(*page, u"Ordonnances signées"_qs);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        QVERIFY(!posology->isVisible());
    }

    void theDrugOfTheChosenLineIsReplacedThoughAnotherIsBeingTyped()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Down);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 soir 3j"_qs);
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(0, 0)).center());
        page->replaceDrug({u"69999999"_qs, u"PARACÉTAMOL AUTRE, comprimé"_qs});
        QCOMPARE(page->lines().first().cis, u"69999999"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().last().cis, u"66567738"_qs);
    }

    void nothingIsPrintedThatIsNotTold()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        page->signAndPrint();
        QCOMPARE(m_printed.size(), 1);
        prescribe(*page, u"1 soir 7j"_qs);
        page->printSheet();
        QCOMPARE(m_printed.size(), 1);
    }

    void aCancelledOrdonnanceIsNotPrinted()
    {
        m_rows.first().cancelled = true;
        m_rows.first().cancelReason = u"Erreur de dosage"_qs;
        const auto page = shown();
        QListView *signedOnes = named<QListView>(*page, u"Ordonnances signées"_qs);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        page->printSheet();
        QVERIFY(m_printed.isEmpty());
        QVERIFY2(said(*page).contains(u"annulée"), qPrintable(said(*page)));
    }

    void afterCancellingTheCancelledOneIsStillTold()
    {
        m_rows << m_rows.first();
        m_rows.last().number = u"7K52TBPZ2JCNZZYGHP"_qs;
        m_rows.last().dispensed.clear();
        const auto page = shown();
        auto *list = named<QListView>(*page, u"Ordonnances signées"_qs);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        auto *reason = named<QLineEdit>(*page, u"Motif de l’annulation"_qs);
        test::type(*reason, u"Erreur de dosage"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(m_cancelled, QStringList{u"7K52TBPZ2JCNZZYGHP Erreur de dosage"_qs});
        QVERIFY2(said(*page).contains(u"7K52"), qPrintable(said(*page)));
        QCOMPARE(list->currentIndex().row(), 1);
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

    void theDrugThatIsLookedAtIsTold()
    {
        const auto page = shown();
        QSignalSpy told(page.get(), &OrdonnancePage::drugShown);
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QCOMPARE(told.last().first().toString(), u"60234100"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Down);
        QCOMPARE(told.last().first().toString(), u"66567738"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Escape);
        QCOMPARE(told.last().first().toString(), QString()); // nothing is selected
        prescribe(*page, u"1 matin 7j"_qs);
        QCOMPARE(told.last().first().toString(), u"60234100"_qs);
        QCOMPARE(told.last().last().toString(), u"DOLIPRANE 1000 mg, comprimé"_qs);
    }

    void theDrugOfALineIsReplacedAndBack()
    {
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
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
        const auto page = shown();
        page->beginLine();
        test::type(*quick(*page), u"doli"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 matin 3j"_qs);
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QVERIFY(page->isEmpty());
        QTest::keyClick(quick(*page), Qt::Key_Return);
        QCOMPARE(page->lines().first().cis, u"66567738"_qs);
        QCOMPARE(page->lines().first().durationDays, 3);
    }

    void aSignedOrdonnanceIsNotChangedByALookAtItsDrug()
    {
        const auto page = shown();
        m_rows.first().lines.first().cis = u"69999999"_qs;
        page->refresh();
        prescribe(*page, u"1 matin 7j"_qs);
        QListView *signedOnes = named<QListView>(*page, u"Ordonnances signées"_qs);
        signedOnes->setCurrentIndex(signedOnes->model()->index(0, 0));
        page->replaceDrug({u"66567738"_qs, u"PARACÉTAMOL 1 g, comprimé"_qs});
        QCOMPARE(page->lines().first().cis, u"60234100"_qs);
    }

    void inANarrowWindowTheLineOpensItsColumn()
    {
        const auto page = shown();
        page->resize(1000, 600);
        QCoreApplication::processEvents();
        prescribe(*page, u"1 matin 7j"_qs);
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        auto *posology = named<QLineEdit>(*page, u"Posologie"_qs);
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

    void theDarkSheetIsDrawnToo()
    {
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        test::keepScreenshot(*page, u"ordonnance-sombre"_qs);
        QVERIFY(uikit::Theme::of(*page).isDark());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

    void aContraIndicationAsksForOneReasonAndIsThenSigned()
    {
        m_checked = checkedWith({interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY2(said(*page).contains(u"DOLIPRANE 1000 mg + Colchicine 1 mg (en cours)"_qs),
                 qPrintable(said(*page)));
        test::keepScreenshot(*page, u"ordonnance-contre-indication"_qs);
        page->signAndPrint();
        QVERIFY(m_signed.isEmpty());
        auto *reason = named<QLineEdit>(*page, u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::type(*reason, u"Surveillance rapprochée"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        page->signAndPrint();
        QCOMPARE(m_signed.size(), 1);
        QCOMPARE(m_reason, u"Surveillance rapprochée"_qs);
        QCOMPARE(m_shown.report.alerts.size(), 1);
    }

    void aReasonIsForWhatWasSeenThen()
    {
        m_checked = checkedWith({interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        page->signAndPrint();
        auto *reason = named<QLineEdit>(*page, u"Motif pour passer outre"_qs);
        test::type(*reason, u"Vu"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        m_checked.report.alerts << interaction(u"CI"_qs, u"Un autre."_qs);
        m_checked.report.alerts.last().source.version = u"2027-01"_qs;
        prescribe(*page, u"1 comprimé le soir 7j"_qs);
        page->signAndPrint();
        QVERIFY(m_signed.isEmpty());
        QVERIFY(reason->isVisible());
    }

    void whatIsNoContraIndicationAsksForNothing()
    {
        m_checked = checkedWith({interaction(u"AD"_qs, u"Grave."_qs), interaction(u"PE"_qs, {})});
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(said(*page).contains(u"Grave."_qs));
        page->signAndPrint();
        QCOMPARE(m_signed.size(), 1);
        QVERIFY(m_reason.isEmpty());
        QCOMPARE(m_shown.report.alerts.size(), 2);
    }

    void foldedSignalsAreShownOnDemandWithTheirAdvice()
    {
        m_checked = checkedWith({interaction(u"APC"_qs, u"Faible."_qs, true),
                                 interaction(u"PE"_qs, u"À surveiller."_qs)});
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(!said(*page).contains(u"Faible."_qs));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        quick(*page)->setFocus();
        QTest::keyClick(quick(*page), Qt::Key_F6);
        QVERIFY(said(*page).contains(u"Faible."_qs));
        QVERIFY(test::shown(*page).contains(u"Conduite à tenir."_qs));
        test::keepScreenshot(*page, u"ordonnance-signaux"_qs);
    }

    void whatIsNotCheckedStandsBesideTheLines()
    {
        m_checked = checkedWith({});
        m_checked.report.notChecked = {{0, CheckKind::Dose, u"not_made"_qs, {}},
                                       {1, CheckKind::Dose, u"not_made"_qs, {}},
                                       {1, CheckKind::Interaction, u"unmatched"_qs, {u"X"_qs}}};
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"Doses"_qs));
        QVERIFY(test::shown(*page).contains(u"non rapproché du thésaurus : x"_qs));
    }

    void aCheckThatFailsIsNoSilence()
    {
        m_checkFailure = Error{ErrorCode::Corrupt, u"interactions.table"_qs, {}};
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY(said(*page).contains(u"interactions.table"_qs));
    }

    void everyMarkOfALineIsWrittenShownAndToldInFullWords()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
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
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        const QModelIndex row = view->model()->index(0, 0);
        const auto content = row.data(uikit::RowRole).value<uikit::Row>();
        QVERIFY2(content.right.contains(u"hors AMM · AT/MP"_qs), qPrintable(content.right));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"maladie professionnelle"_qs));
        QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(u"Délivrance"_qs));
        test::keepScreenshot(*page, u"ordonnance-mentions"_qs);
    }

    void aLineChangesItsZoneAndItsPlaceWithTheKeyboard()
    {
        const auto page = shown();
        for (const QString &when : {u"1 matin 7j"_qs, u"1 midi 7j"_qs, u"1 soir 7j"_qs})
            prescribe(*page, when);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
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

    void aLineThatWasRemovedComesBackWithZ()
    {
        const auto page = shown();
        prescribe(*page, u"1 matin 7j"_qs);
        const QList<Line> before = page->lines();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(page->isEmpty());
        QTest::keyClick(view, Qt::Key_Z);
        QCOMPARE(page->lines(), before);
    }

    void aLineThatIsDroppedOnTheOtherZoneIsOfThatZone()
    {
        const auto page = shown();
        Line ald{u"1"_qs, u"A"_qs, u"1 matin"_qs, 7};
        ald.ald = true;
        const Line other{u"2"_qs, u"B"_qs, u"1 matin"_qs, 7};
        page->restore(Draft{{ald, other}, {}}.toText());
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
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

    void theTotalIsAtLeastThatWhereSomethingIsNotKnown()
    {
        m_prices = Prices{{Money::fromCents(436)}, {Money::fromCents(436), true}};
        const auto page = shown();
        prescribe(*page, u"1 matin 7j 2 bt"_qs);
        QVERIFY2(test::shown(*page).contains(u"total 4,36\u202F€"_qs),
                 qPrintable(test::shown(*page)));
        m_prices = Prices{{std::nullopt}, {Money::fromCents(218), false}};
        prescribe(*page, u"1 soir 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"au moins 2,18\u202F€"_qs));
        m_prices = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        prescribe(*page, u"1 midi 7j"_qs);
        QVERIFY(test::shown(*page).contains(u"total inconnu"_qs));
    }

    void aRenewalShowsWhatIsNewChangedAndStopped()
    {
        m_rows.first().lines << Line{u"2"_qs, u"COLCHICINE 1 mg, comprimé"_qs, u"1-0-0"_qs, 30};
        m_rows.first().lines.first().startDate = QDate(2026, 5, 20);
        const auto page = shown();
        page->renewLast();
        QCOMPARE(page->lines().size(), 2);
        QVERIFY(!page->lines().first().startDate.isValid());
        const auto chip = [&page](int row) {
            QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
            const auto content =
                view->model()->index(row, 0).data(uikit::RowRole).value<uikit::Row>();
            return content.chip ? content.chip->text : QString();
        };
        QCOMPARE(chip(0), u"renouvelé"_qs);
        auto *posology = named<QLineEdit>(*page, u"Posologie"_qs);
        QListView *view = named<QListView>(*page, u"Lignes de l’ordonnance"_qs);
        view->setCurrentIndex(view->model()->index(0, 0));
        posology->clear();
        test::type(*posology, u"2 matin et soir"_qs);
        QCOMPARE(chip(0), u"dose changée"_qs);
        QVERIFY(view->model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Avant"));
        page->beginLine();
        test::type(*quick(*page), u"Gel"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
        test::type(*quick(*page), u"1 application par jour 1 mois"_qs);
        QTest::keyClick(quick(*page), Qt::Key_Return);
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

    void whatTheSignalProposesIsDoneWithF7AndUndone()
    {
        m_checked = checkedWith({interaction(u"CI"_qs, u"Risque vital."_qs)});
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        const auto acts = page->findChildren<uikit::Button *>();
        QVERIFY(std::any_of(acts.cbegin(), acts.cend(), [](const uikit::Button *act) {
            return act->isVisible() && act->text() == u"Retirer la ligne 1" && act->key() == u"F7";
        }));
        QTest::keyClick(quick(*page), Qt::Key_F7);
        QVERIFY(page->isEmpty());
        QVERIFY(page->findChild<uikit::Toast *>()->text().contains(u"DOLIPRANE 1000 mg"));
    }

    void aTreatmentOfTheRecordIsStoppedWithF7AndTakenBack()
    {
        m_checked = checkedWith({interaction(u"CI"_qs, u"Risque vital."_qs)});
        m_checked.taken = {TakenTreatment{record::EntryId{41}, {}}};
        m_mayStop = true;
        const auto page = shown();
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QSignalSpy changed(page.get(), &OrdonnancePage::treatmentChanged);
        const auto acts = page->findChildren<uikit::Button *>();
        const auto offers = [&acts](QStringView words, QStringView key) {
            return std::any_of(acts.cbegin(), acts.cend(), [&](const uikit::Button *act) {
                return act->isVisible() && act->text().startsWith(words) && act->key() == key;
            });
        };
        QVERIFY(offers(u"Arrêter Colchicine 1 mg", u"F7"));
        QVERIFY(!offers(u"Retirer la ligne 1", u"")); // Suppr does that
        test::keepScreenshot(*page, u"ordonnance-arreter"_qs);
        QTest::keyClick(quick(*page), Qt::Key_F7);
        QCOMPARE(m_stopped.size(), 1);
        QCOMPARE(m_stopped.first().first, record::EntryId{41});
        QVERIFY2(m_stopped.first().second.contains(u"DOLIPRANE"),
                 qPrintable(m_stopped.first().second));
        QCOMPARE(page->lines().size(), 1); // the line stays
        QCOMPARE(changed.size(), 1);
        QVERIFY(page->findChild<uikit::Toast *>()->text().contains(u"arrêté"));
        test::button(*page, u"Annuler"_qs)->click();
        QCOMPARE(m_resumed, record::EntryId{41});
        QCOMPARE(changed.size(), 2);
        m_mayStop = false;
    }

    void whatWasStoppedLatelyIsSaidAndNotStoppedAgain()
    {
        m_checked = checkedWith({interaction(u"CI"_qs, u"Risque vital."_qs)});
        m_checked.taken = {TakenTreatment{record::EntryId{41}, QDate(2026, 11, 12)}};
        m_mayStop = true;
        const auto page = shown();
        m_mayStop = false;
        prescribe(*page, u"1 comprimé matin et soir 7j"_qs);
        QVERIFY2(said(*page).contains(u"Colchicine 1 mg (arrêté le 12/11/2026)"_qs),
                 qPrintable(said(*page)));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        m_stopped.clear();
        QTest::keyClick(quick(*page), Qt::Key_F7);
        QVERIFY(m_stopped.isEmpty());
        QVERIFY(page->isEmpty()); // the line is all that can be changed
    }

    void whereSeveralActsArePossibleNoneIsProposed()
    {
        Alert both = interaction(u"CI"_qs, u"Risque vital."_qs);
        m_checked = checkedWith({both});
        const auto page = shown();
        page->restore(Draft{
            {Line{u"1"_qs, u"A"_qs, u"1 matin"_qs, 7}, Line{u"2"_qs, u"B"_qs, u"1 matin"_qs, 7}},
            {}}.toText());
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(quick(*page), Qt::Key_F7);
        QCOMPARE(page->lines().size(), 2);
        const auto buttons = page->findChildren<QPushButton *>();
        const auto grey =
            std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
                return button->isVisible() && !button->isEnabled() && !button->toolTip().isEmpty();
            });
        QVERIFY(grey != buttons.cend());
        both.kind = CheckKind::Duplicate;
        both.level = u"warn"_qs;
        m_checked = checkedWith({both});
        page->restore(Draft{page->lines(), {}}.toText());
        QTest::keyClick(quick(*page), Qt::Key_F7);
        QCOMPARE(page->lines().size(), 1);
        QCOMPARE(page->lines().first().label, u"A"_qs);
    }
};
QTEST_MAIN(TestOrdonnancePage)
#include "tst_ordonnancepage.moc"

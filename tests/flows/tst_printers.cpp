// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/ordonnancewiring.h>
#include <cabinet/pdfout.h>
#include <cabinet/printerspage.h>
#include <cabinet/printtrial.h>
#include <cabinet/securedpaperdialog.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QPrinter>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>

#include <poppler-qt6.h>

using namespace ambroise;
using namespace ambroise::app;
using prescription::FormRoom;
using prescription::Support;

namespace {

const PaperTray upper{u"Tray1"_qs, u"Bac supérieur"_qs};
const PaperTray lower{u"Tray2"_qs, u"Bac inférieur"_qs};
const MachinePrinter desk{u"hp"_qs, u"HP LaserJet du bureau"_qs, {upper, lower}, true};
const MachinePrinter other{u"brother"_qs, u"Brother de l’accueil"_qs, {}, false};
const QList<MachinePrinter> both{desk, other};

} // namespace

//! What each document is printed on at this post.
class TestPrinters : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    QList<PrintJob> m_sent;
    QStringList m_titles;
    QList<PaperQuestion> m_asked;
    QList<PrintPart> m_shownAs; //!< what a viewer would print the sheet on
    std::optional<PaperChoice> m_answer;
    QList<MachinePrinter> m_present = both;

    //! Printers that write what they get into files of the test.
    PrintMachine machine()
    {
        return {[this] { return m_present; },
                [this](const PaperQuestion &question) {
                    m_asked << question;
                    return m_answer;
                },
                [this](const QByteArray &pdf, const QString &title, const PrintJob &job) {
                    QPrinter paper(QPrinter::HighResolution);
                    paper.setOutputFormat(QPrinter::PdfFormat);
                    paper.setOutputFileName(paperOf(m_sent.size()));
                    m_sent << job;
                    m_titles << title;
                    return paintPages(pdf, paper, {job.part.first, job.part.count});
                }};
    }
    [[nodiscard]] QString paperOf(qsizetype job) const
    {
        return m_desk.path(u"job-%1.pdf"_qs.arg(job));
    }
    Result<QString> print(const QByteArray &pdf, const QList<PrintPart> &parts)
    {
        const auto sent = printParts(pdf, u"Essai"_qs, parts, machine());
        if (!QTest::qWaitFor([&] { return sent.isFinished(); }, 30'000))
            return Error{ErrorCode::Timeout, u"test.timeout"_qs, {}};
        const Result<SentPaper> paper = sent.result();
        return paper.ok() ? Result<QString>(paper->told) : Result<QString>(paper.error());
    }
    static PostPrinters chosen(PaperKind kind, const PaperChoice &choice)
    {
        PostPrinters printers;
        printers.of(kind) = choice;
        return printers;
    }
    //! A page on plain paper, one on the secured form.
    Result<prescription::PrintedOrdonnance> twoSupports()
    {
        const access::Session doctor(m_desk.account(u"medecin"), u"Cabinet 1"_qs,
                                     m_desk.clock.now());
        QByteArray sheet;
        m_shownAs.clear();
        const auto services =
            ordonnanceServices(m_desk.inside(), doctor, test::madeleine,
                               [this, &sheet](const QByteArray &pdf, const Printing &printing) {
                                   sheet = pdf;
                                   m_shownAs = printing.parts;
                                   return done();
                               });
        prescription::Line plain;
        plain.label = u"Repos"_qs;
        plain.posology = u"au lit"_qs;
        plain.durationDays = 3;
        prescription::Line secured = plain;
        secured.label = u"Morphine 10 mg, gélule"_qs;
        secured.posology = u"1 gélule matin et soir"_qs;
        secured.support = Support::Secured;
        AMBROISE_TRY(const QString number, services.sign({plain, secured}, {}, {}));
        AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
        AMBROISE_TRY(const auto kept, m_desk.inside().ordonnances().byNumber(parsed));
        AMBROISE_CHECK(services.openPdf(number));
        return prescription::PrintedOrdonnance{sheet, 2, kept.supports};
    }
    //! Once the printers were found.
    template <class Widget>
    static Widget *field(const QWidget &page, const QString &name)
    {
        (void)QTest::qWaitFor([&] { return test::named<Widget>(page, name) != nullptr; }, 10'000);
        return test::named<Widget>(page, name);
    }
    std::unique_ptr<PrintersPage> page()
    {
        auto page = std::make_unique<PrintersPage>(machine());
        page->resize(1000, 664);
        page->show();
        page->activateWindow();
        (void)QTest::qWaitForWindowActive(page.get());
        return page;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void init()
    {
        m_sent.clear();
        m_titles.clear();
        m_asked.clear();
        m_answer.reset();
        m_present = both;
        QVERIFY_OK(PostPrinters().save());
    }
    void cleanup() { m_desk.window.reset(); }

    void aNewPostPrintsOnceOnTheDefaultPrinter()
    {
        const PrintPlan plan = planOf({{PaperKind::Letter, 1, 0}}, PostPrinters::load(), both);
        QCOMPARE(plan.jobs, (QList<PrintJob>{{u"hp"_qs, {}, 1, {PaperKind::Letter, 1, 0}}}));
        QVERIFY(plan.missing.isEmpty() && plan.toAsk.isEmpty() && plan.nowhere.isEmpty());
    }

    void eachPartGoesOnItsPrinterFromItsTrayInItsNumber()
    {
        PostPrinters printers;
        printers.of(PaperKind::Ordonnance) = {u"brother"_qs, {}, 2};
        printers.of(PaperKind::Secured) = {u"hp"_qs, lower.key, 1};
        const PrintPart plain{PaperKind::Ordonnance, 1, 2};
        const PrintPart secured{PaperKind::Secured, 3, 1};
        const PrintPlan plan = planOf({plain, secured}, printers, both);
        QCOMPARE(plan.jobs, (QList<PrintJob>{{u"brother"_qs, {}, 2, plain},
                                             {u"hp"_qs, lower.key, 1, secured}}));
        QVERIFY(plan.missing.isEmpty() && plan.toAsk.isEmpty());
    }

    void thePartsOfAnOrdonnanceAreItsSupports()
    {
        prescription::PrintedOrdonnance printed;
        QCOMPARE(printPartsOf(printed), (QList<PrintPart>{{PaperKind::Ordonnance, 1, 0}}));
        printed.supports = {
            {Support::Ordinary, 1, 2}, {Support::Secured, 3, 1}, {Support::Exception, 4, 1}};
        QCOMPARE(printPartsOf(printed), (QList<PrintPart>{{PaperKind::Ordonnance, 1, 2},
                                                          {PaperKind::Secured, 3, 1},
                                                          {PaperKind::Exception, 4, 1}}));
    }

    void aPrinterThatIsGoneIsReplacedAndTold()
    {
        const auto printers = chosen(PaperKind::Demande, {u"kyocera"_qs, u"Tray2"_qs, 3});
        const PrintPart part{PaperKind::Demande, 1, 0};
        const PrintPlan plan = planOf({part}, printers, both);
        // The tray was one of the other printer.
        QCOMPARE(plan.jobs, (QList<PrintJob>{{u"hp"_qs, {}, 3, part}}));
        QCOMPARE(plan.missing, (QList<Missing>{{PaperKind::Demande, u"kyocera"_qs, {}}}));
        QVERIFY_OK(printers.save());
        const auto told = print(*printTrial(PaperKind::Demande, printers), {part});
        QVERIFY_OK(told);
        QCOMPARE(*told, u"HP LaserJet du bureau (« kyocera » introuvable)"_qs);
    }

    void aTrayThatIsGoneIsReplacedAndTold()
    {
        const auto printers = chosen(PaperKind::Letter, {u"hp"_qs, u"Tray9"_qs, 1});
        const PrintPlan plan = planOf({{PaperKind::Letter, 1, 0}}, printers, both);
        QCOMPARE(plan.jobs.first().tray, QString());
        QCOMPARE(plan.missing, (QList<Missing>{{PaperKind::Letter, u"hp"_qs, u"Tray9"_qs}}));
    }

    void aPrinterThatTellsNoTrayIsBelieved()
    {
        const auto printers = chosen(PaperKind::Letter, {u"brother"_qs, u"Manual"_qs, 1});
        const PrintPlan plan = planOf({{PaperKind::Letter, 1, 0}}, printers, both);
        QCOMPARE(plan.jobs.first().tray, u"Manual"_qs);
    }

    void securedPaperIsNeverGuessed_data()
    {
        QTest::addColumn<QString>("printer");
        QTest::addColumn<QString>("tray");
        QTest::newRow("never chosen") << QString() << QString();
        QTest::newRow("the printer is gone") << u"kyocera"_qs << QString();
        QTest::newRow("the tray is gone") << u"hp"_qs << u"Tray9"_qs;
    }
    void securedPaperIsNeverGuessed()
    {
        QFETCH(const QString, printer);
        QFETCH(const QString, tray);
        const auto printers = chosen(PaperKind::Secured, {printer, tray, 1});
        const PrintPart part{PaperKind::Secured, 1, 1};
        const PrintPlan plan = planOf({part}, printers, both);
        QCOMPARE(plan.jobs, QList<PrintJob>());
        QCOMPARE(plan.toAsk, QList<PrintPart>{part});
    }

    void nothingIsPrintedWhileNobodySaysWhereTheSecuredPaperIs()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        const auto printed = twoSupports();
        QVERIFY_OK(printed);
        QCOMPARE_SUBJECT(print(printed->pdf, printPartsOf(*printed)), "print.given_up");
        QCOMPARE(m_asked.size(), 1);
        QVERIFY(m_sent.isEmpty());
    }

    void anOrdonnanceOfTwoSupportsIsTwoJobs()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        const auto printed = twoSupports();
        QVERIFY_OK(printed);
        QCOMPARE(m_shownAs, printPartsOf(*printed));
        QVERIFY_OK(chosen(PaperKind::Ordonnance, {u"hp"_qs, upper.key, 2}).save());
        m_answer = PaperChoice{u"brother"_qs, {}, 1};
        const auto told = print(printed->pdf, printPartsOf(*printed));
        QVERIFY_OK(told);
        QCOMPARE(*told, u"HP LaserJet du bureau et Brother de l’accueil"_qs);
        QCOMPARE(m_sent, (QList<PrintJob>{{u"hp"_qs, upper.key, 2, {PaperKind::Ordonnance, 1, 1}},
                                          {u"brother"_qs, {}, 1, {PaperKind::Secured, 2, 1}}}));
        for (qsizetype job = 0; job < m_sent.size(); ++job)
            QCOMPARE(Poppler::Document::load(paperOf(job))->numPages(), 1);
        QCOMPARE(PostPrinters::load().of(PaperKind::Secured), PaperChoice()); // said for once
    }

    void withoutAPrinterItIsSaid()
    {
        m_present.clear();
        const QByteArray pdf = *printTrial(PaperKind::Letter, {});
        QCOMPARE_SUBJECT(print(pdf, {{PaperKind::Letter, 1, 0}}), "print.none");
        m_present = {other};
        QCOMPARE_SUBJECT(print(pdf, {{PaperKind::Letter, 1, 0}}), "print.no_default");
    }

    void pagesThatAreNotThereAreAnError()
    {
        const QByteArray pdf = *printTrial(PaperKind::Letter, {});
        QCOMPARE_SUBJECT(print(pdf, {{PaperKind::Letter, 2, 1}}), "pdf.corrupt");
    }

    void whatIsChosenIsKeptAndMadeToFit()
    {
        PostPrinters printers = chosen(PaperKind::Exception, {u"hp"_qs, lower.key, 4});
        printers.form = FormRoom::fitted(70.5, 30);
        QVERIFY_OK(printers.save());
        QCOMPARE(PostPrinters::load(), printers);

        QFile file(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                   u"/printers.json"_qs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"letter":{"copies":99},"demande":7,"form":{"head":-5,"foot":"x"}})");
        file.close();
        const PostPrinters kept = PostPrinters::load();
        QCOMPARE(kept.of(PaperKind::Letter).copies, PaperChoice::mostCopies);
        QCOMPARE(kept.of(PaperKind::Demande), PaperChoice());
        QCOMPARE(kept.form, FormRoom::fitted(FormRoom::leastHead, FormRoom::usual().foot()));
    }

    void theTraysOfAPrinterAreReadInItsDescription()
    {
        const QByteArray ppd = "*PPD-Adobe: \"4.3\"\r\n"
                               "*OpenUI *InputSlot/Media Source: PickOne\r\n"
                               "*DefaultInputSlot: Auto\r\n"
                               "*InputSlot Auto/Automatic: \"\"\r\n"
                               "*InputSlot Tray1: \"<</MediaPosition 0>>setpagedevice\"\r\n"
                               "*InputSlot Manual/By hand: \"<</ManualFeed true>>\n"
                               "setpagedevice\"\r\n"
                               "*CloseUI: *InputSlot\r\n"
                               "*fr.InputSlot Manual/Alimentation manuelle: \"\"\r\n"
                               "*de.InputSlot Auto/Automatisch: \"\"\r\n";
        QCOMPARE(traysIn(ppd, u"fr"_qs),
                 (QList<PaperTray>{{u"Auto"_qs, u"Automatic"_qs},
                                   {u"Tray1"_qs, u"Tray1"_qs},
                                   {u"Manual"_qs, u"Alimentation manuelle"_qs}}));
        QCOMPARE(traysIn({}, u"fr"_qs), QList<PaperTray>());
        QCOMPARE(traysIn("*InputSlot A/\xC9troit: \"\"\n", u"fr"_qs).first().name, u"Étroit"_qs);
    }

    void aSheetIsSignedInTheRoomOfThisPost()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        PostPrinters printers;
        printers.form = FormRoom::fitted(100, 50);
        QVERIFY_OK(printers.save());
        const auto printed = twoSupports();
        QVERIFY_OK(printed);
        const auto document = Poppler::Document::loadFromData(printed->pdf);
        const double head = printers.form.head() * 72 / 25.4;
        QCOMPARE(document->page(1)->text({0, 0, 595, head - 2}).simplified(),
                 u"SPÉCIMEN, CABINET DE DÉMONSTRATION, SANS VALEUR"_qs);
        QVERIFY(document->page(1)->text({0, head, 595, 40}).contains(u"VASSEUR"_qs));
    }

    void aChoiceIsKeptAtOnce()
    {
        const auto settings = page();
        auto *printer = field<QComboBox>(*settings, u"Demandes, imprimante"_qs);
        QVERIFY(printer);
        QCOMPARE(printer->count(), 3);
        printer->setFocus();
        QTest::keyClick(printer, Qt::Key_Down);
        auto *tray = test::named<QComboBox>(*settings, u"Demandes, bac"_qs);
        QTest::keyClick(printer, Qt::Key_Tab);
        QCOMPARE(settings->focusWidget(), tray);
        QTest::keyClick(tray, Qt::Key_Down);
        QTest::keyClick(tray, Qt::Key_Down);
        QTest::keyClick(tray, Qt::Key_Tab);
        test::named<QSpinBox>(*settings, u"Demandes, nombre d’exemplaires"_qs)->setValue(2);
        QCOMPARE(PostPrinters::load().of(PaperKind::Demande),
                 (PaperChoice{u"hp"_qs, lower.key, 2}));
        test::named<QDoubleSpinBox>(*settings, u"Laisser en haut"_qs)->setValue(70);
        QCOMPARE(PostPrinters::load().form, FormRoom::fitted(70, 38));
        // The trays of another printer are others.
        printer->setCurrentIndex(printer->findData(u"brother"_qs));
        QCOMPARE(PostPrinters::load().of(PaperKind::Demande).tray, QString());
        QVERIFY(!tray->isEnabled());
    }

    void aTrialOfTheRowWithTheCaretIsOneKey()
    {
        const auto settings = page();
        auto *copies = field<QSpinBox>(*settings, u"Étiquettes, nombre d’exemplaires"_qs);
        QVERIFY(copies);
        copies->setValue(3);
        copies->setFocus();
        QTest::keyClick(copies, Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_sent.size(), 1);
        QCOMPARE(m_sent.first(), (PrintJob{u"hp"_qs, {}, 3, {PaperKind::Label, 1, 0}}));
        QTRY_VERIFY(test::shown(*settings).contains(u"Page d’essai envoyée à HP"_qs));
    }

    void whatIsMissingStaysChosenAndSaysSo()
    {
        QVERIFY_OK(chosen(PaperKind::Letter, {u"kyocera"_qs, {}, 1}).save());
        const auto settings = page();
        auto *printer = field<QComboBox>(*settings, u"Courriers et certificats, imprimante"_qs);
        QVERIFY(printer);
        QTRY_COMPARE(printer->currentText(), u"kyocera (introuvable)"_qs);
        QCOMPARE(PostPrinters::load().of(PaperKind::Letter).printer, u"kyocera"_qs);
    }

    void aMachineWithoutPrintersSaysWhatToDo()
    {
        m_present.clear();
        const auto settings = page();
        QTRY_VERIFY(test::shown(*settings).contains(u"Aucune imprimante"_qs));
        QVERIFY(!test::named<QComboBox>(*settings, u"Demandes, imprimante"_qs));
        m_present = both;
        QTest::keyClick(settings.get(), Qt::Key_F5);
        QTRY_VERIFY(test::named<QComboBox>(*settings, u"Demandes, imprimante"_qs));
    }

    void theSecuredPaperIsAskedInASmallWindow()
    {
        SecuredPaperDialog dialog({{{PaperKind::Secured, u"kyocera"_qs, {}}}, both, {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        test::keepScreenshot(dialog, u"papier-securise"_qs);
        auto *printer = test::named<QComboBox>(dialog, u"Ordonnances sécurisées, imprimante"_qs);
        QCOMPARE(printer->count(), 2); // it is not asked where to ask
        QTest::keyClick(printer, Qt::Key_Down);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.choice(), (PaperChoice{u"brother"_qs, {}, 1}));
    }

    void thePageIsLookedAt()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(m_desk.openSettings(u"Imprimantes"_qs));
        QTest::qWait(300);
        m_desk.keepPictures(u"reglages-imprimantes-aucune"_qs);
        PostPrinters printers = chosen(PaperKind::Secured, {u"hp"_qs, lower.key, 1});
        printers.of(PaperKind::Letter) = {u"kyocera"_qs, {}, 2};
        QVERIFY_OK(printers.save());
        // The same page with the printers of the test, where the window has it.
        auto *pages = qobject_cast<QStackedWidget *>(
            m_desk.window->findChild<PrintersPage *>()->parentWidget());
        auto *full = new PrintersPage(machine());
        pages->setCurrentIndex(pages->addWidget(full));
        QVERIFY(field<QComboBox>(*full, u"Demandes, imprimante"_qs));
        m_desk.keepPictures(u"reglages-imprimantes"_qs);
    }
};

QTEST_MAIN(TestPrinters)
#include "tst_printers.moc"

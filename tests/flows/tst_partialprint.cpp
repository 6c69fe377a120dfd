// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/ordonnancewiring.h>
#include <cabinet/pdfout.h>

#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/ui/ordonnancepage.h>

#include <QPrinter>

#include <poppler-qt6.h>

using namespace ambroise;
using namespace ambroise::app;
using prescription::Support;
using prescription::ui::OrdonnancePage;

namespace {

const MachinePrinter desk{u"hp"_qs, u"HP LaserJet du bureau"_qs, {}, true};
const MachinePrinter other{u"brother"_qs, u"Brother de l’accueil"_qs, {}, false};

} // namespace

//! An ordonnance of two supports of which one printer fails.
class TestPartialPrint : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<access::Session> m_doctor;
    std::unique_ptr<OrdonnancePage> m_page;
    QStringList m_broken;   //!< printers that paint into a folder that is not there
    QList<PrintJob> m_sent; //!< what was tried
    Printing m_viewed;      //!< how a viewer would print it
    QString m_number;

    //! Real printers that write into files.
    PrintMachine machine()
    {
        return {[] {
                    return QList<MachinePrinter>{desk, other};
                },
                [](const PaperQuestion & /*question*/) { return std::optional<PaperChoice>(); },
                [this](const QByteArray &pdf, const QString & /*title*/, const PrintJob &job) {
                    QPrinter paper(QPrinter::HighResolution);
                    paper.setOutputFormat(QPrinter::PdfFormat);
                    const bool broken = m_broken.contains(job.printer);
                    paper.setOutputFileName(
                        m_desk->path(broken ? u"nowhere/job.pdf"_qs : paperOf(m_sent.size())));
                    m_sent << job;
                    return paintPages(pdf, paper, {job.part.first, job.part.count});
                }};
    }
    static QString paperOf(qsizetype job) { return u"job-%1.pdf"_qs.arg(job); }
    [[nodiscard]] QString textOf(qsizetype job) const
    {
        const auto paper = Poppler::Document::load(m_desk->path(paperOf(job)));
        return paper ? QString::number(paper->numPages()) : u"nothing"_qs;
    }
    void open()
    {
        m_page = std::make_unique<OrdonnancePage>(
            ordonnanceServices(
                m_desk->inside(), *m_doctor, test::madeleine,
                [this](const QByteArray & /*pdf*/, const Printing &printing) {
                    m_viewed = printing;
                    return done();
                },
                {}, machine()),
            m_desk->clock, nullptr);
        m_page->resize(1302, 600);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        connect(m_page.get(), &OrdonnancePage::signedAs, this,
                [this](const QString &number) { m_number = number; });
    }
    //! A page on plain paper, one on the secured form.
    void signTwoSupports()
    {
        prescription::Line plain;
        plain.label = u"Repos"_qs;
        plain.posology = u"au lit"_qs;
        plain.durationDays = 3;
        prescription::Line secured = plain;
        secured.label = u"Morphine 10 mg, gélule"_qs;
        secured.posology = u"1 gélule matin et soir"_qs;
        secured.support = Support::Secured;
        m_page->restore(prescription::Draft{{plain, secured}, {}}.toText());
        m_page->signAndPrint();
        QVERIFY(!m_number.isEmpty());
    }
    [[nodiscard]] bool isNotedAsPrinted() const
    {
        return m_desk->inside()
            .ordonnances()
            .byNumber(*prescription::OrdonnanceNumber::parse(m_number))
            ->printedAt.isValid();
    }
    [[nodiscard]] qsizetype printsInTheJournal() const
    {
        return m_desk->inside().journal().find({.action = audit::Action::Print})->size();
    }
    [[nodiscard]] QPushButton *missingAct() const
    {
        return test::button(*m_page, u"Imprimer ce qui manque"_qs);
    }
    void waitFor(const QString &told) const
    {
        QTRY_VERIFY2_WITH_TIMEOUT(test::said(*m_page).contains(told),
                                  qPrintable(test::said(*m_page)), 30'000);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
        m_doctor = std::make_unique<access::Session>(m_desk->account(u"medecin"), u"Cabinet 1"_qs,
                                                     m_desk->clock.now());
        PostPrinters printers;
        printers.of(PaperKind::Secured) = {u"brother"_qs, {}, 1};
        QVERIFY_OK(printers.save());
        m_sent.clear();
        m_broken.clear();
        m_number.clear();
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void itSaysWhatIsOutAndWhatIsNot()
    {
        m_broken = {u"brother"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé : page 2, sécurisée (Brother de l’accueil). "
                "Sorti : page 1 (HP LaserJet du bureau)."_qs);
        QVERIFY(test::said(*m_page).contains(u"imprimée en partie"_qs));
        QCOMPARE(m_sent.size(), 2);
        QCOMPARE(textOf(0), u"1"_qs);
        QTRY_VERIFY(missingAct());
        QVERIFY(!isNotedAsPrinted()); // the sheet that is missing is no duplicata
        QCOMPARE(printsInTheJournal(), 1);
        test::keepScreenshot(*m_page, u"ordonnance-imprimee-en-partie"_qs);
    }

    void aFirstSheetThatFailsKeepsNoOtherBack()
    {
        m_broken = {u"hp"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé : page 1 (HP LaserJet du bureau). "
                "Sorti : page 2, sécurisée (Brother de l’accueil)."_qs);
        QCOMPARE(textOf(1), u"1"_qs);
    }

    void printingAgainPrintsWhatIsMissing()
    {
        m_broken = {u"brother"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé"_qs);
        m_broken.clear();
        m_sent.clear();
        missingAct()->click();
        waitFor(u"envoyée à Brother de l’accueil"_qs);
        QCOMPARE(m_sent, (QList<PrintJob>{{u"brother"_qs, {}, 1, {PaperKind::Secured, 2, 1}}}));
        QVERIFY(isNotedAsPrinted());
        QCOMPARE(printsInTheJournal(), 2);
        QVERIFY(!missingAct());
        m_sent.clear();
        m_page->printSheet(); // from then on all of it, as a duplicata
        waitFor(u"envoyée à HP LaserJet du bureau et Brother de l’accueil"_qs);
        QCOMPARE(m_sent.size(), 2);
    }

    void whatFailsAgainIsStillOffered()
    {
        m_broken = {u"brother"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé"_qs);
        m_sent.clear();
        m_page->printSheet();
        waitFor(u"L’impression n’a pas abouti"_qs);
        QCOMPARE(m_sent.size(), 1);
        QTRY_VERIFY(missingAct());
        QVERIFY(!isNotedAsPrinted());
    }

    void whatIsMissingGoesWhereThePostHasItsPaperNow()
    {
        m_broken = {u"brother"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé"_qs);
        PostPrinters printers;
        printers.of(PaperKind::Secured) = {u"hp"_qs, {}, 1};
        QVERIFY_OK(printers.save());
        m_sent.clear();
        m_page->printSheet();
        waitFor(u"envoyée à HP LaserJet du bureau"_qs);
        QCOMPARE(m_sent, (QList<PrintJob>{{u"hp"_qs, {}, 1, {PaperKind::Secured, 2, 1}}}));
    }

    void whereNothingIsOutAllOfItIsPrintedAgain()
    {
        m_broken = {u"hp"_qs, u"brother"_qs};
        signTwoSupports();
        waitFor(u"L’impression n’a pas abouti"_qs);
        QVERIFY(!missingAct());
        m_broken.clear();
        m_sent.clear();
        m_page->printSheet();
        waitFor(u"envoyée à HP"_qs);
        QCOMPARE(m_sent.size(), 2);
    }

    void theSheetThatIsLookedAtPrintsWhatIsMissingToo()
    {
        m_broken = {u"brother"_qs};
        signTwoSupports();
        waitFor(u"Non imprimé"_qs);
        m_page->openSheet();
        QCOMPARE(m_viewed.parts, (QList<PrintPart>{{PaperKind::Secured, 2, 1}}));
        m_viewed.done();
        QVERIFY(isNotedAsPrinted());
        m_page->openSheet();
        QCOMPARE(m_viewed.parts.size(), 2);
    }
};

QTEST_MAIN(TestPartialPrint)
#include "tst_partialprint.moc"

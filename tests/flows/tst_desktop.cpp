// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"
#include "pictureof.h"
#include "readable.h"
#include <support/videoframe.h>

#include <cabinet/officineshell.h>
#include <cabinet/ordonnancewiring.h>
#include <cabinet/pdfout.h>
#include <words/languages.h>

#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/codes/reader.h>
#include <ambroise/codes/ui/camerascanner.h>
#include <ambroise/core/log.h>

#include <QDialog>
#include <QListView>
#include <QPrinter>
#include <QVideoSink>

using namespace ambroise;
using namespace ambroise::app;

//! The whole line through the product on the real windows, at the keyboard.
class TestDesktop : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    QTemporaryDir m_asked; //!< what the test itself has written in clear

    void signIn(const QString &login)
    {
        m_desk.signIn(login);
        QTRY_VERIFY(m_desk.window->shell());
    }
    [[nodiscard]] RecordView *openMadeleine() const
    {
        auto *line = test::named<uikit::SearchField>(*m_desk.cabinet());
        if (!line)
            return nullptr;
        line->clear();
        test::type(*line, u"vass"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        return m_desk.record();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Also what is kept for a moment, and what is logged, is looked at afterwards.
        QVERIFY(QDir().mkpath(m_desk.path(u"tmp"_qs)));
        qputenv("TMPDIR", m_desk.path(u"tmp"_qs).toUtf8());
        log::install(m_desk.path(u"log"_qs));
        installLanguage(*qApp, QLocale::French);
        QVERIFY_OK(m_desk.make());
    }
    void cleanup() { m_desk.window.reset(); }

    void anOrdonnanceGoesFromTheDoctorToThePharmacyAndBack()
    {
        m_desk.open();
        test::keepScreenshot(*m_desk.window, u"1-connexion"_qs);
        signIn(u"medecin"_qs);
        QVERIFY(m_desk.cabinet());
        test::keepScreenshot(*m_desk.window, u"2-patients"_qs);
        RecordView *record = openMadeleine();
        QVERIFY(record);
        test::keepScreenshot(*m_desk.window, u"3-dossier"_qs);

        record->showPage(u"ordonnances"_qs);
        record->ordonnancePage()->beginLine();
        auto *quickLine =
            test::named<QLineEdit>(*record->ordonnancePage(), u"Ligne à prescrire"_qs);
        QVERIFY(quickLine);
        test::type(*quickLine, u"doliprane 1000"_qs);
        test::keepScreenshot(*m_desk.window, u"4-recherche-medicament"_qs);
        QTest::keyClick(quickLine, Qt::Key_Return);
        test::type(*quickLine, u"1 comprimé matin et soir 7j"_qs);
        test::keepScreenshot(*m_desk.window, u"5-posologie"_qs);
        QTest::keyClick(quickLine, Qt::Key_Return);
        QCOMPARE(record->ordonnancePage()->lines().size(), 1);
        test::keepScreenshot(*m_desk.window, u"6-ordonnance"_qs);
        QSignalSpy signedAs(record->ordonnancePage(), &prescription::ui::OrdonnancePage::signedAs);
        QTest::keyClick(quickLine, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(signedAs.size(), 1);
        test::keepScreenshot(*m_desk.window, u"7-signee"_qs);

        Practice &open = m_desk.inside();
        const auto number =
            prescription::OrdonnanceNumber::parse(signedAs.first().first().toString());
        const auto ordonnance = open.ordonnances().byNumber(*number);
        QVERIFY_OK(ordonnance);
        const auto tester = audit::Actor::program(u"test"_qs);
        const QString pdf = m_asked.filePath(u"ordonnance.pdf"_qs);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*open.ordonnances().pdf(*ordonnance, tester));
        file.close();

        // What comes out of a printer carries the same code.
        QPrinter paper(QPrinter::HighResolution);
        paper.setOutputFileName(m_asked.filePath(u"paper.pdf"_qs));
        QVERIFY_OK(paintPages(*open.ordonnances().pdf(*ordonnance, tester), paper));
        const auto printed = codes::readFile(paper.outputFileName());
        QVERIFY_OK(printed);
        QStringList codesOnPaper;
        for (const codes::DecodedSymbol &symbol : *printed)
            codesOnPaper << QString::fromLatin1(symbol.bytes);
        QVERIFY2(codesOnPaper.contains(ordonnance->code), qPrintable(codesOnPaper.join(u'\n')));

        m_desk.window->lock();
        QVERIFY(!m_desk.window->shell());
        test::keepScreenshot(*m_desk.window, u"8-verrouille"_qs);
        signIn(u"pharmacien"_qs);
        QVERIFY(qobject_cast<OfficineShell *>(m_desk.window->shell()));
        auto *counter = qobject_cast<OfficineShell *>(m_desk.window->shell())->page();
        counter->openFile(pdf);
        QTRY_VERIFY(counter->scanned().has_value());
        test::keepScreenshot(*m_desk.window, u"9-officine"_qs);
        counter->dispense();
        counter->recordAll();
        QCOMPARE(counter->scanned()->history.size(), 1);
        test::keepScreenshot(*m_desk.window, u"10-delivree"_qs);

        m_desk.window->lock();
        signIn(u"medecin"_qs);
        test::keepScreenshot(*m_desk.window, u"11-retour"_qs);
        // Hers is as she left it, and tells what became of it.
        QCOMPARE(m_desk.record(), record);
        auto *page = record->ordonnancePage();
        auto *sheets = test::named<QListView>(*page, u"Ordonnances signées"_qs);
        const auto spoken = [](const QModelIndex &row) {
            return row.data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(sheets->model()->index(0, 0)).contains(u"Délivrée"));
        sheets->setFocus();
        sheets->setCurrentIndex(sheets->model()->index(0, 0));
        QVERIFY2(test::said(*page).contains(u"délivrée le 24/11/2026 par Sylvie Keraudren"),
                 qPrintable(test::said(*page)));
        test::keepScreenshot(*m_desk.window, u"12-delivree-vue"_qs);

        // Who did what, from the opening of the record on: in the journal, and as she reads it.
        QTest::keyClick(m_desk.window.get(), Qt::Key_J, Qt::ControlModifier);
        auto *journal = m_desk.window->findChild<audit::ui::JournalPage *>();
        QVERIFY(journal->isVisible());
        const auto *told = test::named<QListView>(*journal)->model();
        audit::Filter hers;
        hers.patient = test::madeleine;
        const auto events = open.journal().find(hers);
        QVERIFY_OK(events);
        QTRY_COMPARE(told->rowCount(), int(events->size()));
        QStringList story;
        for (int row = 0; row < events->size(); ++row) {
            const audit::Event &event = events->at(row);
            QVERIFY(spoken(told->index(row, 0)).contains(event.actor.name()));
            story.prepend(code(event.deed.action) + u" by "_qs + event.actor.name());
            if (event.deed.subject == audit::Subject::Patient)
                break;
        }
        QCOMPARE(story,
                 (QStringList{u"read by Dr Claire Fontanel"_qs, u"sign by Dr Claire Fontanel"_qs,
                              u"read by Dr Claire Fontanel"_qs, // no printer took it
                              u"read by Ambroise"_qs,           // this test, for a file and paper
                              u"read by Ambroise"_qs, u"verify by Sylvie Keraudren"_qs,
                              u"dispense by Sylvie Keraudren"_qs,
                              u"verify by Sylvie Keraudren"_qs,    // shown as it then is
                              u"read by Dr Claire Fontanel"_qs})); // this journal
        QVERIFY(open.journal().verify()->ok);
        QVERIFY_UNREADABLE(m_desk.path({}));
    }

    void theCounterReadsASheetFromAPictureAndBeforeTheCamera()
    {
        m_desk.enter(u"pharmacien"_qs);
        auto *shell = qobject_cast<OfficineShell *>(m_desk.window->shell());
        QVERIFY(shell);
        const access::Session doctor(m_desk.account(u"medecin"), u"Cabinet 1"_qs,
                                     m_desk.clock.now());
        QByteArray sheet;
        const auto services = ordonnanceServices(m_desk.inside(), doctor, test::madeleine,
                                                 [&sheet](const QByteArray &pdf, const auto &) {
                                                     sheet = pdf;
                                                     return done();
                                                 });
        prescription::Line line;
        line.label = u"Repos"_qs;
        line.posology = u"au lit"_qs;
        line.durationDays = 3;
        const auto number = services.sign({line}, {}, {});
        QVERIFY_OK(number);
        QVERIFY_OK(services.openPdf(*number));
        const QString picture = test::pictureOf(sheet, m_asked.filePath(u"picture"_qs));

        shell->page()->openFile(picture);
        QTRY_VERIFY(shell->page()->scanned());
        QCOMPARE(shell->page()->scanned()->ordonnance->content.number().value(), *number);
        shell->page()->next();
        QVERIFY(!shell->page()->scanned());

        const QImage code = QImage(picture);
        QTimer::singleShot(0, this, [&code] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            auto *camera = dialog->findChild<codes::ui::CameraScanner *>();
            QTimer::singleShot(30'000, dialog, &QDialog::reject); // it waits for a code
            camera->findChild<QVideoSink *>()->setVideoFrame(test::videoFrame(code));
        });
        QTest::keyClick(m_desk.window.get(), Qt::Key_F2);
        QVERIFY(shell->page()->scanned());
        QCOMPARE(shell->page()->scanned()->ordonnance->content.number().value(), *number);
    }

    void oneKeyOpensThePalette()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(!m_desk.cabinet()->palette()->isVisible());
        QTest::keyClick(m_desk.window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_desk.cabinet()->palette()->isVisible());
        QVERIFY(!m_desk.cabinet()->palette()->shown().isEmpty());
        m_desk.cabinet()->palette()->reject();
    }

    void aWrongPasswordLetsNobodyIn()
    {
        m_desk.open();
        m_desk.signIn(u"medecin"_qs, u"Pas-Le-Bon-Mot-De-Passe"_qs);
        QTRY_COMPARE(m_desk.said(u"notice"_qs), u"Identifiant ou mot de passe inexact."_qs);
        QVERIFY(!m_desk.window->shell());
        QVERIFY(!m_desk.window->gate()->practice());
        test::keepScreenshot(*m_desk.window, u"mot-de-passe-inexact"_qs);
    }

    void theSecretarySeesNoClinicalPage()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        RecordView *record = openMadeleine();
        QVERIFY(record);
        QVERIFY(!record->ordonnancePage());
        test::keepScreenshot(*m_desk.window, u"secretaire"_qs);
    }

    void whatWasBeingWrittenIsBackAfterTheProgramWasLost()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        RecordView *record = openMadeleine();
        record->ordonnancePage()->beginLine();
        record->showPage(u"ordonnances"_qs);
        auto *line = test::named<QLineEdit>(*record->ordonnancePage(), u"Ligne à prescrire"_qs);
        test::type(*line, u"doliprane 1000"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, u"1 matin 5j"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        Practice &practice = m_desk.inside();
        const UserId author = m_desk.window->shell()->session().account().id;
        QTRY_VERIFY(practice.drafts().find(author, ordonnanceDraft, 1)->has_value());
        m_desk.window.reset();

        QVERIFY(m_desk.enter(u"medecin"_qs));
        record = openMadeleine();
        QCOMPARE(record->ordonnancePage()->lines().size(), 1);
        QCOMPARE(record->ordonnancePage()->lines().first().durationDays, 5);
    }

    void aSecondProgramOnTheSamePracticeIsTold()
    {
        m_desk.open();
        const PracticeFolder folder(m_desk.practice());
        QCOMPARE_SUBJECT(folder.lock(), "practice.open_elsewhere");
    }

    void theDarkSheetAndTheSmallScreen()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(openMadeleine());
        m_desk.setDark(true);
        test::keepScreenshot(*m_desk.window, u"dossier-sombre"_qs);
        m_desk.setDark(false);
        m_desk.window->resize(1024, 680);
        test::keepScreenshot(*m_desk.window, u"dossier-petit"_qs);
        QVERIFY(m_desk.window->width() <= 1024);
    }

    void anotherLanguageWaitsForTheNextSignIn()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        const UserId who = m_desk.window->shell()->session().account().id;
        access::Preferences english;
        english.language = access::Language::English;
        Practice &practice = m_desk.inside();
        QVERIFY_OK(practice.preferences().put(who, english));
        m_desk.window->applyPreferences(english);
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Médecin"_qs);

        m_desk.window->lock();
        signIn(u"secretaire"_qs);
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Doctor"_qs);
        test::keepScreenshot(*m_desk.window, u"anglais"_qs);
        m_desk.window->lock();
        test::keepScreenshot(*m_desk.window, u"anglais-verrouille"_qs);

        signIn(u"medecin"_qs);
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Médecin"_qs);
        QVERIFY_OK(practice.preferences().put(who, {})); // as the others expect her
    }
};
QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"

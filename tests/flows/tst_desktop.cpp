// SPDX-License-Identifier: GPL-3.0-or-later
#include "../codes/videoframe.h"
#include "deskfixture.h"
#include "readable.h"

#include <cabinet/officineshell.h>
#include <cabinet/pdfout.h>
#include <words/languages.h>

#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/codes/reader.h>
#include <ambroise/codes/ui/camerascanner.h>
#include <ambroise/core/log.h>

#include <QListView>
#include <QPrinter>
#include <QProcess>

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
        QCOMPARE(QString::fromLatin1(printed->first().bytes), ordonnance->code);

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
        const auto history = open.dispensations().of(*number);
        QCOMPARE(history->first().authorName, u"Sylvie Keraudren"_qs);

        QSet<QString> told;
        const auto events = open.journal().find({});
        for (const audit::Event &event : *events)
            told.insert(code(event.deed.action));
        for (const QString &action : {u"sign_in"_qs, u"read"_qs, u"sign"_qs, u"print"_qs,
                                      u"lock"_qs, u"verify"_qs, u"dispense"_qs})
            QVERIFY2(told.contains(action), qPrintable(action));
        QVERIFY(open.journal().verify()->ok);
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

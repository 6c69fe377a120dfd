// SPDX-License-Identifier: GPL-3.0-or-later
#include <cabinet/cabinetshell.h>
#include <cabinet/mainwindow.h>
#include <cabinet/officineshell.h>
#include <cabinet/pdfout.h>
#include <cabinet/recordview.h>
#include <practice/demo.h>
#include <words/languages.h>

#include <ambroise/codes/reader.h>
#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::app;

namespace {

const QString password = QStringLiteral("Correct-Cheval-7-Agrafe");
constexpr crypto::Argon2Params quick{1024, 1, 1}; // a test proves no strength

} // namespace

//! The whole line through the product on the real windows, at the keyboard.
class TestDesktop : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString practice() const { return m_folder.filePath(u"practice"_qs); }

    template <class Edit>
    static Edit *visible(const QWidget &in, const QString &accessibleName = {})
    {
        for (Edit *edit : in.findChildren<Edit *>())
            if (edit->isVisibleTo(&in) &&
                (accessibleName.isEmpty() || edit->accessibleName() == accessibleName))
                return edit;
        return nullptr;
    }
    void open(Post::Profile profile = Post::Profile::Cabinet)
    {
        Post post;
        post.name = u"Cabinet 1"_qs;
        post.profile = profile;
        post.lastPractice = practice();
        m_window = std::make_unique<MainWindow>(MainWindow::Options{post, quick}, m_clock);
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void signIn(const QString &login, const QString &typed = password)
    {
        m_window->signInPage()->choose(login);
        auto *field = visible<uikit::PasswordField>(*m_window->signInPage());
        QVERIFY(field);
        field->setFocus();
        test::type(*field, typed);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] RecordView *openMadeleine() const
    {
        auto *shell = qobject_cast<CabinetShell *>(m_window->shell());
        auto *line = shell ? visible<uikit::SearchField>(*shell) : nullptr;
        if (!line)
            return nullptr;
        line->clear();
        test::type(*line, u"vass"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        return shell->currentRecord();
    }

    //! The record of Madeleine at its administrative page, whoever signs in.
    [[nodiscard]] RecordView *openAdministrative(const QString &login = u"medecin"_qs)
    {
        open();
        signIn(login);
        (void)QTest::qWaitFor([this] { return m_window->shell() != nullptr; }, 10'000);
        RecordView *record = openMadeleine();
        if (record)
            record->showPage(u"administrative"_qs);
        return record;
    }
    [[nodiscard]] CabinetShell *shell() const
    {
        return qobject_cast<CabinetShell *>(m_window->shell());
    }
    [[nodiscard]] Practice &inside() const { return *m_window->gate()->practice(); }
    //! What this person has in the journal of drafts of that patient; 0: of a new one.
    [[nodiscard]] QString draftOf(qint64 patient) const
    {
        const auto kept = inside().drafts().find(m_window->shell()->session().account().id,
                                                 u"patient"_qs, patient);
        return kept.ok() && *kept ? (*kept)->body : QString();
    }
    static void write(const QWidget &in, const QString &name, const QString &text)
    {
        auto *edit = visible<QLineEdit>(in, name);
        QVERIFY2(edit, qPrintable(name));
        edit->setFocus();
        edit->clear();
        test::type(*edit, text);
    }
    //! What the lines of messages say, of those that a person sees.
    static QString said(const QWidget &in)
    {
        QStringList texts;
        for (const auto *line : in.findChildren<uikit::MessageLine *>())
            if (line->isVisible())
                texts << line->text();
        return texts.join(u'\n');
    }
    static void press(const QWidget &in, const QString &act)
    {
        for (auto *button : in.findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == act) {
                button->click();
                return;
            }
        QFAIL(qPrintable(act));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_qs).toUtf8());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        installLanguage(*qApp, QLocale::French);
        CreationOptions options;
        options.profile = demonstrationProfile(u"Cabinet médical des Tilleuls"_qs);
        options.people = demonstrationPeople(password);
        options.params = quick;
        const auto created = createPractice(PracticeFolder(practice()), options, m_clock);
        QVERIFY_OK(created);
        QVERIFY_OK(addDemonstrationData(*created->practice));
    }
    void cleanup() { m_window.reset(); }

    void anOrdonnanceGoesFromTheDoctorToThePharmacyAndBack()
    {
        open();
        test::keepScreenshot(*m_window, u"1-connexion"_qs);
        signIn(u"medecin"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        test::keepScreenshot(*m_window, u"2-patients"_qs);
        RecordView *record = openMadeleine();
        QVERIFY(record);
        test::keepScreenshot(*m_window, u"3-dossier"_qs);

        record->showPage(u"ordonnances"_qs);
        record->ordonnancePage()->beginLine();
        auto *quickLine = visible<QLineEdit>(*record->ordonnancePage(), u"Ligne à prescrire"_qs);
        QVERIFY(quickLine);
        test::type(*quickLine, u"doliprane 1000"_qs);
        test::keepScreenshot(*m_window, u"4-recherche-medicament"_qs);
        QTest::keyClick(quickLine, Qt::Key_Return);
        test::type(*quickLine, u"1 comprimé matin et soir 7j"_qs);
        test::keepScreenshot(*m_window, u"5-posologie"_qs);
        QTest::keyClick(quickLine, Qt::Key_Return);
        QCOMPARE(record->ordonnancePage()->lines().size(), 1);
        test::keepScreenshot(*m_window, u"6-ordonnance"_qs);
        QSignalSpy signedAs(record->ordonnancePage(), &prescription::ui::OrdonnancePage::signedAs);
        QTest::keyClick(quickLine, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(signedAs.size(), 1);
        test::keepScreenshot(*m_window, u"7-signee"_qs);

        Practice &open = *m_window->gate()->practice();
        const auto number =
            prescription::OrdonnanceNumber::parse(signedAs.first().first().toString());
        const auto ordonnance = open.ordonnances().byNumber(*number);
        QVERIFY_OK(ordonnance);
        const auto tester = audit::Actor::program(u"test"_qs);
        const QString pdf = m_folder.filePath(u"ordonnance.pdf"_qs);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*open.ordonnances().pdf(*ordonnance, tester));
        file.close();

        // What comes out of a printer carries the same code.
        QPrinter paper(QPrinter::HighResolution);
        paper.setOutputFileName(m_folder.filePath(u"paper.pdf"_qs));
        QVERIFY_OK(paintPages(*open.ordonnances().pdf(*ordonnance, tester), paper));
        const auto printed = codes::readFile(paper.outputFileName());
        QVERIFY_OK(printed);
        QCOMPARE(QString::fromLatin1(printed->first().bytes), ordonnance->code);

        m_window->lock();
        QVERIFY(!m_window->shell());
        test::keepScreenshot(*m_window, u"8-verrouille"_qs);
        signIn(u"pharmacien"_qs);
        QTRY_VERIFY(qobject_cast<OfficineShell *>(m_window->shell()));
        auto *counter = qobject_cast<OfficineShell *>(m_window->shell())->page();
        counter->openFile(pdf);
        QTRY_VERIFY(counter->scanned().has_value());
        test::keepScreenshot(*m_window, u"9-officine"_qs);
        counter->dispense();
        counter->recordAll();
        QCOMPARE(counter->scanned()->history.size(), 1);
        test::keepScreenshot(*m_window, u"10-delivree"_qs);

        m_window->lock();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        test::keepScreenshot(*m_window, u"11-retour"_qs);
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
        open();
        signIn(u"medecin"_qs, u"Pas-Le-Bon-Mot-De-Passe"_qs);
        QTest::qWait(50);
        QTRY_VERIFY(!m_window->shell());
        QVERIFY(!m_window->gate()->practice());
        test::keepScreenshot(*m_window, u"mot-de-passe-inexact"_qs);
    }

    void theSecretarySeesNoClinicalPage()
    {
        open();
        signIn(u"secretaire"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        RecordView *record = openMadeleine();
        QVERIFY(record);
        QVERIFY(!record->ordonnancePage());
        test::keepScreenshot(*m_window, u"secretaire"_qs);
    }

    void whatWasBeingWrittenIsBackAfterTheProgramWasLost()
    {
        open();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        RecordView *record = openMadeleine();
        record->ordonnancePage()->beginLine();
        record->showPage(u"ordonnances"_qs);
        auto *line = visible<QLineEdit>(*record->ordonnancePage(), u"Ligne à prescrire"_qs);
        test::type(*line, u"doliprane 1000"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, u"1 matin 5j"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        Practice &practice = *m_window->gate()->practice();
        const UserId author = m_window->shell()->session().account().id;
        QTRY_VERIFY(practice.drafts().find(author, ordonnanceDraft, 1)->has_value());
        m_window.reset();

        open();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        record = openMadeleine();
        QCOMPARE(record->ordonnancePage()->lines().size(), 1);
        QCOMPARE(record->ordonnancePage()->lines().first().durationDays, 5);
    }

    void patientsBeingTypedAreBackAfterTheProgramWasLost()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Riom"_qs);
        auto *note = visible<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs);
        QVERIFY(note);
        test::type(*note, u"Sonner deux fois"_qs);
        QTRY_VERIFY(draftOf(1).contains(u"deux fois"));
        QTest::keyClick(m_window->shell(), Qt::Key_N, Qt::ControlModifier);
        RecordView *fresh = shell()->currentRecord();
        QVERIFY(fresh && fresh != record);
        write(*fresh, u"Nom de naissance"_qs, u"Nouvelle"_qs);
        write(*fresh, u"Rue"_qs, u"3 rue Haute"_qs);
        QTRY_VERIFY(draftOf(0).contains(u"3 rue Haute"));
        m_window.reset(); // nobody is told to keep anything

        record = openAdministrative();
        QVERIFY(record);
        QCOMPARE(said(*record), u"Saisie retrouvée, pas encore enregistrée."_qs);
        QCOMPARE(visible<QLineEdit>(*record, u"Ville"_qs)->text(), u"Riom"_qs);
        QVERIFY(visible<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs)
                    ->toPlainText()
                    .endsWith(u"Sonner deux fois"));
        test::keepScreenshot(*m_window, u"administratif-saisie-retrouvee"_qs);
        QTest::keyClick(m_window->shell(), Qt::Key_N, Qt::ControlModifier);
        fresh = shell()->currentRecord();
        QCOMPARE(said(*fresh), u"Saisie retrouvée, pas encore enregistrée."_qs);
        QCOMPARE(visible<QLineEdit>(*fresh, u"Nom de naissance"_qs)->text(), u"Nouvelle"_qs);
        QCOMPARE(visible<QLineEdit>(*fresh, u"Rue"_qs)->text(), u"3 rue Haute"_qs);
        test::keepScreenshot(*m_window, u"nouveau-saisie-retrouvee"_qs);
        const UserId author = m_window->shell()->session().account().id;
        for (const qint64 patient : {0, 1})
            QVERIFY_OK(inside().drafts().drop(author, u"patient"_qs, patient));
    }

    void theLastKeyBeforeARecordClosesIsKept()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Thiers"_qs);
        QTest::keyClick(m_window->shell(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!shell()->currentRecord());
        QVERIFY(draftOf(1).contains(u"Thiers"));
        QVERIFY_OK(
            inside().drafts().drop(m_window->shell()->session().account().id, u"patient"_qs, 1));
    }

    void aRecordWhoseDraftCannotBeKeptStaysOpen()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        QVERIFY_OK(inside().connection().run("ALTER TABLE draft RENAME TO draft_away"));
        write(*record, u"Ville"_qs, u"Thiers"_qs);
        QTest::keyClick(m_window->shell(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(shell()->currentRecord(), record);
        QVERIFY(said(*record).contains(u"Brouillon non enregistré."));
        QVERIFY_OK(inside().connection().run("ALTER TABLE draft_away RENAME TO draft"));
        QTest::keyClick(m_window->shell(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!shell()->currentRecord());
        QVERIFY_OK(
            inside().drafts().drop(m_window->shell()->session().account().id, u"patient"_qs, 1));
    }

    void whatAnotherPersonChangedMeanwhileIsNotOverwritten()
    {
        RecordView *record = openAdministrative(u"secretaire"_qs);
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Riom"_qs);
        auto theirs = inside().patients().reload(PatientId{1});
        QVERIFY_OK(theirs);
        theirs->details.contacts.address.street = u"5 rue Neuve"_qs;
        QVERIFY_OK(inside().patients().update(PatientId{1}, theirs->version, theirs->details,
                                              audit::Actor::program(u"Poste 2"_qs)));
        QTRY_VERIFY(said(*record).contains(u"Modifié entre-temps"));
        QTest::keyClick(m_window->shell(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(said(*record).contains(u"Modifié entre-temps"));
        QCOMPARE(visible<QLineEdit>(*record, u"Ville"_qs)->text(), u"Riom"_qs);
        test::keepScreenshot(*m_window, u"administratif-conflit"_qs);
        press(*record, u"Reprendre"_qs);
        auto *note = visible<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs);
        note->setFocus();
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier); // from wherever the caret is
        QCOMPARE(said(*record), QString());
        const auto kept = inside().patients().reload(PatientId{1});
        QCOMPARE(kept->details.contacts.address.street, u"5 rue Neuve"_qs);
        QCOMPARE(kept->details.contacts.address.city, u"Riom"_qs);
    }

    void whatCannotBeReadIsNotShownAsNothing()
    {
        open();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(shell());
        QVERIFY_OK(inside().connection().run("ALTER TABLE entry RENAME TO entry_away"));
        RecordView *record = openMadeleine();
        QVERIFY(record);
        record->showPage(u"summary"_qs);
        QVERIFY(!said(*record).isEmpty());
        auto *banner = record->findChild<patient::ui::PatientBanner *>();
        QVERIFY(banner->accessibleName().contains(u"Allergies illisibles"));
        QVERIFY(visible<uikit::EmptyState>(*record)->accessibleName().contains(u"illisibles"));
        test::keepScreenshot(*m_window, u"dossier-illisible"_qs);

        QVERIFY_OK(inside().connection().run("ALTER TABLE entry_away RENAME TO entry"));
        record->refresh();
        QCOMPARE(said(*record), QString());
        QVERIFY(!banner->accessibleName().contains(u"illisibles"));
    }

    void aDrugThatCannotBeReadIsToldNotForgotten()
    {
        open();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(shell());
        RecordView *record = openMadeleine();
        QVERIFY(record);
        record->showPage(u"ordonnances"_qs);
        const QString before = said(*record);
        Q_EMIT record->findChild<drugs::ui::DrugInspector *>()->replacementChosen(u"99999999"_qs,
                                                                                  {});
        QVERIFY(said(*record) != before);
    }

    void aSecondProgramOnTheSamePracticeIsTold()
    {
        open();
        const PracticeFolder folder(practice());
        QCOMPARE_SUBJECT(folder.lock(), "practice.open_elsewhere");
    }

    void theDarkSheetAndTheSmallScreen()
    {
        open();
        signIn(u"medecin"_qs);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_window->shell()));
        QVERIFY(openMadeleine());
        access::Preferences dark;
        dark.appearance = access::Appearance::Dark;
        m_window->applyPreferences(dark);
        test::keepScreenshot(*m_window, u"dossier-sombre"_qs);
        m_window->applyPreferences({});
        m_window->resize(1024, 680);
        test::keepScreenshot(*m_window, u"dossier-petit"_qs);
        QVERIFY(m_window->width() <= 1024);
    }

    void anotherLanguageWaitsForTheNextSignIn()
    {
        open();
        signIn(u"secretaire"_qs);
        QTRY_VERIFY(m_window->shell());
        const UserId who = m_window->shell()->session().account().id;
        access::Preferences english;
        english.language = access::Language::English;
        Practice &practice = *m_window->gate()->practice();
        QVERIFY_OK(practice.preferences().put(who, english));
        m_window->applyPreferences(english);
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Médecin"_qs);

        m_window->lock();
        signIn(u"secretaire"_qs);
        QTRY_VERIFY(m_window->shell());
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Doctor"_qs);
        test::keepScreenshot(*m_window, u"anglais"_qs);
        m_window->lock();
        test::keepScreenshot(*m_window, u"anglais-verrouille"_qs);

        signIn(u"medecin"_qs);
        QTRY_VERIFY(m_window->shell());
        QCOMPARE(QCoreApplication::translate("Roles", "Médecin"), u"Médecin"_qs);
        QVERIFY_OK(practice.preferences().put(who, {})); // as the others expect her
    }

    void nothingOfAPatientIsReadableOnTheDisk()
    {
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(u".pdf")) // written by the test itself
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char *name : {"VASSEUR", "Vasseur", "MADELEINE", "Mercadier", "DOLIPRANE"})
                QVERIFY2(!bytes.contains(name), qPrintable(path));
        }
    }
};
QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"

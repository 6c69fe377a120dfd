// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/accountwiring.h>
#include <cabinet/cabinetshell.h>
#include <cabinet/firstrun/firstrun.h>
#include <cabinet/officineshell.h>
#include <cabinet/ordonnancewiring.h>
#include <cabinet/pdfviewer.h>
#include <cabinet/recordview.h>
#include <cabinet/settingsview.h>

#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QFileDialog>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using namespace std::chrono_literals;

namespace {

QList<prescription::Line> lines()
{
    prescription::Line line;
    line.label = u"DOLIPRANE 1000 mg, comprimé"_qs;
    line.posology = u"1 comprimé matin et soir"_qs;
    line.durationDays = 7;
    return {line};
}

} // namespace

//! What a session shows, and what ends with it.
class TestSessions : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    void begin(const QString &login, const Post &like = {})
    {
        if (!m_desk->window)
            m_desk->open(like);
        m_desk->signIn(login);
        QTRY_VERIFY(m_desk->window->shell());
    }
    [[nodiscard]] CabinetShell *shell() const
    {
        return qobject_cast<CabinetShell *>(m_desk->window->shell());
    }
    [[nodiscard]] RecordView *record() const
    {
        return shell() ? shell()->currentRecord() : nullptr;
    }
    //! An ordonnance of Madeleine, signed by the doctor at another post.
    void signOne()
    {
        const access::Session doctor(m_desk->account(u"medecin"), u"Cabinet 2"_qs,
                                     m_desk->clock.now());
        QVERIFY_OK(ordonnanceServices(m_desk->inside(), doctor, test::madeleine,
                                      [](const QByteArray &, const auto &) { return done(); })
                       .sign(lines(), {}, {}));
    }
    //! Opens Madeleine's record at its ordonnances, the signed one selected.
    void openOrdonnances()
    {
        record()->showPage(u"ordonnances"_qs);
        for (auto *list : record()->ordonnancePage()->findChildren<QListView *>())
            if (list->accessibleName() == u"Ordonnances signées")
                list->setCurrentIndex(list->model()->index(0, 0));
    }
    [[nodiscard]] QList<PdfViewer *> documents() const
    {
        return m_desk->window->findChildren<PdfViewer *>();
    }
    [[nodiscard]] bool mayDo(const QString &act) const
    {
        for (const auto *map : uikit::ActionMap::activeIn(*m_desk->window))
            if (const QAction *action = map->action(act))
                return action->isEnabled();
        return false;
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
    }

    void theKeyThatWakesAPostReachesNothingBehindTheLock()
    {
        begin(u"medecin"_qs);
        shell()->openRecord(test::madeleine);
        record()->showPage(u"summary"_qs);
        record()->setFocusPolicy(Qt::StrongFocus);
        record()->setFocus();
        m_desk->clock.advance(8h);
        QTest::keyClick(m_desk->window.get(), Qt::Key_O);
        QVERIFY(!m_desk->window->shell());
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Lock);
        begin(u"medecin"_qs);
        QVERIFY(!record()->ordonnancePage()->isVisible());
    }

    void aDocumentOfABrisDeGlaceDoesNotComeBack()
    {
        begin(u"secretaire"_qs);
        signOne();
        shell()->openRecord(test::madeleine);
        QTest::keyClick(m_desk->window.get(), Qt::Key_B, Qt::AltModifier);
        m_desk->fill(u"reason"_qs, u"Malaise en salle d’attente"_qs);
        m_desk->press(u"breakGlass"_qs);
        openOrdonnances();
        record()->ordonnancePage()->openSheet();
        QCOMPARE(documents().size(), 1);
        QVERIFY(documents().first()->isVisible());
        m_desk->window->lock();
        QVERIFY(!documents().first()->isVisible());
        begin(u"secretaire"_qs);
        QVERIFY(documents().isEmpty());
    }

    void theSheetIsSeenAndPrintedFromTheOrdonnancesAlone()
    {
        begin(u"medecin"_qs);
        signOne();
        shell()->openRecord(test::madeleine);
        QCoreApplication::processEvents();
        QVERIFY(!mayDo(u"ordonnance.sheet"_qs));
        QVERIFY(!mayDo(u"ordonnance.print"_qs));
        openOrdonnances();
        QVERIFY(mayDo(u"ordonnance.sheet"_qs));
        QVERIFY(mayDo(u"ordonnance.print"_qs));
        record()->showPage(u"summary"_qs);
        record()->setFocusPolicy(Qt::StrongFocus);
        record()->setFocus();
        QTest::keyClick(record(), Qt::Key_V);
        QVERIFY(documents().isEmpty());
    }

    void aDocumentThatIsSavedIsItsOwnersAlone()
    {
        begin(u"medecin"_qs);
        signOne();
        shell()->openRecord(test::madeleine);
        openOrdonnances();
        record()->ordonnancePage()->openSheet();
        const QString file = m_desk->path(u"ordonnance.pdf"_qs);
        QTimer::singleShot(0, documents().first(), [file] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->selectFile(file);
            static_cast<QDialog *>(dialog)->accept();
        });
        for (auto *button : documents().first()->findChildren<QPushButton *>())
            if (button->text() == u"Enregistrer sous")
                button->click();
        QVERIFY(QFile::exists(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aSessionThatCannotBeJournaledIsTold()
    {
        begin(u"medecin"_qs);
        m_desk->window->lock();
        QVERIFY_OK(m_desk->inside().connection().run("ALTER TABLE audit_event RENAME TO lost"));
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(!m_desk->said(u"notice"_qs).isEmpty());
        QVERIFY(!m_desk->window->shell());
        QVERIFY_OK(m_desk->inside().connection().run("ALTER TABLE lost RENAME TO audit_event"));
        begin(u"medecin"_qs);
    }

    void lastSessionsThatCannotBeReadAreNotNone()
    {
        begin(u"medecin"_qs);
        const access::Session admin(m_desk->account(u"admin"), u"Cabinet 1"_qs,
                                    m_desk->clock.now());
        const auto calls =
            accountsCalls(admin, Door{*m_desk->window->gate(), *m_desk->window->cards()});
        QVERIFY_OK(calls.list());
        QVERIFY_OK(m_desk->inside().connection().run("ALTER TABLE audit_event RENAME TO lost"));
        QVERIFY(!calls.list().ok());
    }

    void aPracticeThatDoesNotOpenLeavesThePostAsItWas()
    {
        m_desk->open();
        QTest::keyClick(m_desk->window.get(), Qt::Key_F4);
        auto *firstRun = m_desk->window->findChild<firstrun::FirstRun *>();
        QVERIFY(firstRun);
        Post counter;
        counter.name = u"Comptoir"_qs;
        counter.profile = Post::Profile::Officine;
        Q_EMIT firstRun->practiceChosen(m_desk->path(u"nowhere"_qs), {}, counter);
        Q_EMIT firstRun->left();
        begin(u"medecin"_qs);
        QVERIFY(shell()); // no pharmacy's counter
    }

    void fromTheJournalAtACounterOneGoesBackToTheOrdonnances()
    {
        Post counter;
        counter.profile = Post::Profile::Officine;
        begin(u"medecin"_qs, counter);
        auto *officine = qobject_cast<OfficineShell *>(m_desk->window->shell());
        QVERIFY(officine);
        QVERIFY(m_desk->openSettings(u"Journal des accès"_qs));
        QVERIFY(!officine->page()->isVisible());
        auto *journal = officine->findChild<audit::ui::JournalPage *>();
        journal->setFocus();
        QTest::keyClick(journal, Qt::Key_Escape);
        QVERIFY(officine->page()->isVisible());
    }

    void aNewPasswordStandsWhereTheWrongOnesCannotBeForgotten()
    {
        begin(u"medecin"_qs);
        Gate &gate = *m_desk->window->gate();
        const access::Account secretary = m_desk->account(u"secretaire");
        auto wrong = gate.verifyPassword(secretary.login, u"Pas-le-bon-mot"_qs);
        QTRY_VERIFY(wrong.isFinished());
        const QString attempts = gate.folder().attempts();
        QVERIFY(QFile::remove(attempts) && QDir().mkdir(attempts));
        const access::Session doctor(m_desk->account(u"medecin"), u"Cabinet 1"_qs,
                                     m_desk->clock.now());
        auto given =
            gate.givePassword(secretary, u"Quatre tuiles sous la neige"_qs, doctor.actor());
        QTRY_VERIFY(given.isFinished());
        QVERIFY_OK(given.takeResult());
    }
};
QTEST_MAIN(TestSessions)
#include "tst_sessions.moc"

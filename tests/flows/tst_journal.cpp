// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/audit/ui/journalpage.h>

#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using audit::ui::JournalPage;
using test::madeleine;

//! Who saw what, on the real window of a real practice.
class TestJournal : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] JournalPage *page() { return m_desk.window->findChild<JournalPage *>(); }
    [[nodiscard]] QAbstractItemModel *rows() { return page()->findChild<QListView *>()->model(); }
    [[nodiscard]] QStringList told()
    {
        QStringList sentences;
        for (int row = 0; row < rows()->rowCount(); ++row)
            sentences << rows()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return sentences;
    }
    [[nodiscard]] bool says(const QString &words) { return test::said(*page()).contains(words); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void theDoctorReadsWhoSawARecord()
    {
        CabinetShell *shell = m_desk.enter(u"medecin"_qs);
        QVERIFY(shell);
        shell->openRecord(madeleine);
        shell->openRecord(PatientId{2});
        shell->openRecord(madeleine);
        QVERIFY(shell->currentRecord());
        QTest::keyClick(m_desk.window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(page()->isVisible());
        QTRY_VERIFY(!told().isEmpty());
        for (const QString &sentence : told())
            QVERIFY2(sentence.contains(u"VASSEUR"), qPrintable(sentence));
        QVERIFY(told().first().contains(u"a lu le journal des accès pour le dossier de VASSEUR"));
        QVERIFY(told().join(u'\n').contains(u"a ouvert le dossier de VASSEUR"));
        test::keepScreenshot(*m_desk.window, u"journal-dossier"_qs);
        auto *list = page()->findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(shell->currentRecord());
    }

    void theJournalIsVerifiedAndExportedFromThePalette()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.runFromPalette(u"journal"_qs, u"settings.journal"_qs));
        QVERIFY(page()->isVisible());
        QTRY_VERIFY(told().size() > 10);
        page()->verify();
        QTRY_VERIFY(says(u"aucun n’a été modifié"_qs));
        test::keepScreenshot(*m_desk.window, u"journal-fenetre"_qs);
        const QString file = m_desk.path(u"journal.log"_qs);
        page()->exportTo(file, audit::ExportFormat::Syslog);
        QTRY_VERIFY(says(u"exporté"_qs));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto latest = m_desk.inside().journal().find({.limit = 1});
        QCOMPARE(latest->first().deed.action, audit::Action::Export);
        QVERIFY(latest->first().deed.detail.startsWith(u"syslog "));
        m_desk.setDark(true);
        m_desk.window->resize(1024, 680);
        test::keepScreenshot(*m_desk.window, u"journal-fenetre-petite-sombre"_qs);
        m_desk.setDark(false);
    }

    void whoKeepsTheAccountsLearnsNoPatientsName()
    {
        QVERIFY(m_desk.enter(u"admin"_qs));
        QVERIFY(m_desk.runFromPalette(u"journal"_qs, u"settings.journal"_qs));
        QTRY_VERIFY(told().size() > 10);
        QVERIFY(!told().join(u'\n').contains(u"VASSEUR"));
        QVERIFY(told().join(u'\n').contains(u"le dossier nº 1"));
        test::keepScreenshot(*m_desk.window, u"journal-administrateur"_qs);
    }

    void theSecretaryHasNoJournal()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(!page());
        QVERIFY(!m_desk.runFromPalette(u"journal"_qs, u"settings.journal"_qs));
    }

    void anEditedEventIsShown()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY(m_desk.runFromPalette(u"journal"_qs, u"settings.journal"_qs));
        storage::Connection &db = m_desk.inside().connection();
        QString name;
        QVERIFY_OK(db.run("SELECT user_name FROM audit_event WHERE seq = 12", {},
                          [&name](const storage::Row &row) { name = row.text(0); }));
        QVERIFY_OK(db.run("UPDATE audit_event SET user_name = 'Personne' WHERE seq = 12"));
        page()->verify();
        QTRY_VERIFY(says(u"À partir du nº 12, le journal n’est plus celui qui a été écrit."_qs));
        test::keepScreenshot(*m_desk.window, u"journal-fenetre-modifie"_qs);
        QVERIFY_OK(db.run("UPDATE audit_event SET user_name = ? WHERE seq = 12", {name}));
        page()->verify();
        QTRY_VERIFY(says(u"aucun n’a été modifié"_qs));
    }
};
QTEST_MAIN(TestJournal)
#include "tst_journal.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/drugs/ui/drugsearchpage.h>

#include <support/folders.h>

#include <QLineEdit>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using drugs::ui::DrugInspector;
using drugs::ui::DrugPage;

//! Drugs beside the ordonnance and from the palette, on the real window.
class TestDrugs : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    RecordView *m_record = nullptr;

    [[nodiscard]] QLineEdit *quickLine() const
    {
        return test::named<QLineEdit>(*m_record, u"Ligne à prescrire"_qs);
    }
    void look(const QString &typed) const
    {
        if (!quickLine()->text().isEmpty()) // the draft of the test before
            QTest::keyClick(quickLine(), Qt::Key_Escape);
        m_record->ordonnancePage()->beginLine();
        test::type(*quickLine(), typed);
    }
    void write(const QSize &size)
    {
        CabinetShell *shell = m_desk.enter(u"medecin"_qs, size);
        QVERIFY(shell);
        shell->openRecord(test::madeleine);
        m_record = shell->currentRecord();
        QVERIFY(m_record);
        m_record->showPage(u"ordonnances"_qs);
    }
    [[nodiscard]] DrugInspector *inspector() const
    {
        return m_record->findChild<DrugInspector *>();
    }
    [[nodiscard]] DrugPage *sheet() const { return m_record->findChild<DrugPage *>(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void theSheetOfTheDrugThatIsLookedForIsOneKeyAway()
    {
        write({1366, 768});
        look(u"doliprane 1000"_qs);
        QVERIFY(inspector()->isVisible());
        const QString cis = inspector()->cis();
        QVERIFY(!cis.isEmpty());
        test::keepScreenshot(*m_desk.window, u"volet-recherche"_qs);
        QTest::keyClick(quickLine(), Qt::Key_F2);
        QVERIFY(sheet()->isVisible());
        QCOMPARE(sheet()->cis(), cis);
        test::keepScreenshot(*m_desk.window, u"fiche-fenetre"_qs);
        m_desk.setDark(true);
        test::keepScreenshot(*m_desk.window, u"fiche-fenetre-sombre"_qs);
        m_desk.setDark(false);
        QTest::keyClick(sheet()->focusProxy(), Qt::Key_Escape);
        QVERIFY(m_record->ordonnancePage()->isVisible());
        QVERIFY(quickLine()->hasFocus());
        QCOMPARE(quickLine()->text(), u"doliprane 1000"_qs);
        QTest::keyClick(quickLine(), Qt::Key_Return);
        test::type(*quickLine(), u"1 comprimé matin et soir 7j"_qs);
        QTest::keyClick(quickLine(), Qt::Key_Return);
        QCOMPARE(inspector()->cis(), cis); // now that of the line
        test::keepScreenshot(*m_desk.window, u"volet-ligne"_qs);
    }

    void inASmallWindowTheColumnIsADrawer()
    {
        write({1024, 680});
        look(u"doliprane 1000"_qs);
        QVERIFY(!inspector()->isVisible());
        QTest::keyClick(quickLine(), Qt::Key_F2, Qt::ShiftModifier);
        QVERIFY(inspector()->isVisible());
        test::keepScreenshot(*m_desk.window, u"volet-petit"_qs);
        QTest::keyClick(quickLine(), Qt::Key_F2, Qt::ShiftModifier);
        QVERIFY(!inspector()->isVisible());
    }

    void aDrugIsReadOutsideOfAnyRecord()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        auto *palette = m_desk.cabinet()->palette();
        palette->openWith(u"doliprane"_qs);
        test::keepScreenshot(*m_desk.window, u"palette-medicaments"_qs);
        QStringList found;
        for (const uikit::Command &command : palette->shown())
            if (command.group == u"Médicaments")
                found << command.id;
        palette->reject();
        QVERIFY(!found.isEmpty());
        QVERIFY(m_desk.runFromPalette(u"doliprane"_qs, found.first()));
        auto *page = m_desk.window->findChild<drugs::ui::DrugSearchPage *>();
        QVERIFY(page->isVisible());
        QCOMPARE(u"drug."_qs + page->sheet()->cis(), found.first());
        QVERIFY(m_desk.runFromPalette(u"médicaments"_qs, u"go.drugs"_qs));
        auto *line = page->findChild<uikit::SearchField *>();
        test::type(*line, u"amox"_qs);
        test::keepScreenshot(*m_desk.window, u"medicaments-fenetre"_qs);
        QTest::keyClick(line, Qt::Key_Escape);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!page->isVisible());
    }

    void theSecretaryHasNoDrugs()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(!m_desk.window->findChild<drugs::ui::DrugSearchPage *>());
        QVERIFY(!m_desk.runFromPalette(u"médicaments"_qs, u"go.drugs"_qs));
    }

    void anotherOfTheGroupTakesTheLine()
    {
        const QString folder = test::sharedFolder() + u"/data/bdpm/2026-05"_qs;
        if (!QFile::exists(folder + u"/CIS_bdpm.txt"_qs))
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        write({1366, 768});
        const SystemClock clock;
        QVERIFY_OK(drugs::importBdpm(m_desk.inside().connection(), folder, clock));
        look(u"clarithromycine 500"_qs);
        QTest::keyClick(quickLine(), Qt::Key_Return);
        test::type(*quickLine(), u"1 comprimé matin et soir 7j"_qs);
        QTest::keyClick(quickLine(), Qt::Key_Return);
        const prescription::Line before = m_record->ordonnancePage()->lines().first();
        QTest::keyClick(quickLine(), Qt::Key_F3);
        auto *others = inspector()->findChild<QListView *>();
        QTRY_VERIFY(others->hasFocus());
        test::keepScreenshot(*m_desk.window, u"volet-groupe-fenetre"_qs);
        QTest::keyClick(others, Qt::Key_Return);
        const prescription::Line after = m_record->ordonnancePage()->lines().first();
        QVERIFY(after.cis != before.cis);
        QCOMPARE(after.posology, before.posology);
        QCOMPARE(inspector()->cis(), after.cis);
        test::keepScreenshot(*m_desk.window, u"volet-remplace"_qs);
    }
};
QTEST_MAIN(TestDrugs)
#include "tst_drugs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/record/ui/practicesearchpage.h>

#include <QListView>

using namespace ambroise;
using namespace ambroise::app;

//! Search across the practice, on the real window.
class TestPracticeSearch : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] record::ui::PracticeSearchPage *openSearch(const QString &who)
    {
        if (!m_desk.enter(who))
            return nullptr;
        QTest::keyClick(m_desk.window->shell(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        return test::named<record::ui::PracticeSearchPage>(*m_desk.window);
    }
    static QListView *listOf(const QWidget &page) { return page.findChild<QListView *>(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void aWordOfARecordIsFoundWhileTypedAndOpensTheRecordThere()
    {
        auto *page = openSearch(u"medecin"_qs);
        QVERIFY(page && page->isVisible());
        test::keepScreenshot(*m_desk.window, u"recherche-cabinet-vide"_qs);
        auto *line = page->findChild<QLineEdit *>();
        QVERIFY(line->hasFocus());
        test::type(*line, u"diabet"_qs);
        QListView *list = listOf(*page);
        QTRY_VERIFY(list->model()->rowCount() > 0);
        test::keepScreenshot(*m_desk.window, u"recherche-cabinet"_qs);
        const QString first = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.contains(u"iab", Qt::CaseInsensitive), qPrintable(first));
        QTest::keyClick(line, Qt::Key_Return);
        RecordView *record = m_desk.record();
        QVERIFY(record && record->isVisible());
        QVERIFY(first.contains(record->title()));
        test::keepScreenshot(*m_desk.window, u"recherche-cabinet-ouvert"_qs);
    }

    void whatNobodyWroteFindsNothingAndSaysSo()
    {
        auto *page = openSearch(u"medecin"_qs);
        QVERIFY(page);
        auto *line = page->findChild<QLineEdit *>();
        test::type(*line, u"zzzyx"_qs);
        QTRY_VERIFY(test::shown(*page).contains(u"Aucune entrée des dossiers"));
        QVERIFY(listOf(*page)->isHidden());
    }

    void aSearchThatWasReadIsInTheJournalWithoutItsWords()
    {
        auto *page = openSearch(u"medecin"_qs);
        QVERIFY(page);
        auto *line = page->findChild<QLineEdit *>();
        test::type(*line, u"diabete"_qs);
        audit::Filter searches;
        searches.action = audit::Action::Search;
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk.inside().journal().find(searches)->isEmpty(), 10'000);
        const auto events = m_desk.inside().journal().find(searches);
        QVERIFY(!events->first().deed.detail.contains(u"diab", Qt::CaseInsensitive));
    }

    void theSecretaryHasNoSearchInWhatIsClinical() { QVERIFY(!openSearch(u"secretaire"_qs)); }

    void itIsReadableInTheDarkAndInASmallWindow()
    {
        m_desk.window.reset();
        QVERIFY(m_desk.enter(u"medecin"_qs, {1280, 680}));
        m_desk.setDark(true);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *page = test::named<record::ui::PracticeSearchPage>(*m_desk.window);
        QVERIFY(page);
        test::type(*page->findChild<QLineEdit *>(), u"hypertension"_qs);
        QTRY_VERIFY(listOf(*page)->model()->rowCount() > 0);
        test::keepScreenshot(*m_desk.window, u"recherche-cabinet-sombre"_qs);
        m_desk.setDark(false);
    }
};

QTEST_MAIN(TestPracticeSearch)
#include "tst_practicesearch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/ui/documentkindspage.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;
using namespace ambroise::identity::ui;

//! The settings' page of the documents, over a list in memory.
class TestDocumentKindsPage : public QObject {
    Q_OBJECT
    QList<ListedKind> m_kinds;
    std::optional<Error> m_refusal;

    DocumentKindsPage::Calls calls()
    {
        DocumentKindsPage::Calls out;
        out.all = [this]() -> Result<QList<ListedKind>> {
            return m_kinds;
        };
        out.add = [this](const DocumentKind &kind) -> Status {
            if (m_refusal)
                return *m_refusal;
            m_kinds << ListedKind{kind};
            return done();
        };
        out.change = [this](const ListedKind &before, const ListedKind &after) -> Status {
            if (m_refusal)
                return *m_refusal;
            m_kinds.replace(m_kinds.indexOf(before), after);
            return done();
        };
        out.explain = [](const Error &error) {
            return u"Phrase de "_qs + error.subject;
        };
        return out;
    }
    std::unique_ptr<DocumentKindsPage> shown()
    {
        auto page = std::make_unique<DocumentKindsPage>(calls());
        page->resize(1050, 664);
        page->setBackgroundRole(QPalette::Base);
        page->setAutoFillBackground(true);
        page->show();
        page->activateWindow();
        [] {
            QVERIFY(QTest::qWaitForWindowActive(QApplication::topLevelWidgets().first()));
        }();
        list(*page)->setFocus();
        return page;
    }
    static QListView *list(const DocumentKindsPage &page) { return page.findChild<QListView *>(); }
    static void choose(const DocumentKindsPage &page, int row)
    {
        list(page)->setCurrentIndex(list(page)->model()->index(row, 0));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] int rowOf(const QString &code) const
    {
        for (int i = 0; i < m_kinds.size(); ++i)
            if (m_kinds.at(i).kind.code == code)
                return i;
        return -1;
    }
    static void retype(const DocumentKindsPage &page, const QString &field, const QString &text)
    {
        auto *edit = test::named<QLineEdit>(page, field);
        edit->clear();
        test::type(*edit, text);
    }
    static uikit::Segmented *segmented(const DocumentKindsPage &page, const QString &name)
    {
        return test::named<uikit::Segmented>(page, name);
    }
    static void save(DocumentKindsPage &page)
    {
        QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    }
    static void keepBoth(DocumentKindsPage &page, const QString &name)
    {
        test::keepScreenshot(page, name);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(page, name + u"-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_refusal.reset();
        m_kinds.clear();
        for (const DocumentKind &kind : usualDocumentKinds())
            m_kinds << ListedKind{kind};
    }

    void aKindIsRenamed()
    {
        const auto page = shown();
        retype(*page, u"Nom"_qs, u"Carte d’identité, ancienne ou nouvelle"_qs);
        save(*page);
        QCOMPARE(m_kinds.first().kind.label, u"Carte d’identité, ancienne ou nouvelle"_qs);
        QCOMPARE(m_kinds.first().kind.code, u"CN"_qs);
        QVERIFY(test::said(*page).contains(u"enregistrée"));
        keepBoth(*page, u"pieces"_qs);
    }

    void whatTheRnivSettlesIsNotToBeChosen()
    {
        const auto page = shown();
        QVERIFY(segmented(*page, u"Niveau de confiance"_qs)->isEnabled());
        choose(*page, rowOf(u"CV"_qs));
        QVERIFY(!segmented(*page, u"Niveau de confiance"_qs)->isEnabled());
        choose(*page, rowOf(u"AN"_qs));
        QVERIFY(!segmented(*page, u"Pour qui"_qs)->isEnabled());
    }

    void aTrustOfOnesOwnIsWarnedAboutAndAnsweredFor()
    {
        m_kinds << ListedKind{{u"X1"_qs, u"Licence de pilote"_qs, Trust::Low}};
        const auto page = shown();
        choose(*page, rowOf(u"X1"_qs));
        auto *answered = page->findChild<QCheckBox *>();
        QVERIFY(!answered->isVisible());
        segmented(*page, u"Niveau de confiance"_qs)->setCurrent(0);
        QVERIFY(answered->isVisible());
        keepBoth(*page, u"pieces-confiance"_qs);
        save(*page);
        QCOMPARE(m_kinds.last().kind.trust, Trust::Low);
        answered->click();
        save(*page);
        QCOMPARE(m_kinds.last().kind.trust, Trust::High);
        QVERIFY(!answered->isVisible());
    }

    void aKindIsAddedAtTheKeyboardAlone()
    {
        const auto page = shown();
        QTest::keyClick(page.get(), Qt::Key_N, Qt::AltModifier);
        QCOMPARE(page->focusWidget()->accessibleName(), u"Nom"_qs);
        test::type(*page->focusWidget(), u"Récépissé de demande de titre de séjour"_qs);
        QTest::keyClick(page->focusWidget(), Qt::Key_Tab);
        QCOMPARE(page->focusWidget()->accessibleName(), u"Code"_qs);
        test::type(*page->focusWidget(), u"RCS"_qs);
        keepBoth(*page, u"pieces-nouvelle"_qs);
        save(*page);
        QCOMPARE(m_kinds.last().kind,
                 (DocumentKind{u"RCS"_qs, u"Récépissé de demande de titre de séjour"_qs}));
        QCOMPARE(list(*page)->currentIndex().row(), m_kinds.size() - 1);
    }

    void aKindIsRetiredAndComesBack()
    {
        const auto page = shown();
        choose(*page, rowOf(u"CE"_qs));
        QTest::keyClick(list(*page), Qt::Key_Delete);
        QVERIFY(!m_kinds.last().offered);
        keepBoth(*page, u"pieces-retiree"_qs);
        QTest::keyClick(list(*page), Qt::Key_Delete);
        QVERIFY(m_kinds.last().offered);
    }

    void whatIsTypedIsNotLostByLookingElsewhere()
    {
        const auto page = shown();
        retype(*page, u"Nom"_qs, u"Carte nationale"_qs);
        choose(*page, 3);
        QCOMPARE(list(*page)->currentIndex().row(), 0);
        QCOMPARE(test::named<QLineEdit>(*page, u"Nom"_qs)->text(), u"Carte nationale"_qs);
        QVERIFY(test::said(*page).contains(u"Enregistrer d’abord"));
        page->refresh();
        QCOMPARE(test::named<QLineEdit>(*page, u"Nom"_qs)->text(), u"Carte nationale"_qs);
        QTest::keyClick(page.get(), Qt::Key_Escape);
        QCOMPARE(test::named<QLineEdit>(*page, u"Nom"_qs)->text(), m_kinds.first().kind.label);
    }

    void aRefusalIsToldAndWhatIsTypedStays()
    {
        const auto page = shown();
        m_refusal = Error{ErrorCode::Invalid, u"evidence.kinds"_qs, {}};
        retype(*page, u"Nom"_qs, u"Passeport"_qs);
        save(*page);
        QVERIFY(test::said(*page).contains(u"Phrase de evidence.kinds"));
        QCOMPARE(test::named<QLineEdit>(*page, u"Nom"_qs)->text(), u"Passeport"_qs);
    }
};

QTEST_MAIN(TestDocumentKindsPage)
#include "tst_documentkindspage.moc"

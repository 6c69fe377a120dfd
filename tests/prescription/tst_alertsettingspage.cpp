// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/alertsettingspage.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QApplication>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

class TestAlertSettingsPage : public QObject {
    Q_OBJECT
    AlertSettings m_kept;
    std::optional<Error> m_failure;

    AlertSettingsServices services()
    {
        AlertSettingsServices s;
        s.get = [this]() -> Result<AlertSettings> {
            return m_kept;
        };
        s.keep = [this](const AlertSettings &chosen) -> Status {
            if (m_failure)
                return *m_failure;
            m_kept = chosen;
            return done();
        };
        s.explain = [](const Error &error) {
            return u"Échec : "_qs + error.subject;
        };
        return s;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_kept = {};
        m_failure.reset();
    }

    void showingLessThanTheUsualIsToldAsLongAsItHolds()
    {
        AlertSettingsPage page(services());
        page.resize(1000, 700);
        page.show();
        QCOMPARE(test::said(page), QString());
        auto *interactions = test::named<uikit::Segmented>(page, u"Interactions"_qs);
        QVERIFY(interactions);
        interactions->setCurrent(2);
        QCOMPARE(m_kept.from(CheckKind::Interaction), u"AD"_qs);
        QVERIFY(test::said(page).startsWith(u"Sous le niveau de sécurité par défaut"_qs));
        QVERIFY(test::said(page).contains(u"(interactions)"_qs));
        test::keepScreenshot(page, u"reglages-signaux"_qs);
        AlertSettingsPage again(services());
        again.show();
        QVERIFY(test::said(again).contains(u"(interactions)"_qs));
        test::button(page, u"Tout rétablir"_qs)->click();
        QCOMPARE(m_kept, AlertSettings());
        QCOMPARE(interactions->current(), 0);
        QCOMPARE(test::said(page), QString());
    }

    void whatCouldNotBeKeptIsToldAndNotShownAsChosen()
    {
        AlertSettingsPage page(services());
        page.show();
        m_failure = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        auto *doses = test::named<uikit::Segmented>(page, u"Doses"_qs);
        doses->setCurrent(1);
        QCOMPARE(test::said(page), u"Échec : storage.unavailable"_qs);
        QCOMPARE(doses->current(), 0);
    }
};
QTEST_MAIN(TestAlertSettingsPage)
#include "tst_alertsettingspage.moc"

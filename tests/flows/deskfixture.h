// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demopractice.h"

#include <cabinet/cabinetshell.h>
#include <cabinet/mainwindow.h>
#include <cabinet/recordview.h>

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

namespace ambroise::test {

//! A small practice on the disk and its window, at a clock that stands still. Besides the
//! demonstration's people there is a nurse, "infirmiere", and somebody with a long name,
//! "marie-anne", a remplaçant.
class Desk {
public:
    Desk()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_qs).toUtf8());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
    [[nodiscard]] Status make()
    {
        app::CreationOptions options = demoOptions();
        access::Person nurse;
        nurse.surname = u"Aubrac"_qs;
        nurse.givenName = u"Sophie"_qs;
        nurse.role = access::Role::Infirmier;
        access::Person locum;
        locum.title = u"Dr"_qs;
        locum.surname = u"de La Rochefoucauld-Montmorency"_qs;
        locum.givenName = u"Marie-Anne"_qs;
        locum.role = access::Role::Remplacant;
        locum.rpps = u"89970034503"_qs;
        options.people.append({login(u"infirmiere"), nurse, goodPassword});
        options.people.append({login(u"marie-anne"), locum, goodPassword});
        AMBROISE_TRY(const auto created,
                     app::createPractice(app::PracticeFolder(practice()), options, clock));
        recoveryKey = created.recoveryKey.toString();
        return app::addDemonstrationData(*created.practice);
    }
    [[nodiscard]] QString practice() const { return m_folder.filePath(u"practice"_qs); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void open(const app::Post &like = {})
    {
        app::Post post = like;
        post.name = u"Cabinet 1"_qs;
        post.lastPractice = practice();
        app::MainWindow::Options options{post, quickParams};
        options.cardTiming.poll = std::chrono::milliseconds(20);
        options.cardTiming.retry = std::chrono::milliseconds(50);
        window = std::make_unique<app::MainWindow>(options, clock);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    //! Nobody is in front yet when it returns: QTRY_VERIFY(desk.window->shell()).
    void signIn(const QString &who, const QString &typed = goodPassword)
    {
        window->signInPage()->choose(who);
        auto *field = window->signInPage()->findChild<QLineEdit *>(u"password"_qs);
        QVERIFY(field && field->isVisible());
        type(*field, typed);
        QTest::keyClick(field, Qt::Key_Return);
    }
    //! Signed in, in a window of its own; null where the door stays shut, or opens on the counter.
    app::CabinetShell *enter(const QString &who, QSize size = {1366, 768})
    {
        open();
        window->resize(size);
        signIn(who);
        (void)QTest::qWaitFor([this] { return window->shell() != nullptr; }, 10'000);
        return cabinet();
    }
    [[nodiscard]] app::CabinetShell *cabinet() const
    {
        return qobject_cast<app::CabinetShell *>(window->shell());
    }
    //! The record in front; null: none.
    [[nodiscard]] app::RecordView *record() const
    {
        return cabinet() ? cabinet()->currentRecord() : nullptr;
    }
    //! The line of the palette that begins so, run; false where there is none.
    [[nodiscard]] bool runFromPalette(const QString &typed, const QString &id) const
    {
        auto *palette = cabinet()->palette();
        palette->openWith(typed);
        const QList<uikit::Command> shown = palette->shown();
        palette->reject();
        const auto found = std::find_if(shown.begin(), shown.end(),
                                        [&](const uikit::Command &one) { return one.id == id; });
        if (found == shown.end())
            return false;
        found->run();
        return true;
    }
    void setDark(bool dark) const
    {
        access::Preferences preferences;
        preferences.appearance = dark ? access::Appearance::Dark : access::Appearance::Light;
        window->applyPreferences(preferences);
    }
    //! Where tests give a widget its object name; null unless it is visible.
    template <class Widget>
    [[nodiscard]] Widget *seen(const QString &name) const
    {
        for (Widget *widget : window->findChildren<Widget *>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    //! Réglages, then the page of that title; false: there is none.
    [[nodiscard]] bool openSettings(const QString &title)
    {
        QTest::keyClick(window->shell(), Qt::Key_7, Qt::AltModifier);
        for (QListWidget *titles : window->findChildren<QListWidget *>()) {
            const auto found = titles->findItems(title, Qt::MatchExactly);
            if (titles->isVisible() && !found.isEmpty()) {
                titles->setCurrentItem(found.first());
                return true;
            }
        }
        return false;
    }
    //! What a notice of that name says; empty where it is not shown.
    [[nodiscard]] QString said(const QString &name) const
    {
        const auto *notice = seen<QWidget>(name);
        return notice ? notice->accessibleName() : QString();
    }
    void fill(const QString &name, const QString &text)
    {
        auto *edit = seen<QLineEdit>(name);
        QVERIFY2(edit, qPrintable(name));
        edit->clear();
        type(*edit, text);
    }
    void press(const QString &name)
    {
        auto *button = seen<QPushButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    //! The page in light, dark, and on the smallest screen.
    void keepPictures(const QString &name)
    {
        keepScreenshot(*window, name);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        keepScreenshot(*window, name + u"-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        window->resize(1024, 680);
        keepScreenshot(*window, name + u"-petit"_qs);
        window->resize(1366, 768);
    }
    [[nodiscard]] app::Practice &inside() const { return *window->gate()->practice(); }
    [[nodiscard]] access::Account account(QStringView of) const
    {
        return *inside().accounts().byLogin(login(of));
    }
    [[nodiscard]] audit::Deed lastDeed() const
    {
        audit::Filter newest;
        newest.limit = 1;
        return inside().journal().find(newest)->first().deed;
    }

    ManualClock clock;
    QString recoveryKey;
    std::unique_ptr<app::MainWindow> window;

private:
    QTemporaryDir m_folder;
};

} // namespace ambroise::test

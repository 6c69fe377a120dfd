// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cabinet/mainwindow.h>
#include <cabinet/shell.h>
#include <practice/demo.h>

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

namespace ambroise::test {

inline const QString deskPassword = QStringLiteral("Correct-Cheval-7-Agrafe");
inline constexpr crypto::Argon2Params quickly{1024, 1, 1}; // a test proves no strength

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
        app::CreationOptions options;
        options.profile = app::demonstrationProfile(u"Cabinet médical des Tilleuls"_qs);
        options.people = app::demonstrationPeople(deskPassword);
        access::Person nurse;
        nurse.surname = u"Aubrac"_qs;
        nurse.givenName = u"Sophie"_qs;
        nurse.role = access::Role::Infirmier;
        access::Person locum;
        locum.title = u"Dr"_qs;
        locum.surname = u"de La Rochefoucauld-Montmorency"_qs;
        locum.givenName = u"Marie-Anne"_qs;
        locum.role = access::Role::Remplacant;
        locum.rpps = u"10003456788"_qs;
        options.people.append({*access::Login::parse(u"infirmiere"), nurse, deskPassword});
        options.people.append({*access::Login::parse(u"marie-anne"), locum, deskPassword});
        options.params = quickly;
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
        app::MainWindow::Options options{post, quickly};
        options.cardTiming.poll = std::chrono::milliseconds(20);
        options.cardTiming.retry = std::chrono::milliseconds(50);
        window = std::make_unique<app::MainWindow>(options, clock);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    //! Nobody is in front yet when it returns: QTRY_VERIFY(desk.window->shell()).
    void signIn(const QString &login, const QString &typed = deskPassword)
    {
        window->signInPage()->choose(login);
        auto *field = window->signInPage()->findChild<QLineEdit *>(u"password"_qs);
        QVERIFY(field && field->isVisible());
        type(*field, typed);
        QTest::keyClick(field, Qt::Key_Return);
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
    [[nodiscard]] access::Account account(QStringView login) const
    {
        return *inside().accounts().byLogin(*access::Login::parse(login));
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

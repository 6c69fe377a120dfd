// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cabinet/cabinetshell.h>
#include <cabinet/mainwindow.h>
#include <cabinet/recordview.h>
#include <practice/demo.h>

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>

#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

namespace ambroise::test {

//! The demonstration practice on the real window, with somebody signed in.
class SignedIn {
public:
    SignedIn()
    {
        qputenv("XDG_CONFIG_HOME", path(u"config"_qs).toUtf8());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

    Status make()
    {
        app::CreationOptions options;
        options.profile = app::demonstrationProfile(u"Cabinet médical des Tilleuls"_qs);
        options.people = app::demonstrationPeople(m_password);
        options.params = m_quick;
        AMBROISE_TRY(
            const auto created,
            app::createPractice(app::PracticeFolder(path(u"practice"_qs)), options, m_clock));
        return app::addDemonstrationData(*created.practice);
    }

    //! Null where the door stays shut.
    app::CabinetShell *enter(const QString &login, QSize size = {1366, 768})
    {
        m_window.reset();
        app::Post post;
        post.name = u"Cabinet 1"_qs;
        post.lastPractice = path(u"practice"_qs);
        m_window =
            std::make_unique<app::MainWindow>(app::MainWindow::Options{post, m_quick}, m_clock);
        m_window->resize(size);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get()))
            return nullptr;
        m_window->signInPage()->choose(login);
        for (auto *field : m_window->signInPage()->findChildren<uikit::PasswordField *>())
            if (field->isVisibleTo(m_window->signInPage())) {
                field->setText(m_password);
                QTest::keyClick(field, Qt::Key_Return);
                break;
            }
        (void)QTest::qWaitFor([this] { return m_window->shell() != nullptr; }, 10'000);
        return qobject_cast<app::CabinetShell *>(m_window->shell());
    }

    void setDark(bool dark)
    {
        access::Preferences preferences;
        if (dark)
            preferences.appearance = access::Appearance::Dark;
        m_window->applyPreferences(preferences);
    }

    //! The line of the palette that begins so, run; false where there is none.
    bool runFromPalette(const QString &typed, const QString &id)
    {
        auto *palette = qobject_cast<app::CabinetShell *>(m_window->shell())->palette();
        palette->openWith(typed);
        for (const uikit::Command &command : palette->shown())
            if (command.id == id) {
                palette->reject();
                command.run();
                return true;
            }
        palette->reject();
        return false;
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] app::MainWindow &window() { return *m_window; }
    [[nodiscard]] app::Practice &practice() { return *m_window->gate()->practice(); }
    void leave() { m_window.reset(); }

private:
    const QString m_password = QStringLiteral("Correct-Cheval-7-Agrafe");
    static constexpr crypto::Argon2Params m_quick{1024, 1, 1}; // a test proves no strength
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace ambroise::test

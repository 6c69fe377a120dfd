// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demopractice.h"

#include <cabinet/firstrun/firstrun.h>
#include <cabinet/mainwindow.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

namespace ambroise::test {

//! While it exists nothing begins on other threads: what a key asks for can be given up before.
class NothingBegins {
public:
    NothingBegins()
    {
        for (int i = 0; i < m_threads; ++i)
            QThreadPool::globalInstance()->start([held = m_held] { held->acquire(); });
    }
    Q_DISABLE_COPY_MOVE(NothingBegins)
    ~NothingBegins() { m_held->release(m_threads); }

private:
    const int m_threads = QThreadPool::globalInstance()->maxThreadCount();
    const std::shared_ptr<QSemaphore> m_held = std::make_shared<QSemaphore>();
};

//! A post on its first day, with a home of its own: the real window, at the keyboard alone.
class FirstDay {
public:
    FirstDay()
    {
        qputenv("XDG_CONFIG_HOME", path(u"config"_qs).toUtf8());
        qputenv("XDG_DATA_HOME", path(u"data"_qs).toUtf8());
    }

    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    //! A window where nothing was opened yet, or where that practice was.
    void open(const QString &practice = {})
    {
        m_window.reset();
        app::Post post = app::Post::load();
        post.name = u"Accueil"_qs;
        post.lastPractice = practice;
        m_window =
            std::make_unique<app::MainWindow>(app::MainWindow::Options{post, quickParams}, m_clock);
        m_window->resize(1366, 768);
        m_window->show();
        activate();
    }
    void activate() const
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    [[nodiscard]] app::MainWindow &window() const { return *m_window; }

    [[nodiscard]] QWidget *focused() const
    {
        QWidget *focus = m_window->focusWidget();
        return focus ? focus : m_window.get();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focused(), key, modifiers);
    }
    void type(const QString &text) const { test::type(*focused(), text); }
    void retype(const QString &text) const
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    //! Types where the caret is, and goes on to the next field.
    void fill(const QString &text) const
    {
        type(text);
        press(Qt::Key_Tab);
    }
    //! Where the caret is, as a screen reader says it.
    [[nodiscard]] QString caret() const { return focused()->accessibleName(); }
    [[nodiscard]] QString typed() const
    {
        const auto *edit = qobject_cast<QLineEdit *>(focused());
        return edit ? edit->text() : QString();
    }
    [[nodiscard]] QString title() const
    {
        for (const auto *label : m_window->findChildren<QLabel *>(u"pageTitle"_qs))
            if (label->isVisible())
                return label->text();
        return {};
    }
    //! What is said to be wrong, field after field, then about the page.
    [[nodiscard]] QStringList faults() const
    {
        QStringList found;
        for (const auto *field : m_window->findChildren<uikit::FormField *>())
            if (field->isVisible() && !field->error().isEmpty())
                found << field->error();
        for (const auto *notice : m_window->findChildren<access::ui::Notice *>())
            if (notice->isVisible() && notice->grade() == uikit::Meaning::Stop)
                found << notice->text();
        return found;
    }
    //! Goes to the button by Tab and presses it.
    void pressButton(const QString &name) const
    {
        for (int i = 0; i < 30 && caret() != name; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(caret(), name);
        press(Qt::Key_Space);
    }
    void picture(const QString &what) const
    {
        const QString name = u"premier-jour-"_qs + QString(what).replace(u' ', u'-');
        keepScreenshot(*m_window, name);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        keepScreenshot(*m_window, name + u"-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

    void typePractice() const
    {
        for (const QString &text :
             {u"Cabinet médical des Tilleuls"_qs, u"12 rue des Tilleuls"_qs, u"63999"_qs,
              u"Saint-Ambroise-les-Prés"_qs, u"04 65 71 99 20"_qs, u"contact@tilleuls.example"_qs})
            fill(text);
    }
    void typeDoctor(const QString &password = goodPassword) const
    {
        for (const QString &text : {u"Éloïse"_qs, u"Fontanel"_qs, u"89970021848"_qs})
            fill(text);
        press(Qt::Key_Tab); // the usual specialty
        press(Qt::Key_Tab); // the login proposed
        type(password);
    }
    //! From the first page to the key: the practice in that folder, on that server if any.
    void create(const QString &folder, const QString &server = {}) const
    {
        press(Qt::Key_Return);
        typePractice();
        press(Qt::Key_Return);
        QCOMPARE(title(), u"Données et poste"_qs);
        retype(folder);
        if (!server.isEmpty()) {
            press(Qt::Key_Tab);
            press(Qt::Key_Tab); // beside the button, the engine
            press(Qt::Key_Right);
            press(Qt::Key_Tab);
            QCOMPARE(caret(), u"Adresse du serveur PostgreSQL"_qs);
            type(server);
        }
        press(Qt::Key_Return);
        QTRY_COMPARE(title(), u"Le médecin"_qs);
        typeDoctor();
        press(Qt::Key_Return);
        QCOMPARE(title(), u"Le secrétariat"_qs);
        press(Qt::Key_P, Qt::AltModifier); // later
        QTRY_COMPARE(title(), u"Clé de secours du cabinet"_qs);
    }
    [[nodiscard]] QStringList shownGroups() const
    {
        QStringList groups;
        for (const auto *label : m_window->findChildren<QLabel *>(u"recoveryGroup"_qs))
            if (label->isVisible() && !label->text().isEmpty())
                groups << label->text();
        return groups;
    }
    //! Types the group that is asked for: « Groupe 4 de la clé ».
    void prove(const QStringList &groups) const
    {
        static const QRegularExpression number(u"[0-9]"_qs);
        const int asked = number.match(caret()).captured().toInt();
        QVERIFY(asked >= 1);
        type(groups.value(asked - 1).toLower());
        press(Qt::Key_Return);
    }
    void signIn(const QString &password) const
    {
        if (auto *field = named<uikit::PasswordField>(*m_window->signInPage()))
            test::type(*field, password);
        press(Qt::Key_Return);
    }
    //! Answers the dialog that the next key opens.
    template <class Dialog, class Answer>
    void whenAsked(Answer answer) const
    {
        QTimer::singleShot(0, m_window.get(), [this, answer] {
            if (auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget()))
                answer(*dialog);
            else
                whenAsked<Dialog>(answer);
        });
    }
    void saveAs(const QString &file) const
    {
        whenAsked<QFileDialog>([file](QFileDialog &dialog) {
            dialog.selectFile(file);
            static_cast<QDialog &>(dialog).accept();
        });
    }

private:
    QTemporaryDir m_home;
    SystemClock m_clock;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace ambroise::test

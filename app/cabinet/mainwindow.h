// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate.h"
#include "post.h"

#include <ambroise/access/ui/signinpage.h>

#include <QHash>
#include <QLockFile>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTimer>

#include <memory>

class QTranslator;

namespace ambroise::app {

class Shell;

//! The one window of a post: the choice of a practice, the sign-in, then the shell of who is signed
//! in. A lock keeps the shell as it is behind the sign-in; each person has their own.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        Post post{};
        crypto::Argon2Params params{};
    };
    //! The clock outlives the window.
    MainWindow(Options options, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Null while nobody is signed in, or while locked.
    [[nodiscard]] Shell *shell() const;
    [[nodiscard]] access::ui::SignInPage *signInPage() const { return m_signIn; }
    [[nodiscard]] Gate *gate() const { return m_gate.get(); }

public Q_SLOTS:
    void openFolder(const QString &path);
    void lock();
    void applyPreferences(const ambroise::access::Preferences &preferences);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void showWelcome(const QString &problem = {});
    void showSignIn();
    void buildSignIn();
    void enter(const QString &login);
    void followCards();
    void showCard();
    [[nodiscard]] access::ui::SignInPage::Person personOf(const PracticeFolder::Face &face) const;

    Options m_options;
    const Clock &m_clock;
    QStackedWidget *m_stack;
    std::unique_ptr<cards::CardMonitor> m_cards;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Gate> m_gate;
    access::ui::SignInPage *m_signIn = nullptr;
    QHash<QString, Shell *> m_shells; //!< by login; children of the stack
    QString m_current;                //!< login of the shell in front, or behind the lock
    QString m_openedByCard;           //!< serial of the card whose going locks
    QTimer m_idle;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace ambroise::app

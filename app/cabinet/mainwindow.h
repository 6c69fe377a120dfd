// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carddesk.h"
#include "gate.h"
#include "idlewatch.h"
#include "post.h"

#include <ambroise/access/ui/signinpage.h>
#include <ambroise/cards/cardmonitor.h>
#include <ambroise/storage/changefeed.h>

#include <QFuture>
#include <QHash>
#include <QLocale>
#include <QLockFile>
#include <QMainWindow>
#include <QPointer>
#include <QSet>
#include <QStackedWidget>

#include <memory>

namespace ambroise::app {

class Shell;
namespace firstrun {
class FirstRun;
}

//! The one window of a post: the choice of a practice, the sign-in, then the shell of who is signed
//! in. A lock keeps the shell as it is behind the sign-in; each person has their own, built anew
//! when they come in after they chose another language.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        Post post{};
        crypto::Argon2Params params{};
        cards::CardMonitor::Timing cardTiming{};
    };
    //! The clock outlives the window.
    MainWindow(Options options, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Null while nobody is signed in, or while locked.
    [[nodiscard]] Shell *shell() const;
    [[nodiscard]] access::ui::SignInPage *signInPage() const { return m_signIn; }
    [[nodiscard]] Gate *gate() const { return m_gate.get(); }
    [[nodiscard]] CardDesk *cards() const { return m_desk.get(); }
    [[nodiscard]] access::IdleLock &idleLock() { return m_idle->lock(); }

public Q_SLOTS:
    void openFolder(const QString &path);
    void lock();
    //! But the language, which waits for the next sign-in: widgets keep the words of their making.
    void applyPreferences(const ambroise::access::Preferences &preferences);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showFirstRun();
    void openPractice(const QString &path, const QString &login, const Post &post);
    void openAs(const QString &path, const Post &post);
    //! What the folder holds, now ours alone on this post.
    Result<PracticeFolder::Description> take(const PracticeFolder &folder);
    void showSignIn();
    void buildSignIn();
    [[nodiscard]] Shell *makeShell(access::Session session);
    void enter(const QString &login);
    void followCards();
    void followOthers();
    //! Records of an older program, on a connection of its own; what fails is tried the next time.
    void completeIndexes();
    void stopIndexing();
    void lockClosedAccount();
    void forgetShell(const QString &login);
    void becomePost(const Post &post);
    void hideWindowsOf(const Shell &shell);
    [[nodiscard]] access::ui::SignInPage::Person personOf(const PracticeFolder::Face &face) const;

    Options m_options;
    const Clock &m_clock;
    QStackedWidget *m_stack;
    std::unique_ptr<cards::CardMonitor> m_cards;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<CardDesk> m_desk;
    std::unique_ptr<Gate> m_gate;
    firstrun::FirstRun *m_firstRun = nullptr; //!< while no practice is open, or another is sought
    std::unique_ptr<storage::ChangeFeed> m_others; //!< once the practice is open
    QFuture<void> m_indexing;                      //!< at work once the practice is open
    access::ui::SignInPage *m_signIn = nullptr;
    PracticeFolder::Description m_practice{};
    QLocale::Language m_language;                       //!< of who came in last
    QLocale::Language m_signInLanguage;                 //!< in which the sign-in was built
    QHash<QString, Shell *> m_shells;                   //!< by login; children of the stack
    QHash<QString, QLocale::Language> m_shellLanguages; //!< in which each was built
    QSet<QString> m_outdated; //!< logins whose shell is of the post as it was
    QString m_current;        //!< login of the shell in front, or behind the lock
    QString m_openedByCard;   //!< serial of the card whose going locks
    QHash<QString, QList<QPointer<QWidget>>> m_hidden; //!< by login: their windows, while locked
    std::unique_ptr<IdleWatch> m_idle;
};

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/explain.h>
#include <ambroise/core/clock.h>

#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QStackedWidget;

namespace ambroise::uikit {
class StatusBar;
}

namespace ambroise::access::ui {

class OpenPane;
class PeoplePane;
class RecoveryPane;

//! Where a session is opened, and opened again after it was locked: the people of the practice at
//! the left, the card or the password of the chosen one at the right. It keeps no secret: what was
//! typed is forgotten once it was handed over, and when another person is chosen.
//!
//! Keys: F3 another user, F4 another practice, Alt+C card, Alt+M password, ↵ opens, ↑ ↓ along the
//! people, Échap leaves the page of the lost access.
class SignInPage final : public QWidget {
    Q_OBJECT
public:
    //! Somebody who may be chosen before anybody is signed in.
    struct Person {
        QString login{};
        QString name{};      //!< "Dr Claire Fontanel"
        QString givenName{}; //!< for the greeting; guessed from the name where empty
        QString role{};      //!< in words: "Médecin"
        QString initials{};  //!< two letters; guessed from the name where empty
        QDateTime last{};    //!< last sign-in at this post
        QString openOn{};    //!< the other post where their session is open
    };

    //! What the reader says. The words on the screen follow from it.
    struct Card {
        enum class State {
            NoModule, //!< the software that reads cards is not installed
            NoReader,
            NoCard,
            Reading,
            Read,    //!< of a person of this practice: `login`
            Unknown, //!< not enrolled in this practice
            Expired,
            Blocked, //!< after too many wrong codes
        };
        State state = State::NoCard;
        QString kind = QStringLiteral("CPS"); //!< "CPE" for a secretary's
        QString holder{};                     //!< "FONTANEL Claire"
        QString login{};                      //!< of Read
        std::optional<int> triesLeft{};       //!< before the card blocks, where it tells
        bool fewTries = false;                //!< the card tells that there are few, not how many
        bool pinOnReader = false;             //!< the code is typed on the reader's keypad

        friend bool operator==(const Card &, const Card &) = default;
    };

    //! What the program does for the page. A call may take its time: the page stays alive and says
    //! « Ouverture… » until the future ends. One call at a time.
    struct Calls {
        std::function<QFuture<Status>(const QString &login, const QString &password)>
            openWithPassword{};
        //! `pin` is empty where it is typed on the reader.
        std::function<QFuture<Status>(const QString &login, const QString &pin)> openWithCard{};
        //! Opens with the recovery key and gives the login a new password.
        std::function<QFuture<Status>(const QString &login, const QString &key,
                                      const QString &newPassword)>
            openWithRecovery{};
        //! How long that login has to wait after too many failures; an empty login asks for the
        //! recovery key's wait. Asked again four times a second while there is one.
        std::function<std::chrono::seconds(const QString &login)> waitSeconds{};
    };

    //! Keeps a reference to the clock.
    SignInPage(Calls calls, Explain explain, const Clock &clock, QWidget *parent = nullptr);

    void setPractice(const QString &name, const QString &city);
    //! The chosen person stays chosen where they are still there.
    void setPeople(const QList<Person> &people);
    //! Somebody of the people, or a login to be typed further.
    void choose(const QString &login);
    [[nodiscard]] QString login() const; //!< chosen or typed; may be empty

    //! Chooses the card's person, unless a session is being opened. When it goes, the code typed so
    //! far goes with it.
    void setCard(const Card &card);

    //! Whether another practice may be chosen at this post instead (F4).
    void setMayChangePractice(bool may);

    //! The session of `who` waits behind this page, with its work.
    void setLocked(const Person &who, const QDateTime &lockedAt);
    void setUnlocked();
    [[nodiscard]] bool isLocked() const { return m_locked.has_value(); }

    //! Forgets what was typed and said; the chosen person stays.
    void reset();
    //! reset(), and says why there is no session although what was typed opened.
    void fail(const Error &error);

    //! The foot of the page: post, encryption, backup, date, *Bac à sable*.
    [[nodiscard]] uikit::StatusBar &statusBar() const { return *m_status; }

Q_SIGNALS:
    //! By password or card. While locked, another login than the locked one's changes the user.
    void opened(const QString &login);
    void openedWithRecovery(const QString &login);
    void otherPracticeAsked();

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Locked {
        Person who;
        QDateTime at;
    };
    void build();
    void place();
    void bindKeys();
    void showPerson();
    void setBusy(bool busy);
    void openSession();
    void ended(const QString &login, const Status &status);
    void recover();
    void recovered(const QString &login, const Status &status);
    void showRecovery(bool shown);
    void refreshWait();
    [[nodiscard]] std::optional<Person> personOf(const QString &login) const;

    Calls m_calls;
    Explain m_explain;
    const Clock &m_clock;
    QList<Person> m_people;
    Card m_card;
    std::optional<Locked> m_locked;
    bool m_busy = false;

    QWidget *m_block;
    PeoplePane *m_left;
    QStackedWidget *m_right;
    OpenPane *m_open;
    RecoveryPane *m_recovery;
    uikit::StatusBar *m_status;
    QTimer m_waitTimer;
};

} // namespace ambroise::access::ui

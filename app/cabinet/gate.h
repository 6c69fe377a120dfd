// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/staff.h>

#include <QFuture>
#include <QObject>

namespace ambroise::app {

class CardDesk;

//! From outside to inside: tries what somebody knows or holds against the practice's keys, on
//! another thread, and opens the practice with the first right answer. The practice stays open
//! while sessions come and go.
class Gate final : public QObject {
    Q_OBJECT
public:
    //! References outlive the gate.
    Gate(PracticeFolder folder, const Clock &clock, QString post, crypto::Argon2Params params,
         CardDesk &cards, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Status> openWithPassword(const QString &login, const QString &password);
    //! With the card that is in the reader, which says whose it is.
    [[nodiscard]] QFuture<Status> openWithCard(const QString &pin);
    //! Also gives the login a new password.
    [[nodiscard]] QFuture<Status> openWithRecovery(const QString &login, const QString &key,
                                                   const QString &newPassword);
    [[nodiscard]] std::chrono::seconds wait(const QString &login) const;

    [[nodiscard]] const PracticeFolder &folder() const { return m_folder; }
    //! Null until somebody got in.
    [[nodiscard]] Practice *practice() const { return m_practice.get(); }
    //! Takes over what another post changed of who may sign in, where the practice is open.
    void followStaff();
    //! The post's name in the journal from the next sign-in on.
    void setPost(const QString &name) { m_post = name; }
    //! The session of who got in. The gate must have opened for that login. `as`: SignIn, or Unlock
    //! where their work waits behind the lock.
    Result<access::Session> session(const QString &login, audit::Action as = audit::Action::SignIn);

    // For who is inside.

    //! Whether that is the password of somebody who is inside; wrong ones count as those at the
    //! door do. Errors: those of SignIn::withPassword.
    [[nodiscard]] QFuture<Status> verifyPassword(const access::Login &login,
                                                 const QString &password);
    //! Accounts and their keys.
    [[nodiscard]] Staff staff() { return {*m_practice, m_params}; }
    //! Makes the slot of a password on another thread, then has it kept, on this one.
    using KeepSlot = std::function<Status(const crypto::Keyring &withSlot)>;
    [[nodiscard]] QFuture<Status> withPassword(const access::Login &login,
                                               const access::Person &person,
                                               const QString &password, const KeepSlot &keep);
    //! Staff::setPassword in that way.
    [[nodiscard]] QFuture<Status> givePassword(const access::Account &account,
                                               const QString &password, const audit::Actor &actor);

private:
    using Key = std::shared_ptr<const crypto::SecretBytes>;
    [[nodiscard]] QFuture<Result<Key>> tryPassword(const access::Login &login,
                                                   const QString &password) const;
    [[nodiscard]] QFuture<Status> enter(const QFuture<Result<Key>> &tried, const QString &login);
    Status admit(const Result<Key> &key, const QString &login);
    Status admitAndTell(const Result<Key> &key, const QString &login);

    PracticeFolder m_folder;
    const Clock &m_clock;
    QString m_post;
    crypto::Argon2Params m_params;
    CardDesk &m_cards;
    access::KeyringFile m_keyring;
    std::shared_ptr<access::Lockout> m_lockout;
    std::unique_ptr<Practice> m_practice;
    QString m_admitted;
};

} // namespace ambroise::app

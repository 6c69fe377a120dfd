// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/staff.h>

#include <QFuture>
#include <QObject>

namespace ambroise::cards {
class CardMonitor;
}

namespace ambroise::app {

//! From outside to inside: tries what somebody knows or holds against the practice's keys, on
//! another thread, and opens the practice with the first right answer. The practice stays open
//! while sessions come and go.
class Gate final : public QObject {
    Q_OBJECT
public:
    //! `cards` may be null: then there is no card sign-in. References and pointers outlive the
    //! gate.
    Gate(PracticeFolder folder, const Clock &clock, QString post, crypto::Argon2Params params,
         cards::CardMonitor *cards, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Status> openWithPassword(const QString &login, const QString &password);
    //! With the card that is in the reader.
    [[nodiscard]] QFuture<Status> openWithCard(const QString &login, const QString &pin);
    //! Also gives the login a new password.
    [[nodiscard]] QFuture<Status> openWithRecovery(const QString &login, const QString &key,
                                                   const QString &newPassword);
    [[nodiscard]] std::chrono::seconds wait(const QString &login) const;

    [[nodiscard]] const PracticeFolder &folder() const { return m_folder; }
    //! Null until somebody got in.
    [[nodiscard]] Practice *practice() const { return m_practice.get(); }
    //! A practice that was just made is open already.
    void adopt(std::unique_ptr<Practice> practice) { m_practice = std::move(practice); }
    //! Takes over what another post changed of who may sign in, where the practice is open.
    void followStaff();
    //! The session of who got in. The gate must have opened for that login.
    Result<access::Session> session(const QString &login);

private:
    using Key = std::shared_ptr<const crypto::SecretBytes>;
    [[nodiscard]] QFuture<Status> enter(QFuture<Result<Key>> tried, const QString &login);
    Status admit(const Result<Key> &key, const QString &login);

    PracticeFolder m_folder;
    const Clock &m_clock;
    QString m_post;
    crypto::Argon2Params m_params;
    cards::CardMonitor *m_cards;
    access::KeyringFile m_keyring;
    std::shared_ptr<access::Lockout> m_lockout;
    std::unique_ptr<Practice> m_practice;
    QString m_admitted;
};

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/access/enrolledcard.h>
#include <ambroise/crypto/password.h>

namespace ambroise::app {

//! A password on its way to its slot in the keyring. Making the slot takes a third of a second, so
//! it is made apart: `run` on any thread, and what it answers goes back to Staff on the practice's
//! own.
class PasswordSlot {
public:
    //! The keyring with the new slot, not yet written. Errors: those of Keyring::addPassword.
    Result<crypto::Keyring> run() const;

private:
    friend class Staff;
    std::shared_ptr<const crypto::Keyring> m_before{};
    std::shared_ptr<const crypto::SecretBytes> m_key{};
    QString m_login{};
    QString m_password{};
    crypto::Argon2Params m_params{};
};

//! Accounts together with what opens the practice for them: a row in the database and slots in the
//! keyring. Every change is journaled, and none is half done: the row and the journal are kept only
//! where the keyring was written.
class Staff {
public:
    Staff(Practice &practice, crypto::Argon2Params params)
        : m_practice(practice)
        , m_params(params)
    {
    }

    //! Errors: those of PasswordRules::accept.
    Result<PasswordSlot> slotFor(const access::Login &login, const access::Person &person,
                                 const QString &password) const;

    // A closed account gets no new key: Denied "account.inactive".

    // The calls that take a keyring want what PasswordSlot::run answered. Error: Conflict
    // "keyring.changed" where the practice's keyring became another one meanwhile.

    //! Errors: those of AccountRepository::add, Unavailable "keyring.write".
    Result<UserId> add(const access::Login &login, const access::Person &person,
                       const crypto::Keyring &withSlot, const audit::Actor &actor);
    //! By the person, or by who manages accounts.
    Status setPassword(const access::Account &account, const crypto::Keyring &withSlot,
                       const audit::Actor &actor);
    //! A closed account has no slot: it opens again with a new password.
    Status reactivate(access::Account account, const crypto::Keyring &withSlot,
                      const audit::Actor &actor);

    // The same in one go, for who may wait.
    Result<UserId> add(const access::Login &login, const access::Person &person,
                       const QString &password, const audit::Actor &actor);
    Status setPassword(const access::Account &account, const QString &password,
                       const audit::Actor &actor);

    //! Lets a card open the practice. `secret`: what the card answers to the salt. Errors: Conflict
    //! "card.taken" where it is somebody else's, with their name as the detail.
    Status enrolCard(const access::Account &account, const access::CardOffer &card,
                     const crypto::SecretBytes &secret, const audit::Actor &actor);
    //! Conflict "card.taken" as above: worth asking before the card is.
    Status mayEnrol(const access::Account &account, const QByteArray &fingerprint) const;
    //! NotFound "keyring.slot".
    Status removeCard(const access::Account &account, const access::EnrolledCard &card,
                      const audit::Actor &actor);
    Result<QList<access::EnrolledCard>> cards() const;

    //! Nobody signs in with it any more; the account stays for the history. Conflict
    //! "account.last_manager".
    Status deactivate(access::Account account, const audit::Actor &actor);
    Status update(const access::Account &account, const audit::Actor &actor);

    //! What a password of that person is judged with; `login` may be none yet.
    Result<QStringList> passwordContext(const QString &login, const access::Person &person) const;

private:
    Status checkOpen(const access::Account &account) const;

    Practice &m_practice;
    crypto::Argon2Params m_params;
};

} // namespace ambroise::app

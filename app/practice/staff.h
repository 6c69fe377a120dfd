// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/crypto/password.h>

namespace ambroise::app {

//! Accounts together with what opens the practice for them: a row in the database and slots in the
//! keyring.
class Staff {
public:
    Staff(Practice &practice, crypto::Argon2Params params)
        : m_practice(practice)
        , m_params(params)
    {
    }

    //! Errors: those of PasswordRules::accept and AccountRepository::add, Unavailable
    //! "keyring.write".
    Result<UserId> add(const access::Login &login, const access::Person &person,
                       const QString &password, const audit::Actor &actor);
    //! By the person, or by who manages accounts.
    Status setPassword(const access::Account &account, const QString &password,
                       const audit::Actor &actor);
    //! Lets a card open the practice. `secret`: what the card answers to `salt`.
    Status enrolCard(const access::Account &account, const QByteArray &salt,
                     const crypto::SecretBytes &secret, const QByteArray &certificateFingerprint,
                     const audit::Actor &actor);
    //! Nobody signs in with it any more; the account stays for the history. Conflict
    //! "account.last_manager".
    Status deactivate(access::Account account, const audit::Actor &actor);
    Status update(const access::Account &account, const audit::Actor &actor);

    //! What a password of that person is judged with.
    Result<QStringList> passwordContext(const access::Login &login,
                                        const access::Person &person) const;

private:
    Practice &m_practice;
    crypto::Argon2Params m_params;
};

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/core/progress.h>
#include <ambroise/crypto/recoverykey.h>

namespace ambroise::app {

//! Somebody who can sign in from the first day.
struct FirstPerson {
    access::Login login;
    access::Person person;
    QString password{};
};

struct CreationOptions {
    access::PracticeProfile profile{};
    storage::Engine engine = storage::Engine::Embedded;
    QString server{}; //!< how to reach an empty PostgreSQL database
    QList<FirstPerson> people{};
    crypto::Argon2Params params = crypto::Argon2Params::standard();
};

struct Created {
    std::unique_ptr<Practice> practice;
    crypto::RecoveryKey recoveryKey; //!< to be shown once, printed, and forgotten
};

//! Makes a practice: folder, keys, tables, signing certificate, accounts. Where something fails
//! nothing stays of an embedded one. Errors: those of PracticeFolder::create, PasswordRules::accept
//! (checked before anything is made), AccountRepository::add; Conflict "practice.server_in_use"
//! (the server's database has tables already); Conflict "account.last_manager" (nobody among
//! `people` may manage accounts).
Result<Created> createPractice(const PracticeFolder &folder, const CreationOptions &options,
                               const Clock &clock);

} // namespace ambroise::app

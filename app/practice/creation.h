// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/crypto/recoverykey.h>

#include <functional>

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
    bool demonstration = false; //!< also the invented patients of demo.h
    crypto::Argon2Params params = crypto::Argon2Params::standard();
};

struct Created {
    std::unique_ptr<Practice> practice;
    crypto::RecoveryKey recoveryKey; //!< to be shown once, printed, and forgotten
};

//! Where a creation is. Ready: made whole, and still undone where nobody wants it any more.
enum class CreationStep { Keys, Tables, Accounts, Demonstration, Ready };
//! Told when a step begins, on the thread that creates; answers whether to go on.
using OnCreationStep = std::function<bool(CreationStep)>;

//! Makes a practice: folder, keys, tables, signing certificate, accounts. Where something fails, or
//! `onStep` gives it up, nothing of it stays: neither the folder nor the tables on the server.
//! Errors: those of PracticeFolder::create, PasswordRules::accept (checked before anything is
//! made), checkServer, AccountRepository::add; Conflict "account.last_manager" (nobody among
//! `people` may manage accounts); Cancelled "practice.cancelled".
Result<Created> createPractice(const PracticeFolder &folder, const CreationOptions &options,
                               const Clock &clock, const OnCreationStep &onStep = {});

//! Whether a practice can be made on that PostgreSQL server. May take seconds. Errors: Invalid
//! "practice.server_address" (not one of a server), Unavailable "practice.server_unreachable",
//! Conflict "practice.server_in_use" (the database has tables already).
Status checkServer(const QString &connectionInfo);

} // namespace ambroise::app

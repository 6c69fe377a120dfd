// SPDX-License-Identifier: GPL-3.0-or-later
#include "creation.h"

#include "staff.h"

#include <ambroise/crypto/envelope.h>
#include <ambroise/storage/migrator.h>

#include <QDir>

#include <algorithm>

namespace ambroise::app {
namespace {

Status checkPeople(const CreationOptions &options)
{
    const bool managed =
        std::any_of(options.people.begin(), options.people.end(), [](const FirstPerson &first) {
            return allows(first.person.role, access::Right::ManageAccounts);
        });
    if (!managed)
        return Error{ErrorCode::Conflict, u"account.last_manager"_qs, {}};
    for (const FirstPerson &first : options.people)
        AMBROISE_CHECK(crypto::PasswordRules::accept(
            first.password, {first.login.value(), first.person.surname, first.person.givenName,
                             options.profile.name}));
    return done();
}

Result<storage::Database> newDatabase(const PracticeFolder &folder, const CreationOptions &options,
                                      const crypto::SecretBytes &key)
{
    if (options.engine == storage::Engine::Embedded)
        return storage::Database::embedded(folder.database(), DerivedKeys::database(key), true);
    const auto database = storage::Database::server(options.server);
    AMBROISE_TRY(const auto connection, database.connect());
    AMBROISE_TRY(const bool inUse, connection->hasTables());
    if (inUse)
        return Error{ErrorCode::Conflict, u"practice.server_in_use"_qs, {}};
    return database;
}

Status makeTables(const PracticeFolder &folder, const CreationOptions &options,
                  const crypto::SecretBytes &key, const Clock &clock)
{
    AMBROISE_TRY(const auto database, newDatabase(folder, options, key));
    AMBROISE_CHECK(storage::Migrator(database, allSchemas(), clock).migrate());
    return done();
}

Result<Created> make(const PracticeFolder &folder, const CreationOptions &options,
                     const Clock &clock)
{
    AMBROISE_CHECK(storage::cipherVersion());
    AMBROISE_TRY(auto keys, crypto::Keyring::create());
    auto recoveryKey = crypto::RecoveryKey::generate();
    AMBROISE_CHECK(keys.keyring.addRecovery(keys.practiceKey, recoveryKey));
    AMBROISE_CHECK(access::KeyringFile(folder.keyring()).save(keys.keyring));
    const QByteArray sealedServer = options.engine == storage::Engine::Server
                                        ? crypto::seal(DerivedKeys::sealing(keys.practiceKey),
                                                       options.server.toUtf8(), "server")
                                        : QByteArray();
    AMBROISE_CHECK(folder.write(PracticeFolder::Description{
        options.profile.name, options.engine, sealedServer, options.profile.demonstration}));
    AMBROISE_CHECK(makeTables(folder, options, keys.practiceKey, clock));
    AMBROISE_TRY(auto practice, Practice::open(folder, keys.practiceKey, clock));

    const auto actor = audit::Actor::program(QSysInfo::machineHostName());
    AMBROISE_CHECK(practice->profile().put(options.profile, actor));
    AMBROISE_CHECK(practice->certificates().createOwn(options.profile.name, actor));
    Staff staff(*practice, options.params);
    for (const FirstPerson &first : options.people)
        AMBROISE_CHECK(staff.add(first.login, first.person, first.password, actor));
    return Created{std::move(practice), std::move(recoveryKey)};
}

} // namespace

Result<Created> createPractice(const PracticeFolder &folder, const CreationOptions &options,
                               const Clock &clock)
{
    AMBROISE_CHECK(checkPeople(options));
    AMBROISE_CHECK(folder.create());
    auto created = make(folder, options, clock);
    // What was made in the folder a moment ago, and nothing else: create() refuses a folder that
    // holds anything.
    if (!created.ok())
        QDir(folder.path()).removeRecursively();
    return created;
}

} // namespace ambroise::app

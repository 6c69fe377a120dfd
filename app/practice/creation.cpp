// SPDX-License-Identifier: GPL-3.0-or-later
#include "creation.h"

#include "demo.h"
#include "staff.h"

#include <ambroise/crypto/envelope.h>
#include <ambroise/storage/migrator.h>

#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <optional>

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

Status step(const OnCreationStep &onStep, CreationStep which)
{
    if (onStep && !onStep(which))
        return Error{ErrorCode::Cancelled, u"practice.cancelled"_qs, {}};
    return done();
}

//! What was made so far, undone unless it was kept.
class Undo {
public:
    explicit Undo(PracticeFolder folder)
        : m_folder(std::move(folder))
        , m_existed(QFileInfo::exists(m_folder.path()))
    {
    }
    Q_DISABLE_COPY_MOVE(Undo)
    ~Undo()
    {
        if (m_kept || !m_mine)
            return;
        // What was made in the folder a moment ago, and nothing else: create() refuses a folder
        // that holds anything, and the lock kept others out; the tables are those that this
        // creation migrated.
        m_folder.undoCreate(m_existed);
        if (!m_tables)
            return;
        if (const Status dropped = m_tables->dropTables(); !dropped.ok())
            qWarning("creation: %s", qPrintable(dropped.error().subject));
    }
    //! From here on what is in the folder is of this creation: another one may have been first.
    void madeFolder() { m_mine = true; }
    void madeTables(const storage::Database &server) { m_tables = server; }
    void keep() { m_kept = true; }

private:
    PracticeFolder m_folder;
    bool m_existed;
    std::optional<storage::Database> m_tables;
    bool m_mine = false;
    bool m_kept = false;
};

Status makeTables(const PracticeFolder &folder, const CreationOptions &options,
                  const crypto::SecretBytes &key, const Clock &clock, Undo &undo)
{
    const bool embedded = options.engine == storage::Engine::Embedded;
    if (!embedded)
        AMBROISE_CHECK(checkServer(options.server));
    const auto database =
        embedded ? storage::Database::embedded(folder.database(), DerivedKeys::database(key), true)
                 : storage::Database::server(options.server);
    AMBROISE_TRY(const auto migrated, storage::Migrator(database, allSchemas(), clock).migrate());
    if (embedded)
        return done();
    // Another post made its practice here between the look and now: its tables are not ours to
    // undo.
    if (migrated.added == 0)
        return Error{ErrorCode::Conflict, u"practice.server_in_use"_qs, {}};
    undo.madeTables(database);
    return done();
}

Result<Created> make(const PracticeFolder &folder, const CreationOptions &options,
                     const Clock &clock, const OnCreationStep &onStep, Undo &undo)
{
    AMBROISE_CHECK(folder.create());
    const auto alone = folder.lock();
    if (alone.ok() || alone.error().code != ErrorCode::Conflict)
        undo.madeFolder(); // nobody else was first
    AMBROISE_CHECK(alone);
    AMBROISE_CHECK(step(onStep, CreationStep::Keys));
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
    AMBROISE_CHECK(step(onStep, CreationStep::Tables));
    AMBROISE_CHECK(makeTables(folder, options, keys.practiceKey, clock, undo));
    AMBROISE_TRY(auto practice, Practice::open(folder, keys.practiceKey, clock));

    AMBROISE_CHECK(step(onStep, CreationStep::Accounts));
    const auto actor = audit::Actor::program(QSysInfo::machineHostName());
    AMBROISE_CHECK(practice->profile().put(options.profile, actor));
    AMBROISE_CHECK(practice->certificates().createOwn(options.profile.name, actor));
    Staff staff(*practice, options.params);
    for (const FirstPerson &first : options.people)
        AMBROISE_CHECK(staff.add(first.login, first.person, first.password, actor));
    if (options.demonstration) {
        AMBROISE_CHECK(step(onStep, CreationStep::Demonstration));
        AMBROISE_CHECK(addDemonstrationData(*practice));
    }
    AMBROISE_CHECK(step(onStep, CreationStep::Ready));
    AMBROISE_CHECK(folder.finish());
    return Created{std::move(practice), std::move(recoveryKey)};
}

} // namespace

Status checkServer(const QString &connectionInfo)
{
    static const QRegularExpression shape(u"^\\s*postgres(ql)?://.|\\bdbname\\s*=\\s*\\S"_qs);
    if (!shape.match(connectionInfo).hasMatch())
        return Error{ErrorCode::Invalid, u"practice.server_address"_qs, {}};
    const auto connection = storage::Database::server(connectionInfo).connect();
    if (!connection.ok())
        return Error{ErrorCode::Unavailable, u"practice.server_unreachable"_qs,
                     connection.error().detail};
    AMBROISE_TRY(const bool inUse, (*connection)->hasTables());
    if (inUse)
        return Error{ErrorCode::Conflict, u"practice.server_in_use"_qs, {}};
    return done();
}

Result<Created> createPractice(const PracticeFolder &folder, const CreationOptions &options,
                               const Clock &clock, const OnCreationStep &onStep)
{
    AMBROISE_CHECK(checkPeople(options));
    AMBROISE_CHECK(folder.canBeCreated());
    Undo undo(folder);
    // The practice is closed again before the undoing begins.
    auto created = make(folder, options, clock, onStep, undo);
    if (created.ok())
        undo.keep();
    return created;
}

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice.h"

#include <ambroise/access/schema.h>
#include <ambroise/agenda/schema.h>
#include <ambroise/audit/schema.h>
#include <ambroise/crypto/envelope.h>
#include <ambroise/crypto/kdf.h>
#include <ambroise/dispensing/schema.h>
#include <ambroise/documents/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/identity/schema.h>
#include <ambroise/labs/schema.h>
#include <ambroise/patient/schema.h>
#include <ambroise/prescription/schema.h>
#include <ambroise/prevention/schema.h>
#include <ambroise/record/schema.h>
#include <ambroise/storage/migrator.h>

namespace ambroise::app {
namespace {

Result<storage::Database> databaseOf(const PracticeFolder &folder,
                                     const PracticeFolder::Description &description,
                                     const crypto::SecretBytes &key)
{
    if (description.engine == storage::Engine::Embedded)
        return storage::Database::embedded(folder.database(), DerivedKeys::database(key));
    const auto server = crypto::open(DerivedKeys::sealing(key), description.sealedServer, "server");
    if (!server.ok())
        return Error{ErrorCode::Corrupt, u"practice.server"_qs, {}};
    return storage::Database::server(QString::fromUtf8(*server));
}

} // namespace

crypto::SecretBytes DerivedKeys::database(const crypto::SecretBytes &practice)
{
    return crypto::hkdf(practice, "database");
}

crypto::SecretBytes DerivedKeys::documents(const crypto::SecretBytes &practice)
{
    return crypto::hkdf(practice, "documents");
}

crypto::SecretBytes DerivedKeys::audit(const crypto::SecretBytes &practice)
{
    return crypto::hkdf(practice, "audit");
}

crypto::SecretBytes DerivedKeys::sealing(const crypto::SecretBytes &practice)
{
    return crypto::hkdf(practice, "sealing");
}

QList<storage::Schema> allSchemas()
{
    return {storage::schema(),    audit::schema(),  access::schema(),    identity::schema(),
            patient::schema(),    record::schema(), drugs::schema(),     prescription::schema(),
            dispensing::schema(), agenda::schema(), documents::schema(), prevention::schema(),
            labs::schema()};
}

Practice::Practice(PracticeFolder folder, crypto::SecretBytes key, QByteArray id,
                   storage::Database database, std::unique_ptr<storage::Connection> connection,
                   int schemaSteps, const Clock &clock)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
    , m_auditKey(DerivedKeys::audit(m_key))
    , m_sealingKey(DerivedKeys::sealing(m_key))
    , m_id(std::move(id))
    , m_database(std::move(database))
    , m_connection(std::move(connection))
    , m_schemaSteps(schemaSteps)
    , m_clock(clock)
    , m_vault(m_database.engine() == storage::Engine::Embedded
                  ? storage::Vault::inFolder(m_folder.documents(), DerivedKeys::documents(m_key))
                  : storage::Vault::inDatabase(*m_connection, DerivedKeys::documents(m_key)))
    , m_journal(*m_connection, m_auditKey, m_clock)
    , m_accounts(*m_connection, m_journal)
    , m_delegations(*m_connection, m_journal, m_clock)
    , m_keyring(*m_connection, access::KeyringFile(m_folder.keyring()), m_key)
    , m_profile(*m_connection, m_journal)
    , m_preferences(*m_connection)
    , m_signatures(*m_connection, m_journal, m_clock)
    , m_drafts(*m_connection, m_clock)
    , m_birthplaces(*m_connection, m_clock)
    , m_documentKinds(*m_connection, m_journal)
    , m_patients(*m_connection, m_journal, m_clock)
    , m_merges(*m_connection, m_journal, m_clock)
    , m_correspondents(*m_connection, m_journal, m_clock)
    , m_administrative(*m_connection, m_journal, m_patients, m_clock)
    , m_records(*m_connection, m_journal, m_clock)
    , m_documents(*m_connection, *m_vault, m_journal, m_clock)
    , m_letters(*m_connection, m_documents, m_clock)
    , m_letterTemplates(*m_connection, m_journal, m_clock)
    , m_notes(*m_connection, m_records)
    , m_noteTemplates(*m_connection)
    , m_personalNotes(*m_connection, m_journal, m_clock)
    , m_cim10(*m_connection, m_clock)
    , m_growthReferences(*m_connection, m_clock)
    , m_appointments(*m_connection, m_journal, m_clock)
    , m_prevention(*m_connection, m_journal, m_clock)
    , m_labs(*m_connection, *m_vault, m_journal, m_patients, m_clock)
    , m_rechecks(*m_connection, m_journal, m_clock)
    , m_drugs(*m_connection)
    , m_drugKnowledge(*m_connection)
    , m_lineReader(m_drugKnowledge)
    , m_certificates(*m_connection, m_journal, m_sealingKey, m_clock)
    , m_demandes(*m_connection, m_documents)
    , m_ordonnances(*m_connection, *m_vault, m_journal, m_certificates, m_id, m_clock)
    , m_alerts(*m_connection, m_clock)
    , m_alertSettings(*m_connection, m_journal)
    , m_cardSignatures(*m_connection, m_journal, m_clock)
    , m_habits(*m_connection, m_clock)
    , m_protocols(*m_connection)
    , m_dispensations(*m_connection, m_journal, m_clock)
    , m_scanner(m_ordonnances, m_certificates, m_dispensations, m_journal, m_clock)
{
}

Result<std::unique_ptr<Practice>> Practice::open(const PracticeFolder &folder,
                                                 const crypto::SecretBytes &key, const Clock &clock)
{
    AMBROISE_CHECK(storage::cipherVersion());
    AMBROISE_TRY(const auto description, folder.describe());
    AMBROISE_TRY(const auto keyring, access::KeyringFile(folder.keyring()).load());
    AMBROISE_TRY(auto database, databaseOf(folder, description, key));
    const storage::Migrator migrator(database, allSchemas(), clock);
    AMBROISE_TRY(const auto before, migrator.state());
    // A practice has tables from its creation on: none at all means that they were lost.
    if (before.applied == 0)
        return Error{ErrorCode::Corrupt, u"storage.unreadable"_qs, {}};
    AMBROISE_TRY(const auto migrated, migrator.migrate());
    AMBROISE_TRY(auto connection, database.connect());
    std::unique_ptr<Practice> practice(new Practice(folder, key.clone(), keyring.practiceId(),
                                                    std::move(database), std::move(connection),
                                                    migrated.steps, clock));
    AMBROISE_TRY(const crypto::Keyring holds, practice->m_keyring.current());
    if (holds != keyring) {
        practice->m_outdated = keyring;
        practice->refreshFaces();
    }
    return practice;
}

Status Practice::followStaff()
{
    const auto before = access::KeyringFile(m_folder.keyring()).load();
    AMBROISE_TRY(const crypto::Keyring now, m_keyring.current());
    if (!before.ok() || *before != now)
        refreshFaces();
    return done();
}

bool Practice::isDemonstration() const
{
    const auto profile = m_profile.get();
    return profile.ok() && profile->demonstration;
}

Result<access::Account> Practice::admit(const access::Login &login)
{
    AMBROISE_TRY(access::Account account, m_accounts.byLogin(login));
    if (!account.active)
        return Error{ErrorCode::Denied, u"account.inactive"_qs, {}};
    if (const auto outdated = std::exchange(m_outdated, {})) {
        AMBROISE_TRY(const crypto::Keyring now, m_keyring.current());
        if (!now.opensAlike(*outdated, login.value()))
            return Error{ErrorCode::Denied, u"keyring.renewed"_qs, {}};
    }
    return account;
}

Result<access::Session> Practice::signIn(const access::Login &login, const QString &post,
                                         audit::Action as)
{
    AMBROISE_TRY(const access::Account account, admit(login));
    access::Session session(account, post, m_clock.now());
    AMBROISE_CHECK(m_journal.record({as, audit::Subject::User, account.id.value}, session.actor()));
    QList<PracticeFolder::Face> faces = m_folder.faces();
    for (PracticeFolder::Face &face : faces)
        if (face.login == login.value())
            face.lastSignIn = m_clock.now();
    // The sign-in holds even where the list for the next one cannot be written.
    (void)m_folder.write(faces);
    return session;
}

Status Practice::changeProfile(const access::PracticeProfile &profile, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_profile.put(profile, actor));
    // The change holds even where the name before the sign-in cannot be rewritten.
    if (auto description = m_folder.describe(); description.ok()) {
        description->name = profile.name;
        if (const Status written = m_folder.write(*description); !written.ok())
            qWarning("practice name: %s", qPrintable(written.error().subject));
    }
    return done();
}

void Practice::refreshFaces()
{
    const QList<PracticeFolder::Face> before = m_folder.faces();
    const auto write = [&]() -> Status {
        AMBROISE_TRY(const auto accounts, m_accounts.all());
        QList<PracticeFolder::Face> faces;
        for (const access::Account &account : accounts) {
            if (!account.active)
                continue;
            PracticeFolder::Face face{
                account.login.value(), account.person.displayName(), code(account.person.role), {}};
            for (const PracticeFolder::Face &former : before)
                if (former.login == face.login)
                    face.lastSignIn = former.lastSignIn;
            faces << face;
        }
        return m_folder.write(faces);
    };
    if (const Status written = write(); !written.ok())
        qWarning("people: %s", qPrintable(written.error().subject));
}

} // namespace ambroise::app

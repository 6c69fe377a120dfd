// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/sharedkeyring.h>

namespace ambroise::access {
namespace {

const Error changed{ErrorCode::Conflict, QStringLiteral("keyring.changed"), {}};

bool isConflict(const Status &status)
{
    return !status.ok() && status.error().subject == changed.subject;
}

} // namespace

Result<SharedKeyring::Row> SharedKeyring::row()
{
    Row row;
    AMBROISE_CHECK(m_db.run("SELECT version, body FROM practice_keyring WHERE id = 1", {},
                            [&](const storage::Row &found) {
                                row = {found.integer(0), found.text(1).toUtf8()};
                            }));
    return row;
}

Result<crypto::Keyring> SharedKeyring::proved(const Row &row) const
{
    auto keyring = crypto::Keyring::fromJson(row.body);
    if (!keyring.ok() && keyring.error().code == ErrorCode::Invalid)
        return keyring.error(); // of a newer program
    if (!keyring.ok() || keyring->version() != row.version || !keyring->checkKey(m_key).ok())
        return Error{ErrorCode::Corrupt, u"keyring.tampered"_qs, {}};
    return keyring;
}

Status SharedKeyring::replaceRow(const crypto::Keyring &keyring, qint64 former)
{
    const QString body = QString::fromUtf8(keyring.toJson());
    const auto rows =
        former == 0 ? m_db.run("INSERT INTO practice_keyring (id, version, body) VALUES (1, ?, ?)"
                               " ON CONFLICT (id) DO NOTHING",
                               {keyring.version(), body})
                    : m_db.run("UPDATE practice_keyring SET version = ?, body = ? WHERE id = 1"
                               " AND version = ?",
                               {keyring.version(), body, former});
    AMBROISE_CHECK(rows);
    return *rows == 1 ? done() : Status(changed);
}

Result<crypto::Keyring> SharedKeyring::current()
{
    AMBROISE_TRY(const Row there, row());
    auto here = m_file.load();
    if (there.version == 0) {
        AMBROISE_CHECK(here);
        const Status put = replaceRow(*here, 0);
        return put.ok() ? here : (isConflict(put) ? current() : put.error());
    }
    AMBROISE_TRY(crypto::Keyring shared, proved(there));
    const bool ours = here.ok() && here->checkKey(m_key).ok();
    if (ours && *here == shared)
        return shared;
    if (!ours || here->version() <= shared.version()) {
        AMBROISE_CHECK(m_file.save(shared));
        return shared;
    }
    // The database was taken from an older copy: the post knows better.
    const Status put = replaceRow(*here, there.version);
    return put.ok() ? here : (isConflict(put) ? current() : put.error());
}

Status SharedKeyring::put(const crypto::Keyring &next)
{
    if (!next.checkKey(m_key).ok())
        return Error{ErrorCode::Corrupt, u"keyring.tampered"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(replaceRow(next, next.version() - 1));
    AMBROISE_TRY(const auto putFile, m_file.prepare(next));
    m_db.afterCommit([putFile] {
        // Where this fails the next opening takes it from the database.
        if (const Status kept = putFile(); !kept.ok())
            qWarning("keyring: %s", qPrintable(kept.error().subject));
    });
    AMBROISE_CHECK(m_db.announce({u"keyring"_qs, 0}));
    return transaction.commit();
}

Status SharedKeyring::change(const Edit &edit)
{
    for (bool again = true;; again = false) {
        AMBROISE_TRY(crypto::Keyring keyring, current());
        AMBROISE_CHECK(edit(keyring));
        const Status kept = put(keyring);
        if (!isConflict(kept) || !again)
            return kept;
    }
}

} // namespace ambroise::access

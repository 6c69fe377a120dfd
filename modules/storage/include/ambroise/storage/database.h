// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

namespace ambroise::storage {

//! Where the practice's data are and how to reach them. May be shared by threads; each connects for
//! itself.
class Database {
public:
    //! A file encrypted by SQLCipher with that raw 256-bit key. With `create`, made where it is not
    //! there.
    static Database embedded(QString file, const crypto::SecretBytes &key, bool create = false);
    //! A PostgreSQL database, by a libpq connection URI or keyword string.
    static Database server(QString connectionInfo);

    [[nodiscard]] Engine engine() const { return m_engine; }
    //! The embedded file; empty for a server.
    [[nodiscard]] QString file() const
    {
        return m_engine == Engine::Embedded ? m_where : QString();
    }

    //! Errors: NotFound "storage.missing"; Unavailable "storage.no_cipher" (the engine at hand does
    //! not encrypt), "storage.unavailable"; Corrupt "storage.unreadable" (damaged, cut short, or
    //! not that key).
    Result<std::unique_ptr<Connection>> connect() const;

    //! Every page and every index is read and its seal checked. Corrupt "storage.corrupt".
    Status verify() const;

    //! A copy of the embedded file, verified; for a server Unavailable "storage.copy". `to` must
    //! not exist.
    Status copyTo(const QString &to) const;

    //! Removes every table of a server's database with what it holds: a creation that failed leaves
    //! it as empty as it was. For an embedded one Unavailable "storage.drop": its file is removed.
    Status dropTables() const;

private:
    Database(Engine engine, QString where, crypto::SecretBytes key, bool create);

    friend class ChangeFeed;

    Engine m_engine;
    QString m_where;
    std::shared_ptr<const crypto::SecretBytes> m_key;
    bool m_create;
    std::shared_ptr<ChangeHub> m_hub; //!< shared by the copies
};

//! The version of the cipher that serves Qt's SQLite driver, such as "4.6.1 community". Unavailable
//! "storage.no_cipher" where the driver got an engine that does not encrypt or is too old: then
//! nothing may be opened.
Result<QString> cipherVersion();

} // namespace ambroise::storage

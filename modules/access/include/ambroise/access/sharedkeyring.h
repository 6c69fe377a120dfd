// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/keyringfile.h>
#include <ambroise/storage/connection.h>

#include <functional>

namespace ambroise::access {

//! The keyring of a practice that may have several posts. The database holds it for all of them;
//! each post keeps a copy in its folder, to be read before anybody is signed in. The newer of both
//! holds, where it is sealed with the practice's key; nothing ever goes back to an older one.
//!
//! Errors: Corrupt "keyring.tampered" (what stands in the database is not the practice's),
//! Unavailable "keyring.write", those of KeyringFile, Keyring::fromJson and the storage.
class SharedKeyring {
public:
    //! References are kept.
    SharedKeyring(storage::Connection &db, KeyringFile file, const crypto::SecretBytes &practiceKey)
        : m_db(db)
        , m_file(std::move(file))
        , m_key(practiceKey)
    {
    }

    //! The one that holds now; the post's copy, or the database's, becomes it.
    Result<crypto::Keyring> current();

    //! Puts `next`, which was made from current() by one change. In the caller's transaction: the
    //! post's copy changes once that is kept. Conflict "keyring.changed" where another post was
    //! first.
    Status put(const crypto::Keyring &next);

    using Edit = std::function<Status(crypto::Keyring &)>;
    //! current(), `edit`, put(); once more where another post was first.
    Status change(const Edit &edit);

private:
    struct Row {
        qint64 version = 0; //!< 0: there is none
        QByteArray body{};
    };
    Result<Row> row();
    Result<crypto::Keyring> proved(const Row &row) const;
    Status replaceRow(const crypto::Keyring &keyring, qint64 former);

    storage::Connection &m_db;
    KeyringFile m_file;
    const crypto::SecretBytes &m_key;
};

} // namespace ambroise::access

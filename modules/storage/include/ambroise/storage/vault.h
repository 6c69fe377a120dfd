// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

#include <QList>

namespace ambroise::storage {

//! What a stored document is asked for by: made from its content, so the same document is kept
//! once. Says nothing of the content to who has no key.
class ContentId {
public:
    //! Error: Invalid "vault.id".
    static Result<ContentId> parse(QStringView text);
    [[nodiscard]] QString toString() const { return m_hex; } //!< 64 hexadecimal digits

    friend auto operator<=>(const ContentId &, const ContentId &) = default;

private:
    friend class Vault;
    explicit ContentId(QString hex)
        : m_hex(std::move(hex))
    {
    }
    QString m_hex;
};

//! Large documents, encrypted, named by their content. What was put is on the disk (or with the
//! server) before `put` answers; it is read back only whole and unchanged.
//!
//! Errors: NotFound "vault.missing", Corrupt "vault.corrupt", Unavailable "storage.full",
//! "storage.unavailable".
class Vault {
public:
    virtual ~Vault() = default;

    Result<ContentId> put(QByteArrayView content);
    Result<QByteArray> get(const ContentId &id) const;
    virtual Result<QList<ContentId>> all() const = 0;

    //! In files below `folder`, which is made where needed.
    static std::unique_ptr<Vault> inFolder(QString folder, const crypto::SecretBytes &key);
    //! In the table `vault_blob` of the practice's server, where every post reaches it.
    static std::unique_ptr<Vault> inDatabase(Connection &db, const crypto::SecretBytes &key);

protected:
    explicit Vault(const crypto::SecretBytes &key)
        : m_key(key.clone())
    {
    }
    static ContentId idFrom(QString hex) { return ContentId(std::move(hex)); }
    virtual Status keep(const ContentId &id, const QByteArray &sealed) = 0;
    virtual Result<QByteArray> fetch(const ContentId &id) const = 0;

private:
    [[nodiscard]] ContentId idOf(QByteArrayView content) const;

    crypto::SecretBytes m_key;
};

} // namespace ambroise::storage

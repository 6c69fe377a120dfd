// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/vault.h>

#include <ambroise/crypto/envelope.h>
#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/kdf.h>

#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

namespace ambroise::storage {
namespace {

constexpr QByteArrayView context = "ambroise vault 1";

class FolderVault final : public Vault {
public:
    FolderVault(QString folder, const crypto::SecretBytes &key)
        : Vault(key)
        , m_folder(std::move(folder))
    {
    }

    Result<QList<ContentId>> all() const override
    {
        QList<ContentId> ids;
        QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            const QString hex = files.fileInfo().dir().dirName() + files.fileName();
            if (const auto id = ContentId::parse(hex); id.ok())
                ids << *id;
        }
        return ids;
    }

protected:
    Status keep(const ContentId &id, const QByteArray &sealed) override
    {
        const QString path = pathOf(id);
        if (QFile::exists(path))
            return done();
        if (!QDir().mkpath(QFileInfo(path).path()))
            return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        QSaveFile file(path); // written beside, synced, then renamed
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(sealed) != sealed.size() || !file.commit())
            return Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
        return done();
    }

    Result<QByteArray> fetch(const ContentId &id) const override
    {
        QFile file(pathOf(id));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::NotFound, u"vault.missing"_qs, {}};
        return file.readAll();
    }

private:
    [[nodiscard]] QString pathOf(const ContentId &id) const
    {
        const QString hex = id.toString();
        return m_folder + u'/' + hex.left(2) + u'/' + hex.mid(2);
    }

    QString m_folder;
};

class TableVault final : public Vault {
public:
    TableVault(Connection &db, const crypto::SecretBytes &key)
        : Vault(key)
        , m_db(db)
    {
    }

    Result<QList<ContentId>> all() const override
    {
        QList<ContentId> ids;
        AMBROISE_CHECK(m_db.run("SELECT id FROM vault_blob ORDER BY id", {},
                                [&](const Row &row) { ids << idFrom(row.text(0)); }));
        return ids;
    }

protected:
    Status keep(const ContentId &id, const QByteArray &sealed) override
    {
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO vault_blob (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            {id.toString(), sealed}));
        return done();
    }

    Result<QByteArray> fetch(const ContentId &id) const override
    {
        QByteArray sealed;
        AMBROISE_TRY(const qint64 rows,
                     m_db.run("SELECT sealed FROM vault_blob WHERE id = ?", {id.toString()},
                              [&](const Row &row) { sealed = row.bytes(0); }));
        if (rows == 0)
            return Error{ErrorCode::NotFound, u"vault.missing"_qs, {}};
        return sealed;
    }

private:
    Connection &m_db;
};

} // namespace

Result<ContentId> ContentId::parse(QStringView text)
{
    const bool hexadecimal = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (text.size() != 64 || !hexadecimal)
        return Error{ErrorCode::Invalid, u"vault.id"_qs, {}};
    return ContentId(text.toString());
}

ContentId Vault::idOf(QByteArrayView content) const
{
    const auto naming = crypto::hkdf(m_key, "vault name");
    return ContentId(QString::fromLatin1(crypto::hmacSha256(naming.view(), content).toHex()));
}

Result<ContentId> Vault::put(QByteArrayView content)
{
    const ContentId id = idOf(content);
    AMBROISE_CHECK(keep(id, crypto::seal(m_key, content, context)));
    return id;
}

Result<QByteArray> Vault::get(const ContentId &id) const
{
    AMBROISE_TRY(const QByteArray sealed, fetch(id));
    const auto content = crypto::open(m_key, sealed, context);
    if (!content.ok() || idOf(*content) != id)
        return Error{ErrorCode::Corrupt, u"vault.corrupt"_qs, {}};
    return *content;
}

std::unique_ptr<Vault> Vault::inFolder(QString folder, const crypto::SecretBytes &key)
{
    return std::make_unique<FolderVault>(std::move(folder), key);
}

std::unique_ptr<Vault> Vault::inDatabase(Connection &db, const crypto::SecretBytes &key)
{
    return std::make_unique<TableVault>(db, key);
}

} // namespace ambroise::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/keyringfile.h>

#include <QFile>
#include <QSaveFile>

namespace ambroise::access {

Result<crypto::Keyring> KeyringFile::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"keyring.missing"_qs, {}};
    return crypto::Keyring::fromJson(file.readAll());
}

Result<std::function<Status()>> KeyringFile::prepare(const crypto::Keyring &keyring) const
{
    const Error refused{ErrorCode::Unavailable, u"keyring.write"_qs, {}};
    const auto file = std::make_shared<QSaveFile>(m_path);
    if (!file->open(QIODevice::WriteOnly))
        return refused;
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray json = keyring.toJson();
    if (file->write(json) != json.size() || !file->flush())
        return refused;
    return std::function<Status()>(
        [file, refused] { return file->commit() ? done() : Status(refused); });
}

Status KeyringFile::save(const crypto::Keyring &keyring) const
{
    AMBROISE_TRY(const auto put, prepare(keyring));
    return put();
}

} // namespace ambroise::access

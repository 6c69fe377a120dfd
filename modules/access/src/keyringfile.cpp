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

Status KeyringFile::save(const crypto::Keyring &keyring) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unavailable, u"keyring.write"_qs, {}};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(keyring.toJson());
    return file.commit() ? done() : Status(Error{ErrorCode::Unavailable, u"keyring.write"_qs, {}});
}

} // namespace ambroise::access

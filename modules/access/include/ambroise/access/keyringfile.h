// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/keyring.h>

#include <functional>

namespace ambroise::access {

//! The practice's keyring on the disk of the post, readable before anybody is signed in. Written
//! beside, then renamed: a crash leaves the old or the new one, whole.
class KeyringFile {
public:
    explicit KeyringFile(QString path)
        : m_path(std::move(path))
    {
    }
    //! Errors: NotFound "keyring.missing"; those of Keyring::fromJson.
    Result<crypto::Keyring> load() const;
    //! Error: Unavailable "keyring.write".
    Status save(const crypto::Keyring &keyring) const;
    //! Everything of save() that may fail for want of room or rights; the call that it answers puts
    //! the file in its place.
    Result<std::function<Status()>> prepare(const crypto::Keyring &keyring) const;

private:
    QString m_path;
};

} // namespace ambroise::access

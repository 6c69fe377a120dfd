// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

namespace ambroise::storage {

//! A name for one more of Qt's connections in this process.
QString newConnectionName();

Result<std::unique_ptr<Connection>> openEmbedded(const QString &file,
                                                 const crypto::SecretBytes &key, bool create);
Result<std::unique_ptr<Connection>> openServer(const QString &connectionInfo);

} // namespace ambroise::storage

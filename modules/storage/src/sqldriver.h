// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

class QSqlDatabase;

namespace ambroise::storage {

//! A name for one more of Qt's connections in this process.
QString newConnectionName();

Result<std::unique_ptr<Connection>> openEmbedded(const QString &file,
                                                 const crypto::SecretBytes &key, bool create);
Result<std::unique_ptr<Connection>> openServer(const QString &connectionInfo);

//! Gives a connection of QPSQL that is not open yet the address of its server.
void addressServer(QSqlDatabase &db, const QString &connectionInfo);
//! What changes are announced on.
QString changeChannel();

} // namespace ambroise::storage

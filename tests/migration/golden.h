// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

namespace ambroise::test {

//! The key of every golden practice. It protects nothing.
[[nodiscard]] crypto::SecretBytes goldenKey();
//! The printed form of the golden ordonnance.
[[nodiscard]] QByteArray goldenPaper();

//! Makes the folder of a practice with that key, and no tables yet. `server`: empty for the
//! embedded engine.
Status makeFolder(const app::PracticeFolder &folder, const QString &server);
//! Its database, to be filled before Practice::open.
[[nodiscard]] storage::Database databaseOf(const app::PracticeFolder &folder,
                                           const QString &server);

//! Runs a golden's text on an empty database.
Status restore(storage::Connection &db, const QString &golden);

//! A few of everything, through the repositories.
Status fill(app::Practice &practice);
//! That all of it is there, read as a user would; then one of each is added. Error: Corrupt
//! "golden.lost" with what is not as it was written.
Status readBack(app::Practice &practice);

} // namespace ambroise::test

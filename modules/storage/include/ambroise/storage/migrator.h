// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/storage/database.h>
#include <ambroise/storage/schema.h>

namespace ambroise::storage {

//! Brings the tables of a practice to what this program knows, all modules in one transaction.
class Migrator {
public:
    Migrator(const Database &database, QList<Schema> schemas, const Clock &clock);

    struct State {
        int applied = 0; //!< steps that the practice has
        int pending = 0; //!< steps that this program would add
    };
    //! Errors: Invalid "storage.newer" (a newer program wrote here), Corrupt
    //! "storage.migration_changed".
    Result<State> state() const;

    struct Migrated {
        int steps = 0; //!< that the practice has now
        int added = 0; //!< of them by this call: none where another program was first
    };
    //! Applies what is pending. An embedded practice that holds data is copied first, beside itself
    //! (`practice.db.before-<n>`), and the copy verified; without a good copy nothing is changed.
    Result<Migrated> migrate() const;

private:
    Result<QList<std::pair<QString, Migration>>> pendingOn(Connection &db, int &applied) const;

    const Database &m_database;
    QList<Schema> m_schemas;
    const Clock &m_clock;
};

} // namespace ambroise::storage

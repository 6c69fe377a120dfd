// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/storage/connection.h>

namespace ambroise::access {

//! What somebody chose last on a page, such as a filter: remembered for them on every post. Nothing
//! of a patient; not journaled.
class ChoicesRepository {
public:
    explicit ChoicesRepository(storage::Connection &db)
        : m_db(db)
    {
    }
    //! `of`: stable, "history.filter". Empty: nothing was chosen yet.
    Result<QString> last(UserId user, const QString &of) const;
    Status keep(UserId user, const QString &of, const QString &choice);

private:
    storage::Connection &m_db;
};

} // namespace ambroise::access

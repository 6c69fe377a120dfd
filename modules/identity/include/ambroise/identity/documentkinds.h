// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/identity/evidence.h>
#include <ambroise/storage/connection.h>

namespace ambroise::identity {

//! The kinds of document that the practice accepts (guide EXI ID 19): the usual ones until it
//! changes them.
class DocumentKinds {
public:
    DocumentKinds(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }

    //! In the order of the list.
    Result<QList<DocumentKind>> all() const;
    //! Whole. Errors: Invalid "evidence.kinds" (none, or a code or a label that is empty or twice).
    Status replace(const QList<DocumentKind> &kinds, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/identity/evidence.h>
#include <ambroise/storage/connection.h>

namespace ambroise::identity {

//! A kind of document as the practice lists it.
struct ListedKind {
    DocumentKind kind{};
    bool offered = true; //!< false: no longer to be chosen; checks made with it still name it

    friend bool operator==(const ListedKind &, const ListedKind &) = default;
};

//! Whether the RNIV leaves this to a practice. Errors: Denied "evidence.low_trust" (high trust for
//! a kind that proves nothing: a carte Vitale alone, a driving licence), "evidence.minors_only" (an
//! extract of civil registration for an adult).
[[nodiscard]] Status allowedByRniv(const DocumentKind &kind);

//! The kinds of document that the practice accepts (guide EXI ID 19): the usual ones until it
//! changes them. A kind is never removed, its code never changes, and each change stands in the
//! journal. Errors of writing: those of allowedByRniv(); Invalid "evidence.kinds" (a code that is
//! not 1 to 8 letters or digits, a label that is empty or over 80 characters, one of them twice).
class DocumentKinds {
public:
    DocumentKinds(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }

    //! In the order of the list.
    Result<QList<ListedKind>> all() const;
    //! Those to choose from.
    Result<QList<DocumentKind>> offered() const;

    //! At the end of the list.
    Status add(const DocumentKind &kind, const audit::Actor &actor);
    //! `before`: as it was when the change was begun. Error: Conflict "storage.version" (somebody
    //! else changed it meanwhile).
    Status change(const ListedKind &before, const ListedKind &after, const audit::Actor &actor);

private:
    //! What is changed for the first time is written down whole.
    Status keepUsual();
    Status insert(const ListedKind &listed, qsizetype place);
    Status record(const QString &code, const QStringList &changes, const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::identity

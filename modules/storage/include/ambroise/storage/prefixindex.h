// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/connection.h>

namespace ambroise::storage {

//! Search as you type, the same on both engines: words of a thing, found by their beginnings in an
//! ordered index.
//!
//! The owning module makes the table `<name>` in its schema:
//!     CREATE TABLE <name> (term {{text}} NOT NULL, kind INTEGER NOT NULL, weight INTEGER NOT NULL,
//!                          sort {{text}} NOT NULL, owner BIGINT NOT NULL);
//!     CREATE INDEX <name>_by_term ON <name> (term, kind, weight, sort, owner);
//!     CREATE INDEX <name>_by_owner ON <name> (owner, term);
class PrefixIndex {
public:
    struct Term {
        QString text;   //!< folded, see text::folded
        int kind = 0;   //!< which field it comes from; a lower one ranks before
        int weight = 0; //!< of the owner within the kind; a lower one ranks before
    };

    PrefixIndex(Connection &db, QByteArray table);

    //! What `owner` is found by from now on; equals are ordered by `sort`.
    Status replace(qint64 owner, const QList<Term> &terms, const QString &sort);
    //! The same for an owner that is surely not there yet.
    Status add(qint64 owner, const QList<Term> &terms, const QString &sort);
    Status remove(qint64 owner);

    //! The owners that have, for each of `prefixes`, a term that begins with it. Best first: the
    //! rarest prefix is a whole term, then by kind, weight and sort. At most `limit`; nothing for
    //! an empty list.
    Result<QList<qint64>> search(const QStringList &prefixes, int limit) const;

private:
    Result<qint64> boundedCount(const QString &prefix) const;

    Connection &m_db;
    QByteArray m_table;
};

} // namespace ambroise::storage

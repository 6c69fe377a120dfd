// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bdpmfiles.h"

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/storage/connection.h>

namespace ambroise::drugs {

//! Puts a base that was read in the place of the one that is stored. To be used within a
//! transaction.
class BaseWriter {
public:
    //! `progress` is told of thousandths, from `from` to 1000.
    BaseWriter(storage::Connection &db, const Base &base, Progress progress, qint64 from);

    //! Empties the tables of `files`, or all of them with `everything`, then fills them. Errors:
    //! Cancelled "bdpm.cancelled"; those of storage.
    Status write(const QList<BdpmFile> &files, bool everything);

private:
    Status clear(BdpmFile file);
    Status fill(BdpmFile file);
    Status fillDrugs();
    Status fillPresentations();
    Status fillComponents();
    Status fillGroups();
    Status fillHybridGroups();
    Status fillHybrids();
    Status fillConditions();
    Status fillClasses();
    Status fillAvailability();
    Status fillLinks();
    Status fillOpinions(const std::vector<OpinionRow> &rows, Opinion::Rating rating);
    Status fillNotices();
    Status fillTerms();

    template <class Rows, class ToValues>
    Status insertAll(QByteArrayView table, QByteArrayView columns, const Rows &rows,
                     ToValues toValues);

    storage::Connection &m_db;
    const Base &m_base;
    Progress m_progress;
    qint64 m_from;
    qint64 m_total;
    qint64 m_written = 0;
    std::vector<size_t> m_order; //!< of the drugs: where the one that comes n-th stands in the base
};

} // namespace ambroise::drugs

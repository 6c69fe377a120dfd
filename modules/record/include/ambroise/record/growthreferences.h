// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/core/clock.h>
#include <ambroise/record/growth.h>
#include <ambroise/storage/connection.h>

#include <QDateTime>

namespace ambroise::record {

//! A reference of growth as the practice imported it.
struct GrowthRelease {
    QString name{};   //!< as its file calls it; one of each name
    QString source{}; //!< as its file tells it
    QString file{};
    QString sha256{};
    qint64 rows = 0;
    QDateTime importedAt{};
    QString importedBy{};
};

//! The references of growth that a practice obtained itself, such as the French curves of 2018
//! whose values are not public: kept as their files are, beside those of the WHO that the program
//! has. Who imports or removes journals it, as with every other referential.
class GrowthReferences {
public:
    GrowthReferences(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! The file replaces the one of the same name, else stands beside the others, whole or not at
    //! all. Errors: Unavailable "growth.unreadable" (not there, no right to it, above 16 MB), those
    //! of GrowthReference::parse.
    Result<GrowthRelease> import(const QString &path, const audit::Actor &actor);
    //! Error: NotFound "growth.unknown".
    Status remove(const QString &name);
    //! By name.
    Result<QList<GrowthRelease>> releases() const;
    //! To be read by, in the same order. Error: Corrupt "growth.stored" (not what was imported).
    Result<QList<GrowthReference>> all() const;

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::record

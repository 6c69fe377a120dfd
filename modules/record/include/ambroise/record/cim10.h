// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/record/conditioncode.h>
#include <ambroise/storage/connection.h>

#include <QDateTime>

namespace ambroise::record {

//! A code with what it means.
struct Condition {
    ConditionCode code;
    QString label{};

    friend bool operator==(const Condition &, const Condition &) = default;
};

struct Cim10Release {
    QDateTime importedAt{};
    qint64 rows = 0;
    QString sha256{};
    QString source{}; //!< the name of the file
};

struct Cim10Rejected {
    QString file{};
    int line = 0;
    QString why{}; //!< "cim10.code": a title or a remark, not a code with its label; "cim10.twice"
};

struct Cim10Report {
    Cim10Release release{};
    QList<Cim10Rejected> rejected{};
    double seconds = 0;
};

//! The labels of CIM-10 in French, as the practice imported them.
class Cim10 {
public:
    Cim10(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! Replaces all labels by those of a CSV file (or of the one in that folder), in one
    //! transaction: UTF-8, a column `code` with the code and its label ("A00.1 Choléra…"), or the
    //! columns `code` and `label`. The first label of a code holds. Errors: NotFound
    //! "cim10.missing_file"; Invalid "cim10.columns", "cim10.truncated" (under 5,000 codes: no
    //! CIM-10 is that short); Unavailable "cim10.unreadable"; Cancelled "cim10.cancelled".
    Result<Cim10Report> import(const QString &path, const Progress &progress = {});
    Result<std::optional<Cim10Release>> release() const;
    Result<QList<Condition>> all() const; //!< by code

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::record

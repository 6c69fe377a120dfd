// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/identity/traits.h>
#include <ambroise/storage/connection.h>

#include <QDateTime>
#include <QList>

namespace ambroise::identity {

//! A commune or a country where somebody may have been born, while its code held.
struct Place {
    QString code{};
    QString label{};
    QDate from{};        //!< invalid: always, as far as INSEE tells (1943)
    QDate until{};       //!< the first day when it no longer held; invalid: still holds
    QString successor{}; //!< code of what it became; may be empty

    [[nodiscard]] bool holdsOn(QDate day) const;
    [[nodiscard]] bool isCountry() const { return code.startsWith(u"99"); }

    friend bool operator==(const Place &, const Place &) = default;
};

//! What is imported of the COG, and since when it is here.
struct CogRelease {
    QString version{}; //!< the newest day that its data tell
    QDateTime importedAt{};
    qint64 rows = 0;
    QString sha256{};
    QString source{};
};

struct CogRejected {
    QString file{};
    int line = 0;
    QString why{}; //!< "cog.code", "cog.label", "cog.date"
};

struct CogReport {
    CogRelease release{};
    QList<std::pair<QString, qint64>> files{}; //!< name, rows
    QList<CogRejected> rejected{};
    double seconds = 0;
};

//! The code officiel géographique of INSEE with its history since 1943: a birth place has the code
//! that held on the day of birth (guide EXI ID 14).
class Birthplaces {
public:
    Birthplaces(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! That code on that day; where it did not hold then, the nearest in time: an old document may
    //! tell a later code. Nothing: unknown code, or no COG is imported.
    Result<std::optional<Place>> find(QStringView code, QDate born) const;
    //! By the beginning of a name (accents, hyphens, "st" do not count), of a word in it, or of a
    //! code; those that held on `born` alone. The largest first.
    Result<QList<Place>> search(QStringView typed, QDate born, int limit = 20) const;

    //! Replaces all places by the files of `folder` (or by one file), in one transaction. By their
    //! columns' names: INSEE's v_commune_depuis_1943.csv and v_pays_….csv, or a history with cog,
    //! name, valid_from, valid_to, successor_cog; populations where a file has them order the
    //! search. Errors: NotFound "cog.missing_file" (no communes there); Invalid "cog.columns",
    //! "cog.truncated" (under 30,000 communes: no COG is that short); Unavailable
    //! "cog.unreadable"; Cancelled "cog.cancelled"; those of storage.
    Result<CogReport> import(const QString &folder, const Progress &progress = {});
    Result<std::optional<CogRelease>> release() const;

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::identity

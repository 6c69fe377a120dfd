// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/storage/connection.h>

#include <QDate>
#include <QList>
#include <QStringList>

namespace ambroise::drugs {

//! A line of a file of which something is to be told.
struct LineRemark {
    QString file;
    int line = 0; //!< from 1
    QString why;  //!< stable subject, such as "bdpm.row.cis"
    friend bool operator==(const LineRemark &, const LineRemark &) = default;
};

struct FileReport {
    QString file; //!< as it is named in the folder
    qint64 rows = 0;
    QDate dated; //!< of its data
    QString sha256;
};

//! What an import did.
struct ImportReport {
    QString kind; //!< "bdpm" or "formulary"
    QDate version;
    QList<FileReport> files;
    QList<LineRemark> rejected; //!< left out
    QList<LineRemark> doubtful; //!< kept, without the datum that could not be believed
    QStringList absent; //!< optional files that were not there: their data stay as they were
    double seconds = 0;

    [[nodiscard]] qint64 rows() const;
};

struct BdpmOptions {
    //! Imports even where files are much shorter than last time: for who knows why they are.
    bool acceptFewerRows = false;
};

//! Replaces the drugs by the official files of `folder` (or of the folder of the file named), in
//! one transaction: after a failure everything is as before.
//!
//! Files are found by their official names, in any case, also with a date added to them
//! (CIS_bdpm_20260526.txt; the newest is taken). CIS_bdpm, CIS_CIP_bdpm and CIS_COMPO_bdpm are
//! required; what an absent optional file gave earlier stays, with its own date. Each file is read
//! as UTF-8 where it is, else as Windows-1252. The version is the newest day that the data show
//! (stock states, opinions, authorisations) and that is not after today. `sha256` of the
//! référentiel is that of the lines which `sha256sum` prints for the files in the order of their
//! names.
//!
//! Errors, with the file and the line in `detail`: NotFound "bdpm.missing_file"; Invalid
//! "bdpm.empty", "bdpm.truncated" (the last line is cut), "bdpm.columns" (more than 1 % of the
//! lines cannot be read, or their prices do not add up), "bdpm.encoding" (neither encoding, both,
//! or no text at all), "bdpm.too_large", "bdpm.shrunk" (under 95 % of the rows of the last import,
//! or files that do not cover each other); Unavailable "bdpm.unreadable"; Cancelled
//! "bdpm.cancelled"; those of storage.
Result<ImportReport> importBdpm(storage::Connection &db, const QString &folder, const Clock &clock,
                                const Progress &progress = {}, const BdpmOptions &options = {});

//! Reads one file by the same rules, and keeps nothing: is a download what it should be? `name` is
//! its official name; Invalid "bdpm.unknown_file" where it is not.
Result<FileReport> checkBdpmFile(const QString &name, QByteArrayView content);

} // namespace ambroise::drugs

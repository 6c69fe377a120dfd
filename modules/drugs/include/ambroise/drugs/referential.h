// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/connection.h>

#include <QDate>
#include <QList>

namespace ambroise::drugs {

//! A published set of data that was imported.
struct Referential {
    QString kind;  //!< "bdpm", "formulary"
    QDate version; //!< the day that the data show
    QDateTime importedAt;
    qint64 rows = 0;
    QString sha256; //!< hexadecimal; how it is made is said where it is imported
    QString source; //!< who published it
    friend bool operator==(const Referential &, const Referential &) = default;
};

//! What is imported, by kind. Errors: those of storage.
Result<QList<Referential>> referentials(storage::Connection &db);

} // namespace ambroise::drugs

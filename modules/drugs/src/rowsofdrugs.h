// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/storage/connection.h>

#include <QHash>

//! Reading what belongs to several drugs at once, one statement by table.
namespace ambroise::drugs {

//! " IN (?,?,…)" for these, padded to one of a few lengths so that few statements are prepared.
struct InList {
    explicit InList(const QList<qint64> &keys);
    QByteArray sql;
    storage::Values values;
};

//! The drugs themselves, without what other tables hold, by CIS.
Result<QHash<qint64, Drug>> drugsOf(storage::Connection &db, const QList<qint64> &cis);

Result<QHash<qint64, QList<Component>>> compositionsOf(storage::Connection &db,
                                                       const QList<qint64> &cis);
//! Marketed first. With `indications` only where they are wanted: they are long.
Result<QHash<qint64, QList<Presentation>>>
presentationsOf(storage::Connection &db, const QList<qint64> &cis, bool indications);
Result<QHash<qint64, QList<GenericGroup>>> groupsOf(storage::Connection &db,
                                                    const QList<qint64> &cis);
Result<QHash<qint64, QString>> classesOf(storage::Connection &db, const QList<qint64> &cis);

} // namespace ambroise::drugs

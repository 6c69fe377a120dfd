// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QList>
#include <QStringList>

//! Our own reviewed tables of resources/interactions.
namespace ambroise::drugs {

//! The lines that are no remark, cut at the tabs. Error: Corrupt "interactions.table" where one has
//! another number of columns.
Result<QList<QStringList>> curationLines(const QString &table, qsizetype columns);

Error curationRefusal(const QStringList &line);

} // namespace ambroise::drugs

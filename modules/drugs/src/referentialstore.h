// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drug.h>

#include <QHash>

namespace ambroise::drugs {

constexpr QStringView bdpmKind = u"bdpm";
constexpr QStringView formularyKind = u"formulary";
constexpr QStringView thesaurusKind = u"ansm";

//! The rows of each file of that kind at its last import, by official name.
Result<QHash<QString, qint64>> rowsByFile(storage::Connection &db, QStringView kind);

Result<bool> isImported(storage::Connection &db, QStringView kind);

//! Records what was imported in the place of what was, with the digest of its files unless one is
//! given; files that were absent keep their record.
Status recordImport(storage::Connection &db, const ImportReport &report, const Clock &clock,
                    const QString &sha256 = {});

//! What is imported of another kind is gone.
Status forget(storage::Connection &db, QStringView kind);

//! Where each file's data come from, by official name.
Result<QHash<QString, Source>> sourcesByFile(storage::Connection &db);

} // namespace ambroise::drugs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bdpmfiles.h"

#include <ambroise/drugs/drugchanges.h>

#include <QHash>

namespace ambroise::drugs {

//! What of the stored base is compared with the next one.
struct BaseBefore {
    struct Drug {
        QString label{};
        bool marketed = false;
        bool homeopathic = false;
    };
    QDate version{};
    QHash<qint64, Drug> drugs{};                        //!< by CIS
    QHash<qint64, std::optional<Money>> publicPrices{}; //!< by CIP13
};

//! None where no public base is stored.
Result<std::optional<BaseBefore>> baseBefore(storage::Connection &db);

[[nodiscard]] QList<DrugChange> changesTo(const BaseBefore &before, const Base &base);

//! In the place of those that are kept; nothing where there are none, so that a base imported twice
//! does not hide what the first time changed.
Status keepChanges(storage::Connection &db, QDate from, QDate to, const QList<DrugChange> &changes);

} // namespace ambroise::drugs

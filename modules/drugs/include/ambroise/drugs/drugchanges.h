// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/money.h>
#include <ambroise/drugs/codes.h>
#include <ambroise/drugs/referential.h>

#include <optional>

namespace ambroise::drugs {

//! One difference between two versions of the public base.
struct DrugChange {
    enum class Kind {
        Added,    //!< marketed, and was not in the base
        Removed,  //!< was marketed, and is no longer in the base
        Stopped,  //!< still there, and no longer marketed
        Marketed, //!< was there already, and is marketed now
        Price     //!< of a marketed drug's box: another public price, a first one, or none left
    };

    Kind kind = Kind::Added;
    Cis cis;
    QString label{};
    std::optional<Cip13> box{}; //!< of a price
    std::optional<Money> before{};
    std::optional<Money> after{};
    friend bool operator==(const DrugChange &, const DrugChange &) = default;
};
[[nodiscard]] QString code(DrugChange::Kind kind); //!< "added", "removed"…

//! What the last import that changed anything did; homeopathic drugs are left out.
struct DrugChanges {
    QDate from{};
    QDate to{};
    QList<DrugChange> changes{}; //!< by kind, then by label

    [[nodiscard]] int count(DrugChange::Kind kind) const;
};

//! None before the public base was imported a second time. Errors: those of storage.
Result<std::optional<DrugChanges>> lastDrugChanges(storage::Connection &db);

//! The publisher updates the base every month: whether the one of last month has not been imported
//! yet. Of other référentiels never.
[[nodiscard]] bool isLate(const Referential &referential, QDate today);

} // namespace ambroise::drugs

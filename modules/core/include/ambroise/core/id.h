// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace ambroise {

//! The key of a stored thing. Ids of different things are different types: a patient's is never
//! taken for a user's.
template <class Tag>
struct Id {
    qint64 value = 0; //!< as in the database; 0 where the thing is not stored yet

    [[nodiscard]] bool isStored() const { return value > 0; }
    [[nodiscard]] QString toString() const { return QString::number(value); }
    static std::optional<Id> fromString(QStringView text)
    {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        return ok && number > 0 ? std::optional(Id{number}) : std::nullopt;
    }

    friend auto operator<=>(Id, Id) = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using PatientId = Id<struct PatientTag>;
using UserId = Id<struct UserTag>;

} // namespace ambroise

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace ambroise::storage {

//! That something was written: of what kind and whose, never what.
struct Change {
    QString topic; //!< the owner's word, a to z and _: "patient", "record"
    qint64 id = 0; //!< of the patient or thing concerned; 0: of none

    [[nodiscard]] QString toText() const; //!< "patient 42"
    static std::optional<Change> fromText(QStringView text);
    friend bool operator==(const Change &, const Change &) = default;
};

} // namespace ambroise::storage
Q_DECLARE_METATYPE(ambroise::storage::Change)

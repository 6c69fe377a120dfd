// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "closeness.h"

#include <ambroise/patient/duplicates.h>

#include <QSet>

namespace ambroise::patient {

//! What of an active record is compared with others.
struct ComparedRecord {
    PatientId id{};
    ComparedPerson person{};
    QList<ComparedPerson> former{}; //!< as it was before corrections
    identity::Sex sex = identity::Sex::Indeterminate;
    QString place{};     //!< code
    QString matricule{}; //!< of the active INS, without its key
    QSet<QString> formerIns{};
    QStringList phones{};
    QString email{};
    QString address{}; //!< folded; empty without a street
    bool fictive = false;
};

struct DuplicateScore {
    int score = 0;
    QList<DuplicateSign> signs{};
};

//! Below 50, they are not proposed.
inline constexpr int leastScore = 50;
[[nodiscard]] DuplicateScore scoreOf(const ComparedRecord &a, const ComparedRecord &b);

} // namespace ambroise::patient

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/repository.h>

namespace ambroise::patient {

//! What a record must have to be shown for a reason: beginnings of terms (terms.h), all of them.
struct LikenessReading {
    Likeness likeness = Likeness::Written;
    QStringList prefixes{};
};

//! What may be meant, best first; empty where nothing can be.
[[nodiscard]] QList<LikenessReading> readingsOf(const SoughtPerson &sought, QDate today);

} // namespace ambroise::patient

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/childgrowth.h>
#include <ambroise/record/ui/recordservices.h>

namespace ambroise::record::ui {

//! Whose growth is shown, with the term that the measures tell. Nothing of who is that old, or
//! whose birth date is not exact.
[[nodiscard]] std::optional<GrowthChild> growingChild(const std::optional<Examined> &examined,
                                                      const QList<Entry> &measures, int until);

//! What can be chosen: the WHO's, then the practice's own.
[[nodiscard]] QList<GrowthReference> growthReferences(const RecordServices &services);
//! What the user chose last; the WHO's where it is not there any more.
[[nodiscard]] GrowthReference chosenReference(const RecordServices &services);

//! « né à 32 SA + 4 j », by the sex.
[[nodiscard]] QString bornAt(const GrowthChild &child);
//! « âge corrigé, né à 32 SA + 4 j »; empty of who was not born before term.
[[nodiscard]] QString ageWords(const GrowthChild &child, GrowthAge age);

} // namespace ambroise::record::ui

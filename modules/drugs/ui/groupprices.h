// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>

namespace ambroise::drugs::ui {

//! A member of a generic group beside the drug that it would stand for.
struct PricedMember {
    GroupMember member;
    std::optional<PricedBox>
        box{}; //!< the one that is like the drug's usual box, else the cheapest
    //! What its box costs more than the drug's, where both hold as much; less than zero: it is
    //! cheaper.
    std::optional<Money> more{};
};

//! The other drugs of the generic groups, each once: those that are sold first, of them the
//! cheapest for a box that holds as much as the usual one, then the others as the base has them.
[[nodiscard]] QList<PricedMember> othersByPrice(const DrugDetail &detail);

} // namespace ambroise::drugs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ambroise::codes::twoddoc {

constexpr int noLimit = -1;

//! How long the value behind a data identifier is.
struct Identifier {
    std::string_view id;
    int least;
    int most; //!< or noLimit

    [[nodiscard]] constexpr bool isFixed() const { return least == most; }
};

//! Null for an identifier that is not known.
[[nodiscard]] const Identifier *find(std::string_view id);

} // namespace ambroise::codes::twoddoc

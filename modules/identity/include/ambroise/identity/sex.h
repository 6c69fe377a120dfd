// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ambroise::identity {

//! The sex of civil registration. INSi knows the first two only (EF_INS25_04); the third is local,
//! for an identity that was not retrieved.
enum class Sex { Male, Female, Indeterminate };

[[nodiscard]] QString code(Sex sex); //!< "M", "F", "I"; stable
[[nodiscard]] std::optional<Sex> sexOf(QStringView code);

} // namespace ambroise::identity

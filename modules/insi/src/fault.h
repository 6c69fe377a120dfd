// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

namespace ambroise::insi {

//! What failed below, as an error of the service of identities.
[[nodiscard]] Error faultOf(const Error &below);

} // namespace ambroise::insi

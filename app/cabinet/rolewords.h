// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/rights.h>

namespace ambroise::app {

//! "Médecin", "Secrétaire", in the language of the interface.
[[nodiscard]] QString roleWord(access::Role role);

} // namespace ambroise::app

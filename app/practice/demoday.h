// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! The day on which the demonstration begins: who is expected of its characters (by
//! addDemoCharacters), and who waits.
Status addDemoDay(Practice &practice, UserId professional, const audit::Actor &actor);

} // namespace ambroise::app

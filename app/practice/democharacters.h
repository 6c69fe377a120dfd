// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! The few people whose records are told in detail in the demonstration.
Status addDemoCharacters(Practice &practice, const audit::Actor &actor);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! Reports of laboratories about the demonstration's characters (by addDemoCharacters), as files
//! that are received: years of Madeleine Vasseur's, the newest not seen yet, and one whose patient
//! a person has to choose.
Status addDemoResults(Practice &practice, const audit::Actor &doctor);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! The address book of the demonstration, and what stands around its first patient: invented
//! people, numbers of the ranges that ARCEP keeps for fiction.
Status addDemoBook(Practice &practice, const audit::Actor &author);

} // namespace ambroise::app

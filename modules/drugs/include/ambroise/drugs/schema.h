// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/schema.h>

namespace ambroise::drugs {

//! The tables of this module.
storage::Schema schema();

} // namespace ambroise::drugs

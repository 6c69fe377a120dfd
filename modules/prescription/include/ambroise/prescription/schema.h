// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/schema.h>

namespace ambroise::prescription {

storage::Schema schema();

} // namespace ambroise::prescription

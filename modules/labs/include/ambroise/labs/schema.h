// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/schema.h>

namespace ambroise::labs {

storage::Schema schema();

} // namespace ambroise::labs

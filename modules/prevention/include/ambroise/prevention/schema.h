// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/schema.h>

namespace ambroise::prevention {

storage::Schema schema();

} // namespace ambroise::prevention

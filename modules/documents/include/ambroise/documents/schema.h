// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/schema.h>

namespace ambroise::documents {

storage::Schema schema();

} // namespace ambroise::documents

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/whendone.h>

namespace ambroise::access::ui {

using uikit::whenDone;

} // namespace ambroise::access::ui

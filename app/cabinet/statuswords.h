// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "post.h"

#include <practice/practice.h>

#include <ambroise/uikit/shell/statusbar.h>

namespace ambroise::app {

//! What every window says at its foot: the data, the référentiels, the post.
void fillStatus(uikit::StatusBar &bar, Practice &practice, const Post &post);

} // namespace ambroise::app

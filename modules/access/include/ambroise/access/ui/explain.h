// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <functional>

namespace ambroise::access::ui {

//! The sentence of an error: what happened and what to do. The program has the one table of them.
using Explain = std::function<QString(const Error &)>;

} // namespace ambroise::access::ui

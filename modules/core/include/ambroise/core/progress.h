// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace ambroise {

//! Told how much of a long work is done, in any unit; answers false to have it given up (nothing
//! half-done stays). Called on the thread that works.
using Progress = std::function<bool(qint64 done, qint64 total)>;

} // namespace ambroise

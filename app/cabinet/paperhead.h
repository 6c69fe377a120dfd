// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/documents/paper.h>

namespace ambroise::app {

//! The head of the practice's prints, in the name of who is signed in.
Result<documents::PaperHead> paperHead(Practice &practice, const access::Session &session);

} // namespace ambroise::app

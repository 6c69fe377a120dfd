// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/ui/feedbackpage.h>

namespace ambroise::app {

//! What the page « Bilans » needs, from an open practice. Both must outlive the page; `window` is
//! where files are asked for.
[[nodiscard]] prescription::ui::FeedbackServices
feedbackServices(Practice &practice, const access::Session &session, QWidget &window);

} // namespace ambroise::app

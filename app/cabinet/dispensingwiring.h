// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/dispensing/ui/dispensingpage.h>

namespace ambroise::app {

//! What the counter of a pharmacy needs.
[[nodiscard]] dispensing::ui::DispensingServices
dispensingServices(Practice &practice, const access::Session &session,
                   std::function<void()> openCamera);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/labs/ui/labservices.h>

#include <QWidget>

namespace ambroise::app {

//! What the pages of results ask of this practice, for who is signed in. `window`: over which
//! joined files are shown; it, the practice and the session outlive the services.
[[nodiscard]] labs::ui::LabServices labServices(Practice &practice, const access::Session &session,
                                                QWidget &window);
//! The same, about one patient too.
[[nodiscard]] labs::ui::LabServices labServices(Practice &practice, const access::Session &session,
                                                QWidget &window, const patient::RecordIds &patient);

} // namespace ambroise::app

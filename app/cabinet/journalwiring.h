// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/audit/ui/journalpage.h>

namespace ambroise::app {

//! What the page of the journal needs, from an open practice. Both must outlive the page.
[[nodiscard]] audit::ui::JournalServices journalServices(Practice &practice,
                                                         const access::Session &session);

} // namespace ambroise::app

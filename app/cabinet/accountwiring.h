// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <ambroise/access/ui/accountspage.h>
#include <ambroise/access/ui/ownaccountpage.h>

namespace ambroise::app {

//! Everybody's own account: password and cards, over what the way in can do. The session outlives
//! the page.
[[nodiscard]] access::ui::OwnAccountPage *ownAccountPage(const access::Session &session, Door door,
                                                         QWidget *parent = nullptr);

//! The people of the practice, for who may manage accounts; every call asks anew whether they still
//! may.
[[nodiscard]] access::ui::AccountsPage *accountsPage(const access::Session &session, Door door,
                                                     QWidget *parent = nullptr);

//! What the pages call; for the tests of who may do what.
[[nodiscard]] access::ui::AccountsPage::Calls accountsCalls(const access::Session &session,
                                                            Door door);
[[nodiscard]] access::ui::OwnAccountPage::Calls ownAccountCalls(const access::Session &session,
                                                                Door door);

} // namespace ambroise::app

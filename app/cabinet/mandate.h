// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/identity/trace.h>

namespace ambroise::app {

//! In whose name the person of the session decides of identities today. Errors: Denied
//! "access.denied" (who may not write there), those of DelegationRepository::mandateOf.
Result<identity::Mandate> mandateOf(Practice &practice, const access::Session &session);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mandate.h"

namespace ambroise::app {

Result<identity::Mandate> mandateOf(Practice &practice, const access::Session &session)
{
    AMBROISE_CHECK(require(session, access::Right::WriteAdministrative));
    AMBROISE_TRY(const auto mandator,
                 practice.delegations().mandateOf(session, practice.accounts()));
    return mandator ? identity::Mandate{mandator->id, mandator->person.displayName()}
                    : identity::Mandate{};
}

} // namespace ambroise::app

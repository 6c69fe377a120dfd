// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/identity.h>
#include <ambroise/uikit/listrow.h>

namespace ambroise::patient::ui {

//! How an identity's status is shown in a row: one meaning, one word, everywhere.
[[nodiscard]] uikit::RowChip statusChip(identity::IdentityStatus status,
                                        const identity::IdentityAttributes &attributes);
//! The same in one word, where the row is about somebody else's matter: « Qualifiée ».
[[nodiscard]] uikit::RowChip shortStatusChip(identity::IdentityStatus status,
                                             const identity::IdentityAttributes &attributes);

} // namespace ambroise::patient::ui

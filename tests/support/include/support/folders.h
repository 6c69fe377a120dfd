// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::test {

//! Where the project's sources are.
[[nodiscard]] QString sourceFolder();

//! The public data beside the project, or where AMBROISE_SHARED says; it need not exist.
[[nodiscard]] QString sharedFolder();

} // namespace ambroise::test

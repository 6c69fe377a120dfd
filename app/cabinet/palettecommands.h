// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/uikit/palette/command.h>

namespace ambroise::app {

//! What the palette finds in the practice while somebody types. A search that failed is one row
//! that says so: it is not "nobody".

[[nodiscard]] QList<uikit::Command> patientCommands(Practice &practice, const QString &typed,
                                                    const std::function<void(PatientId)> &open);
//! From the third letter on.
[[nodiscard]] QList<uikit::Command>
drugCommands(Practice &practice, const QString &typed,
             const std::function<void(const QString &cis)> &open);

} // namespace ambroise::app

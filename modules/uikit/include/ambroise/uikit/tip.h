// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::uikit {

//! The text of a tooltip that Qt shows as it is, lines kept: raw, a publisher's text or a name
//! would be taken for HTML where it looks so. Empty for an empty text. A widget without an
//! accessible description lends its tooltip to screen readers: give it the description too.
[[nodiscard]] QString plainTip(const QString &text);

} // namespace ambroise::uikit

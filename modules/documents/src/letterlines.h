// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::documents {

//! The text of a letter as CommonMark that says the same: a line break that was typed is one
//! (U+2028), and what is no markup of ours is escaped.
[[nodiscard]] QString asMarkdown(const QString &body);

} // namespace ambroise::documents

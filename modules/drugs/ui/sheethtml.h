// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/uikit/theme.h>

namespace ambroise::drugs::ui {

//! The whole sheet as rich text, in the theme's inks. Nothing of the publisher's texts is markup;
//! a link is kept where it is a web address.
[[nodiscard]] QString sheetHtml(const DrugDetail &detail, const uikit::Theme &theme);

} // namespace ambroise::drugs::ui

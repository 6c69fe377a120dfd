// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QStringList>

//! What a line is marked with, in the trade's abbreviations and in full words.
namespace ambroise::prescription::ui {

//! « MTE : marge thérapeutique étroite », as the editor and the tooltip tell it.
[[nodiscard]] QString reasonInFull(NonSubstitutable reason);
[[nodiscard]] QStringList tagsOf(const Line &line);         //!< « NS MTE », « NR »
[[nodiscard]] QStringList meaningsOfTags(const Line &line); //!< one for each tag

} // namespace ambroise::prescription::ui

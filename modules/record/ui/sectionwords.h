// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/note.h>

namespace ambroise::record::ui {

//! « Interrogatoire »
[[nodiscard]] QString wordOf(NoteSection section);

} // namespace ambroise::record::ui

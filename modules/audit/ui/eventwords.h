// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/uikit/listrow.h>

namespace ambroise::audit::ui {

//! « a ouvert le dossier de VASSEUR Madeleine »: what was done, as people tell it.
[[nodiscard]] QString deedWords(const Deed &deed, const JournalNames &names);
//! « Bris de glace »: an action, as a choice.
[[nodiscard]] QString actionWord(Action action);

[[nodiscard]] uikit::Row eventRow(const Event &event, const JournalNames &names);
//! The whole event, for a screen reader.
[[nodiscard]] QString eventSentence(const Event &event, const JournalNames &names);

//! 18 204, with narrow no-break spaces.
[[nodiscard]] QString grouped(qint64 number);

} // namespace ambroise::audit::ui

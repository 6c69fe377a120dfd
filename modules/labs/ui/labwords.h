// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>
#include <ambroise/labs/ui/labservices.h>

namespace ambroise::labs::ui {

[[nodiscard]] QString flagWord(Flag flag); //!< « haut »; empty for none
[[nodiscard]] QString doubtWord(Doubt doubt);
[[nodiscard]] QString statusWord(ResultStatus status); //!< empty where final
[[nodiscard]] QString reasonWord(const QString &code); //!< why a report waits for a person
//! « ▲ 5,6 », « ▼▼ 2,1 »; the sign says it without its colour.
[[nodiscard]] QString markedValue(const QString &value, Flag flag);
//! One sentence each, the first letter a capital.
[[nodiscard]] QString sentenceOf(const Doubts &doubts);
//! « Biologie du 24/11/2026 »
[[nodiscard]] QString titleOf(const KeptReport &report);
//! The result in one breath: for a screen reader, and beside the curve.
[[nodiscard]] QString breathOf(const LabResult &result);
//! What came of an import, in one sentence.
[[nodiscard]] QString outcomeOf(const Imported &imported);

} // namespace ambroise::labs::ui

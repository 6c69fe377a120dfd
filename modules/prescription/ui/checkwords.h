// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/uikit/theme.h>

//! What the checks say, in words.
namespace ambroise::prescription::ui {

[[nodiscard]] uikit::Meaning meaningOf(const Alert &alert);
//! « CI », « PE »; « Doublon ».
[[nodiscard]] QString levelWord(const Alert &alert);
//! Without the form: "DOLIPRANE 1000 mg, comprimé" → "DOLIPRANE 1000 mg".
[[nodiscard]] QString shortLabel(const QString &label);
//! « interactions », « doses ».
[[nodiscard]] QString kindWord(CheckKind kind);
//! What each mark of a signal means, in full, a line each.
[[nodiscard]] QStringList markWords();
//! Why a line was not checked.
[[nodiscard]] QString reasonWord(const NotChecked &one);

} // namespace ambroise::prescription::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/uikit/theme.h>

//! What the checks say, in words.
namespace ambroise::prescription::ui {

struct Checked;

[[nodiscard]] uikit::Meaning meaningOf(const Alert &alert);
//! « CI », « PE »; « Doublon ».
[[nodiscard]] QString levelWord(const Alert &alert);
//! Without the form: "DOLIPRANE 1000 mg, comprimé" → "DOLIPRANE 1000 mg".
[[nodiscard]] QString shortLabel(const QString &label);
//! Without the strength either, where no other line has that name: « Colchicine ».
[[nodiscard]] QString briefLabel(const Checked &checked, int line);
//! « Colchicine 1 mg (en cours) », or « (arrêté le 12/11/2026) »: the first `own` lines are of the
//! ordonnance.
[[nodiscard]] QString nameOf(const Checked &checked, int own, int line);
[[nodiscard]] QString briefNameOf(const Checked &checked, int own, int line);
//! « interactions », « doses ».
[[nodiscard]] QString kindWord(CheckKind kind);
//! What each mark of a signal means, in full, a line each.
[[nodiscard]] QStringList markWords();
//! Why a line was not checked.
[[nodiscard]] QString reasonWord(const NotChecked &one);

} // namespace ambroise::prescription::ui

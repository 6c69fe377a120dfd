// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demande.h>

//! How demandes are called on the screen.
namespace ambroise::prescription::ui {

[[nodiscard]] QString kindWord(DemandeKind kind); //!< "Biologie"
[[nodiscard]] QString fieldWord(DemandeKind kind, DemandeField field);
[[nodiscard]] QString choiceWord(DemandeField field, const QString &choice);

} // namespace ambroise::prescription::ui

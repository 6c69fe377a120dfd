// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::audit::ui {

//! « téléphone, adresse » of "phones,street,city": the fields of a record that a change names.
[[nodiscard]] QString fieldWords(const QString &codes);
//! « nom, confiance haute » of "label,trust=high": what was changed of a kind of document.
[[nodiscard]] QString documentChangeWords(const QString &codes);
//! « numéro RPPS » of "rpps": what was changed of an account; the code where it has no word.
[[nodiscard]] QString accountFieldWord(const QString &code);
//! « effet indésirable » of "side_effect"; what somebody typed is its own word.
[[nodiscard]] QString reasonWord(const QString &reason);
//! « une consultation » of "consultation".
[[nodiscard]] QString entryWord(const QString &code);

} // namespace ambroise::audit::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::patient {

//! How a French name sounds: names that are said alike have the same key ("DUPONT", "DUPOND";
//! "MEYER", "MAIER"). Letters and the digits 1 to 5, which stand for nasals and compound sounds.
//!
//! Source: Phonex, Frédéric Brouard, "L'art des soundex" (sqlpro.developpez.com), without its last
//! step, which makes a number of the key. Ours counts double letters once from the beginning on and
//! drops a final E, S or Z too, which are not heard in names.
[[nodiscard]] QString soundOf(QStringView name);

} // namespace ambroise::patient

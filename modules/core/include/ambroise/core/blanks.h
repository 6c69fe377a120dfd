// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace ambroise::text {

//! What is left to be filled in by hand of a text made from a template: « [PA] », « [durée] ».
struct Blank {
    qsizetype start = 0; //!< in UTF-16 units, the bracket included
    qsizetype length = 0;

    friend bool operator==(const Blank &, const Blank &) = default;
};

//! In the order of the text. A word or a few in square brackets, on one line; a bracket after a
//! backslash is none.
[[nodiscard]] QList<Blank> blanksIn(QStringView text);

} // namespace ambroise::text

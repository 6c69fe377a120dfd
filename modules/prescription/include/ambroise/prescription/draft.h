// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

namespace ambroise::prescription {

//! The lines of an ordonnance that is not signed yet, as they are kept between two sittings.
struct Draft {
    QList<Line> lines{};
    bool whole = true; //!< false: something was kept that cannot be read, and is not in `lines`

    [[nodiscard]] QString toText() const;
    //! Whatever can be read. An empty text is an empty draft.
    [[nodiscard]] static Draft fromText(const QString &text);
};

} // namespace ambroise::prescription

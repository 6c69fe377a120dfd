// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

namespace ambroise::prescription {

//! The lines of an ordonnance that is not signed yet, as they are kept between two sittings.
struct Draft {
    //! A line that is being typed: the drug, where one was chosen, and the words as they stand.
    struct Pending {
        QString cis{};
        QString label{};
        QString typed{};

        [[nodiscard]] bool isEmpty() const { return label.isEmpty() && typed.isEmpty(); }
        friend bool operator==(const Pending &, const Pending &) = default;
    };

    QList<Line> lines{};
    Pending pending{};
    bool whole = true; //!< false: something was kept that cannot be read, and is not in `lines`

    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && pending.isEmpty(); }
    [[nodiscard]] QString toText() const; //!< empty where the draft is
    //! Whatever can be read. An empty text is an empty draft.
    [[nodiscard]] static Draft fromText(const QString &text);
};

} // namespace ambroise::prescription

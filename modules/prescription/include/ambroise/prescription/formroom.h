// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace ambroise::prescription {

//! What a pre-printed secured form keeps for itself: who prescribes at its top; lot number, and the
//! square that takes the number of drugs, at its bottom. Millimetres, always such that an
//! ordonnance fits between.
class FormRoom {
public:
    static constexpr double leastHead = 30;
    static constexpr double mostHead = 110;
    static constexpr double leastFoot = 15;
    static constexpr double mostFoot = 70;

    //! The one of most printers.
    static constexpr FormRoom usual() { return {}; }
    //! The nearest that leaves room.
    static constexpr FormRoom fitted(double head, double foot)
    {
        FormRoom room;
        room.m_head = std::clamp(head, leastHead, mostHead);
        room.m_foot = std::clamp(foot, leastFoot, mostFoot);
        return room;
    }

    [[nodiscard]] constexpr double head() const { return m_head; }
    [[nodiscard]] constexpr double foot() const { return m_foot; }

    friend bool operator==(const FormRoom &, const FormRoom &) = default;

private:
    double m_head = 66;
    double m_foot = 38;
};

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace ambroise::text {

//! Two places with the same element.
struct Match {
    int before = 0;
    int after = 0;
};

//! How many steps a comparison may still take.
struct Budget {
    qint64 left = 0;

    bool take(qint64 steps)
    {
        left -= steps;
        return left > 0;
    }
};

enum class Anchors {
    None,
    Unique //!< elements that are once in each are matched first (patience)
};

//! A long common subsequence of both, in order: the longest (E. W. Myers, "An O(ND) Difference
//! Algorithm and Its Variations", 1986, in linear space) where the budget allows, else what was
//! found by then.
[[nodiscard]] QList<Match> matches(const QList<int> &before, const QList<int> &after,
                                   Anchors anchors, Budget &budget);

} // namespace ambroise::text

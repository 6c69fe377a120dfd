// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

class QAbstractAxis;
class QChart;
class QValueAxis;

//! What the charts of the pages have in common. Who draws one links Qt6::Charts.
namespace ambroise::uikit {

//! Ends and steps of a scale of values that people read: 1, 2 or 5 times a power of ten.
struct ChartScale {
    double low = 0;
    double high = 1;
    double step = 1;

    //! With some room under and above; about `steps` of them.
    static ChartScale of(double lowest, double highest, int steps = 3);
    void putOn(QValueAxis &axis) const;
};

//! The sheet's ground, no legend, numbers in French.
void dress(QChart &chart, const Theme &theme);
void dress(QAbstractAxis &axis, const Theme &theme);

} // namespace ambroise::uikit

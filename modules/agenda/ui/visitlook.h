// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daybook.h"

#include <QColor>

class QPainter;
class QRect;

namespace ambroise::agenda::ui {

//! How an appointment looks in the grid: the state by its ground, its bar and its icon.
struct VisitLook {
    QColor ground;
    QColor bar;
    QColor ink;   //!< of the name
    QColor light; //!< of the hour and the reason
    QString icon{};
    bool strong = true; //!< the name in 600: it is still to come
};

[[nodiscard]] VisitLook lookOf(const Appointment &one, const uikit::Theme &theme);

//! Hour, name, reason on one line.
void paintVisitLine(QPainter &painter, const QRect &rect, const DayBook &book,
                    const Appointment &one, const VisitLook &look);

} // namespace ambroise::agenda::ui

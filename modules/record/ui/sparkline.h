// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QPainter;
class QRectF;

namespace ambroise::uikit {
class Theme;
}

namespace ambroise::record::ui {

//! A small curve of values, oldest first, with its last point; nothing of fewer than two.
void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values,
                    const uikit::Theme &theme);

} // namespace ambroise::record::ui

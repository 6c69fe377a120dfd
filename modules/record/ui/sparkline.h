// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QPainter;
class QRectF;

namespace ambroise::uikit {
class Theme;
}

namespace ambroise::record::ui {

//! A value of a small curve, as it is written at it.
struct CurvePoint {
    double value = 0;
    QString label{}; //!< « 74,2 », « 138/78 »
    QString when{};  //!< « 11/26 »

    friend bool operator==(const CurvePoint &, const CurvePoint &) = default;
};

//! The values of the last ones, at most so many.
[[nodiscard]] QList<double> valuesOf(const QList<CurvePoint> &points, qsizetype most);

//! A small curve of values, oldest first, with its last point; nothing of fewer than two.
void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values,
                    const uikit::Theme &theme);

//! The same with its values above the points and their months under them, the last one strong.
void paintInlineCurve(QPainter &painter, const QRectF &area, const QList<CurvePoint> &points,
                      const uikit::Theme &theme);

} // namespace ambroise::record::ui

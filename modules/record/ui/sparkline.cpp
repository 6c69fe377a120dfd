// SPDX-License-Identifier: GPL-3.0-or-later
#include "sparkline.h"

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

//! Where they stand in that area; nothing of fewer than two.
QList<QPointF> placesOf(const QList<double> &values, const QRectF &area)
{
    if (values.size() < 2)
        return {};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double range = *most > *least ? *most - *least : 1;
    QList<QPointF> places;
    for (qsizetype i = 0; i < values.size(); ++i)
        places << QPointF(area.left() + area.width() * double(i) / double(values.size() - 1),
                          area.bottom() - area.height() * (values.at(i) - *least) / range);
    return places;
}

void paintLine(QPainter &painter, const QList<QPointF> &places, const uikit::Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(uikit::Token::Text3), 1.2));
    painter.setBrush(Qt::NoBrush);
    QPainterPath path(places.first());
    for (const QPointF &place : places.mid(1))
        path.lineTo(place);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
}

} // namespace

QList<double> valuesOf(const QList<CurvePoint> &points, qsizetype most)
{
    QList<double> values;
    for (const CurvePoint &point : points.last(std::min(most, points.size())))
        values << point.value;
    return values;
}

void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values,
                    const uikit::Theme &theme)
{
    const QList<QPointF> places = placesOf(values, area);
    if (places.isEmpty())
        return;
    painter.save();
    paintLine(painter, places, theme);
    painter.setBrush(theme.color(uikit::Token::Accent));
    painter.drawEllipse(places.last(), 2, 2);
    painter.restore();
}

void paintInlineCurve(QPainter &painter, const QRectF &area, const QList<CurvePoint> &points,
                      const uikit::Theme &theme)
{
    const QFont light = uikit::font(uikit::TextRole::Key);
    const QFont strong = uikit::font(uikit::TextRole::Small, true);
    const int line = uikit::lineHeight(uikit::TextRole::Small);
    const double side = uikit::scaled(18); // half of a label stands beside its point
    const QList<QPointF> places =
        placesOf(valuesOf(points, points.size()),
                 area.adjusted(side, line + uikit::scaled(4), -side, -line - uikit::scaled(6)));
    if (places.isEmpty())
        return;
    painter.save();
    paintLine(painter, places, theme);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const bool last = i + 1 == places.size();
        const uikit::Token ink = last ? uikit::Token::Accent : uikit::Token::Text2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ink));
        painter.drawEllipse(places.at(i), 2.2, 2.2);
        painter.setFont(last ? strong : light);
        painter.setPen(theme.color(last ? uikit::Token::Text : uikit::Token::Text2));
        const QRectF above(places.at(i).x() - 2 * side, places.at(i).y() - line - 4, 4 * side,
                           line);
        painter.drawText(above, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextDontClip,
                         points.at(i).label);
        painter.setFont(light);
        painter.setPen(theme.color(uikit::Token::Text3));
        const QRectF under(above.left(), area.bottom() - line, above.width(), line);
        painter.drawText(under, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextDontClip,
                         points.at(i).when);
    }
    painter.restore();
}

} // namespace ambroise::record::ui

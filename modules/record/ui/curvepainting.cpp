// SPDX-License-Identifier: GPL-3.0-or-later
// What is written over the lines of a curve: points, values, names.
#include "curvechart.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QLineSeries>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

bool isTaken(const QList<QRectF> &taken, const QRectF &place)
{
    return std::any_of(taken.begin(), taken.end(),
                       [&](const QRectF &one) { return one.intersects(place); });
}

} // namespace

std::optional<double> CurveGuide::at(double x) const
{
    const auto next =
        std::lower_bound(points.begin(), points.end(), x,
                         [](const QPointF &point, double wanted) { return point.x() < wanted; });
    if (next == points.end() || (next == points.begin() && next->x() > x))
        return std::nullopt;
    if (next == points.begin() || next->x() == x)
        return next->y();
    const QPointF from = *(next - 1);
    return from.y() + (next->y() - from.y()) * (x - from.x()) / (next->x() - from.x());
}

QImage CurveChart::image()
{
    constexpr int finer = 2;
    chart()->layout()->activate(); // what was just drawn may not have its axes yet
    QCoreApplication::sendPostedEvents(scene());
    const int head = uikit::scaled(44);
    QImage image(QSize(width(), height() + head) * finer, QImage::Format_RGB32);
    image.setDevicePixelRatio(finer);
    const uikit::Theme theme = uikit::Theme::of(*this);
    image.fill(theme.color(uikit::Token::Base));
    QPainter painter(&image);
    painter.setPen(theme.color(uikit::Token::Text));
    painter.setFont(uikit::font(uikit::TextRole::Document));
    painter.drawText(QRect(uikit::scaled(12), uikit::scaled(4), width(), uikit::scaled(20)),
                     Qt::AlignVCenter | Qt::TextSingleLine, m_figure.title);
    painter.setPen(theme.color(uikit::Token::Text2));
    painter.setFont(uikit::font(uikit::TextRole::Small));
    painter.drawText(QRect(uikit::scaled(12), uikit::scaled(24), width(), uikit::scaled(18)),
                     Qt::AlignVCenter | Qt::TextSingleLine, m_figure.detail);
    render(&painter, QRectF(0, head, width(), height()));
    return image;
}

void CurveChart::nameGuides(QPainter &painter)
{
    const uikit::Theme theme = uikit::Theme::of(*this);
    const QRectF area = chart()->plotArea();
    painter.setFont(uikit::font(uikit::TextRole::Key));
    painter.setPen(theme.color(uikit::Token::Text2));
    const int height = painter.fontMetrics().height();
    QList<QRectF> taken;
    // Where they are close to each other, the median and the outer ones are named.
    using enum CurveGuide::Look;
    for (const CurveGuide::Look look : {Median, Limit, Outer, Extreme, Inner})
        for (const CurveGuide &guide : m_figure.guides) {
            if (guide.look != look || guide.points.isEmpty())
                continue;
            const double x = std::min(m_to, guide.points.last().x());
            const auto y = guide.at(x);
            const QPointF at = y ? placeOf(x, *y) : QPointF();
            const QRectF place(at.x() + 4, at.y() - height / 2.0, uikit::scaled(36), height);
            if (!y || at.y() < area.top() - 1 || at.y() > area.bottom() + 1 ||
                isTaken(taken, place))
                continue;
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, guide.name);
            taken << place;
        }
    if (m_figure.bandWord.isEmpty())
        return;
    const bool above = m_figure.bandLow.has_value();
    const double edge = placeOf(m_to, above ? *m_figure.bandLow : *m_figure.bandHigh).y();
    painter.setPen(theme.pair(uikit::Meaning::Done).text);
    painter.drawText(
        QRectF(area.left(), above ? edge - height - 2 : edge + 2, area.width() - 6, height),
        Qt::AlignRight | Qt::AlignVCenter, m_figure.bandWord);
}

void CurveChart::markPoint(QPainter &painter, const CurveReading &reading, bool chosen) const
{
    const QPointF at = placeOf(reading.x, reading.y);
    painter.setBrush(painter.pen().color());
    painter.drawEllipse(at, 3, 3);
    if (reading.second) {
        const QPointF under = placeOf(reading.x, *reading.second);
        painter.drawRect(QRectF(under.x() - 2.5, under.y() - 2.5, 5, 5));
    }
    painter.setBrush(Qt::NoBrush);
    if (chosen)
        painter.drawEllipse(at, 6.5, 6.5);
}

//! Points with their values, as many as there is room for; the one that is read has its own.
void CurveChart::markPoints(QPainter &painter)
{
    const uikit::Theme theme = uikit::Theme::of(*this);
    const QRectF area = chart()->plotArea().adjusted(-1, -1, 1, 1);
    painter.setFont(uikit::font(uikit::TextRole::Small, true));
    const QFontMetrics metrics = painter.fontMetrics();
    QList<int> order{m_selected};
    for (int i = int(m_figure.readings.size()) - 1; i >= 0; --i)
        if (i != m_selected)
            order << i;
    QList<QRectF> taken;
    for (const int i : order) {
        if (i < 0)
            continue;
        const CurveReading &reading = m_figure.readings.at(i);
        const QPointF at = placeOf(reading.x, reading.y);
        if (!area.contains(at))
            continue;
        const bool chosen = i == m_selected;
        painter.setPen(QPen(theme.color(chosen ? uikit::Token::Accent : uikit::Token::Text), 1.5));
        markPoint(painter, reading, chosen);
        const int width = metrics.horizontalAdvance(reading.label);
        const double left = std::clamp(at.x() - width / 2.0, area.left(), area.right() - width);
        const QRectF place(left, at.y() - 10 - metrics.ascent(), width, metrics.height());
        if (isTaken(taken, place.adjusted(-4, 0, 4, 0)))
            continue;
        painter.drawText(place, Qt::AlignCenter, reading.label);
        taken << place;
    }
}

void CurveChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (!m_line)
        return;
    painter->save();
    nameGuides(*painter);
    markPoints(*painter);
    if (hasFocus())
        uikit::paint::focusRing(*painter, viewport()->rect(), 0, uikit::Theme::of(*this));
    painter->restore();
}

} // namespace ambroise::record::ui

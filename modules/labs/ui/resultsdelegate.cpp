// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsdelegate.h"

#include "resultsmodel.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ambroise::labs::ui {
namespace {

constexpr int inset = 10;
constexpr int trendWidth = 60;

//! The last columns: reference, unit, trend.
bool isNumber(const QModelIndex &index)
{
    return index.column() > 0 && index.column() <= index.model()->columnCount() - 3;
}

QColor inkOf(Flag flag, const uikit::Theme &theme, bool current)
{
    if (isHigh(flag))
        return theme.high();
    if (isLow(flag))
        return theme.low();
    if (flag == Flag::Abnormal || flag == Flag::Resistant)
        return theme.high();
    return theme.color(current ? uikit::Token::Text : uikit::Token::Text2);
}

void paintTrend(QPainter &painter, const QRect &rect, const uikit::Theme &theme,
                const QList<QPointF> &points, Flag last)
{
    if (points.size() < 2)
        return;
    const auto [lowest, highest] =
        std::minmax_element(points.begin(), points.end(),
                            [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    const double width = std::max(1.0, points.last().x() - points.first().x());
    const double height = std::max(1e-9, highest->y() - lowest->y());
    const double bottom = lowest->y();
    const QRectF area(rect.left() + inset, rect.top() + rect.height() * 0.28,
                      std::min(uikit::scaled(trendWidth), rect.width() - 2 * inset),
                      rect.height() * 0.44);
    const auto placed = [&](const QPointF &point) {
        return QPointF(area.left() + area.width() * (point.x() - points.first().x()) / width,
                       area.bottom() - area.height() * (point.y() - bottom) / height);
    };
    QPainterPath path(placed(points.first()));
    for (const QPointF &point : points)
        path.lineTo(placed(point));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(uikit::Token::Text2), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isAbnormal(last) ? inkOf(last, theme, true)
                                      : theme.color(uikit::Token::Accent));
    painter.drawEllipse(placed(points.last()), 2.2, 2.2);
}

//! The flag of the newest cell of the row that has one.
Flag lastFlag(const QModelIndex &index)
{
    for (int column = 1; column <= index.model()->columnCount() - 4; ++column) {
        const QVariant flag = index.siblingAtColumn(column).data(ResultsModel::FlagRole);
        if (flag.isValid())
            return Flag(flag.toInt());
    }
    return Flag::None;
}

} // namespace

void ResultsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const uikit::Theme theme = uikit::Theme::of(*option.widget);
    if (index.data(ResultsModel::SectionRole).toBool()) {
        painter->fillRect(option.rect, theme.color(uikit::Token::Alt));
        if (index.column() == 0) {
            painter->setFont(uikit::font(uikit::TextRole::Small, true));
            painter->setPen(theme.color(uikit::Token::Text2));
            uikit::paint::line(*painter, option.rect.adjusted(inset, 0, -inset, 0),
                               Qt::AlignLeft | Qt::AlignVCenter,
                               index.data(Qt::DisplayRole).toString());
        }
        painter->restore();
        return;
    }
    uikit::paint::RowState state = uikit::paint::RowState::of(option);
    if (state.selected)
        painter->fillRect(option.rect, theme.color(uikit::Token::Soft));
    else if (state.hovered)
        painter->fillRect(option.rect, theme.hover());
    if (state.selected && index.column() == 0)
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(uikit::paint::barWidth, option.rect.height())),
            theme.color(uikit::Token::Accent));
    painter->setPen(theme.color(uikit::Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(inset, 0, -inset, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant trend = index.data(ResultsModel::TrendRole);
    if (trend.isValid()) {
        paintTrend(*painter, option.rect, theme, trend.value<QList<QPointF>>(), lastFlag(index));
    } else if (isNumber(index)) {
        const auto flag = Flag(index.data(ResultsModel::FlagRole).toInt());
        const bool isCell = index.data(ResultsModel::FlagRole).isValid();
        const bool current = index.data(ResultsModel::CurrentDayRole).toBool();
        painter->setFont(uikit::font(uikit::TextRole::Body, isCell && isAbnormal(flag)));
        painter->setPen(isCell ? inkOf(flag, theme, current) : theme.color(uikit::Token::Text2));
        QRect cell = inner;
        if (index.data(ResultsModel::DoubtfulRole).toBool()) {
            const int width = painter->fontMetrics().horizontalAdvance(u'?') + 4;
            painter->setPen(theme.pair(uikit::Meaning::Caution).text);
            painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, u"?"_qs);
            cell.adjust(0, 0, -width, 0);
            painter->setPen(inkOf(flag, theme, current));
        }
        // Words of a result are cut; numbers never are.
        if (painter->fontMetrics().horizontalAdvance(text) > cell.width())
            uikit::paint::line(*painter, cell, Qt::AlignRight | Qt::AlignVCenter, text);
        else
            uikit::drawTabular(*painter, cell, Qt::AlignRight | Qt::AlignVCenter, text);
    } else {
        painter->setFont(uikit::font(uikit::TextRole::Body));
        painter->setPen(
            theme.color(index.column() == 0 ? uikit::Token::Text : uikit::Token::Text2));
        uikit::paint::line(*painter, inner, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter->restore();
}

ResultsHeader::ResultsHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
}

void ResultsHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    const uikit::Theme theme = uikit::Theme::of(*this);
    painter->fillRect(rect, theme.color(uikit::Token::Base));
    painter->setPen(theme.color(uikit::Token::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool current =
        model()->headerData(section, Qt::Horizontal, ResultsModel::CurrentDayRole).toBool();
    const bool right = section > 0 && section <= count() - 3;
    painter->setFont(uikit::font(uikit::TextRole::Small, true));
    painter->setPen(theme.color(current ? uikit::Token::Accent : uikit::Token::Text2));
    uikit::paint::line(*painter, rect.adjusted(inset, 0, -inset, 0),
                       (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                       model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace ambroise::labs::ui

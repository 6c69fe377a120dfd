// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/chart.h>
#include <ambroise/uikit/type.h>

#include <QChart>
#include <QLegend>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ambroise::uikit {

ChartScale ChartScale::of(double lowest, double highest, int steps)
{
    const double span = std::max(highest - lowest, std::abs(highest) * 0.05 + 1e-9);
    const double raw = span / steps;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double times = raw / power;
    const double step = power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
    return {std::floor((lowest - span * 0.1) / step) * step,
            std::ceil((highest + span * 0.1) / step) * step, step};
}

void ChartScale::putOn(QValueAxis &axis) const
{
    axis.setRange(low, high);
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(low);
    axis.setTickInterval(step);
    axis.setLabelFormat(step < 0.1 ? u"%.2f"_qs : step < 1 ? u"%.1f"_qs : u"%.0f"_qs);
}

void dress(QChart &chart, const Theme &theme)
{
    chart.legend()->hide();
    chart.setBackgroundBrush(theme.color(Token::Base));
    chart.setBackgroundRoundness(0);
    chart.setLocale(QLocale(QLocale::French));
    chart.setLocalizeNumbers(true);
}

void dress(QAbstractAxis &axis, const Theme &theme)
{
    axis.setLabelsColor(theme.color(Token::Text2));
    axis.setLabelsFont(font(TextRole::Small));
    axis.setLinePen(QPen(theme.color(Token::Line)));
    axis.setGridLinePen(QPen(theme.color(Token::Line)));
}

} // namespace ambroise::uikit

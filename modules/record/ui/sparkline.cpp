// SPDX-License-Identifier: GPL-3.0-or-later
#include "sparkline.h"

#include <ambroise/uikit/theme.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ambroise::record::ui {

void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &values,
                    const uikit::Theme &theme)
{
    if (values.size() < 2)
        return;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double range = *most > *least ? *most - *least : 1;
    QPainterPath path;
    QPointF last;
    for (qsizetype i = 0; i < values.size(); ++i) {
        last = {area.left() + area.width() * double(i) / double(values.size() - 1),
                area.bottom() - area.height() * (values.at(i) - *least) / range};
        i == 0 ? path.moveTo(last) : path.lineTo(last);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(uikit::Token::Text3), 1.2));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(uikit::Token::Accent));
    painter.drawEllipse(last, 2, 2);
    painter.restore();
}

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inlinecurve.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QPainter>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

constexpr int curveHeight = 72;
constexpr int perPoint = 46;
constexpr int padding = 6;
constexpr qsizetype mostPoints = 7;

} // namespace

InlineCurve::InlineCurve(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Courbe")); // its chip tells the values
    hide();
}

void InlineCurve::showUnder(const QWidget &chip, const QList<CurvePoint> &points)
{
    m_points = points.last(std::min(mostPoints, points.size()));
    if (m_points.size() < 2 || !parentWidget()) {
        hide();
        return;
    }
    const QSize size = sizeHint();
    const QPoint under = chip.mapTo(parentWidget(), QPoint(0, chip.height() + uikit::scaled(2)));
    const int most = std::max(0, parentWidget()->width() - size.width());
    setGeometry(QRect(QPoint(std::min(under.x(), most), under.y()), size));
    raise();
    show();
    update();
}

QSize InlineCurve::sizeHint() const
{
    return {uikit::scaled(perPoint) * int(m_points.size()) + 2 * uikit::scaled(padding),
            uikit::scaled(curveHeight)};
}

void InlineCurve::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const uikit::Theme theme = uikit::Theme::of(*this);
    uikit::paint::box(painter, rect(), uikit::paint::chipRadius, theme.color(uikit::Token::Base),
                      theme.color(uikit::Token::Line));
    const int inside = uikit::scaled(padding);
    paintInlineCurve(painter, rect().adjusted(inside, inside / 2, -inside, -inside / 2), m_points,
                     theme);
}

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrview.h"

#include <ambroise/codes/qr.h>
#include <ambroise/uikit/type.h>

#include <QPainter>

namespace ambroise::app::firstrun {
namespace {
constexpr int leastSide = 172;
}

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::set(const codes::ModuleGrid &grid)
{
    m_grid = grid;
    updateGeometry();
    update();
}

void QrView::forget()
{
    m_grid.dark.fill(false);
    m_grid = {};
    update();
}

QSize QrView::sizeHint() const
{
    // Whole pixels a module, so that a phone reads it from the screen.
    const int modules = m_grid.size + 2 * codes::qrQuietModules;
    const int pixels = qMax(1, (uikit::scaled(leastSide) + modules - 1) / modules);
    return QSize(modules, modules) * pixels;
}

void QrView::paintEvent(QPaintEvent * /*event*/)
{
    if (m_grid.size == 0)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int pixels = width() / (m_grid.size + 2 * codes::qrQuietModules);
    painter.translate(pixels * codes::qrQuietModules, pixels * codes::qrQuietModules);
    painter.scale(pixels, pixels);
    painter.fillPath(codes::outlineOf(m_grid), Qt::black);
}

} // namespace ambroise::app::firstrun

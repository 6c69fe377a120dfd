// SPDX-License-Identifier: GPL-3.0-or-later
#include "steplist.h"

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QPainter>

namespace ambroise::app::firstrun {
namespace {

constexpr int rowHeight = 40;
constexpr int iconSide = 16;

} // namespace

using namespace uikit;

StepList::StepList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepList::set(const QStringList &titles, int current)
{
    m_titles = titles;
    m_current = current;
    setAccessibleName(
        tr("Étape %1 sur %2 : %3").arg(current + 1).arg(titles.size()).arg(titles.value(current)));
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    return {scaled(200), int(m_titles.size()) * scaled(rowHeight)};
}

void StepList::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    for (int i = 0; i < m_titles.size(); ++i) {
        const QRect row(0, i * scaled(rowHeight), width(), scaled(rowHeight));
        const bool isCurrent = i == m_current;
        if (isCurrent) {
            painter.fillRect(row, theme.color(Token::Soft));
            painter.fillRect(QRect(0, row.y(), paint::barWidth, row.height()),
                             theme.color(Token::Accent));
        }
        const QRect mark(scaled(12), row.y() + (row.height() - scaled(iconSide)) / 2,
                         scaled(iconSide), scaled(iconSide));
        painter.setFont(uikit::font(TextRole::Body, isCurrent));
        if (i < m_current) {
            drawIcon(painter, mark, u"check2", theme.pair(Meaning::Done).text);
        } else {
            painter.setPen(theme.color(isCurrent ? Token::Accent : Token::Text3));
            painter.drawText(mark, Qt::AlignCenter, QString::number(i + 1));
        }
        painter.setPen(theme.color(isCurrent       ? Token::Text
                                   : i < m_current ? Token::Text2
                                                   : Token::Text3));
        paint::line(painter, row.adjusted(scaled(40), 0, -scaled(8), 0),
                    Qt::AlignLeft | Qt::AlignVCenter, m_titles.at(i));
    }
}

} // namespace ambroise::app::firstrun

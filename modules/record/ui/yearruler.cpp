// SPDX-License-Identifier: GPL-3.0-or-later
#include "yearruler.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

constexpr int rulerWidth = 40;
constexpr int tallest = 28; //!< of a year
constexpr int shortestNamed = 15;

} // namespace

YearRuler::YearRuler(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Années"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    hide();
}

QSize YearRuler::sizeHint() const
{
    return {uikit::scaled(rulerWidth), uikit::scaled(120)};
}

void YearRuler::set(const QList<Year> &years)
{
    m_years = years;
    setVisible(years.size() > 1);
    if (currentIndex() < 0)
        m_current = years.isEmpty() ? 0 : years.first().year;
    update();
}

void YearRuler::setCurrent(int year)
{
    if (year == m_current)
        return;
    m_current = year;
    setAccessibleDescription(told(currentIndex()));
    update();
}

qsizetype YearRuler::currentIndex() const
{
    const auto found = std::find_if(m_years.begin(), m_years.end(),
                                    [this](const Year &one) { return one.year == m_current; });
    return found == m_years.end() ? -1 : std::distance(m_years.begin(), found);
}

QString YearRuler::told(qsizetype index) const
{
    if (index < 0)
        return {};
    const Year &one = m_years.at(index);
    return tr("%1, %n entrée(s)", nullptr, one.count).arg(one.year);
}

QRect YearRuler::rectOf(qsizetype index) const
{
    const int each =
        std::min<int>(uikit::scaled(tallest), height() / std::max<int>(1, int(m_years.size())));
    return {0, int(index) * each, width(), each};
}

qsizetype YearRuler::indexAt(int y) const
{
    for (qsizetype i = 0; i < m_years.size(); ++i)
        if (rectOf(i).top() <= y && y <= rectOf(i).bottom())
            return i;
    return -1;
}

void YearRuler::ask(qsizetype index)
{
    if (index < 0 || index >= m_years.size())
        return;
    setCurrent(m_years.at(index).year);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    Q_EMIT yearWanted(m_current);
}

void YearRuler::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const uikit::Theme theme = uikit::Theme::of(*this);
    int most = 1;
    for (const Year &one : m_years)
        most = std::max(most, one.count);
    const int each = rectOf(0).height();
    const int every = std::max(1, (uikit::scaled(shortestNamed) + each - 1) / std::max(1, each));
    for (qsizetype i = 0; i < m_years.size(); ++i) {
        const QRect place = rectOf(i).adjusted(0, 0, -uikit::scaled(4), 0);
        const bool current = m_years.at(i).year == m_current;
        const int length =
            std::max(2, (place.width() - uikit::scaled(4)) * m_years.at(i).count / most);
        const int thick = std::min(uikit::scaled(3), std::max(1, each / 3));
        painter.fillRect(QRect(place.right() - length, place.bottom() - thick, length, thick),
                         theme.color(current ? uikit::Token::Accent : uikit::Token::Line));
        if (i % every != 0 && !current)
            continue;
        painter.setFont(uikit::font(uikit::TextRole::Key));
        painter.setPen(theme.color(current ? uikit::Token::Accent : uikit::Token::Text2));
        if (each >= uikit::scaled(shortestNamed))
            painter.drawText(place.adjusted(0, 0, 0, -thick), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(m_years.at(i).year));
    }
    if (hasFocus())
        uikit::paint::focusRing(painter, rect(), 0, theme);
}

void YearRuler::mousePressEvent(QMouseEvent *event)
{
    ask(indexAt(event->position().toPoint().y()));
    event->accept();
}

void YearRuler::keyPressEvent(QKeyEvent *event)
{
    const qsizetype at = std::max<qsizetype>(0, currentIndex());
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        ask(at + 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        ask(at - 1);
        break;
    case Qt::Key_Home:
        ask(0);
        break;
    case Qt::Key_End:
        ask(m_years.size() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void YearRuler::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setAccessibleDescription(told(currentIndex()));
}

bool YearRuler::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = told(indexAt(help->pos().y()));
    QToolTip::showText(help->globalPos(), uikit::plainTip(text), this);
    return true;
}

} // namespace ambroise::record::ui

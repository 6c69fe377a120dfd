// SPDX-License-Identifier: GPL-3.0-or-later
#include "daygrid.h"

#include "visitlook.h"

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ambroise::agenda::ui {
namespace {

constexpr int hourHeight = 61; // 15.2 a quarter
constexpr int headHeight = 30;
constexpr int hoursWidth = 48;
constexpr int gap = 3;
constexpr int usualFirstHour = 8;
constexpr int usualLastHour = 19;

} // namespace

DayGrid::DayGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Agenda du jour"));
    viewport()->setBackgroundRole(QPalette::Base);
}

void DayGrid::show(const DayBook &book)
{
    m_book = book;
    m_places = placed(book);
    m_firstHour = usualFirstHour;
    m_lastHour = usualLastHour;
    for (const Placed &one : m_places) {
        m_firstHour = std::min(m_firstHour, one.fromMinute / 60);
        m_lastHour = std::max(m_lastHour, (one.untilMinute + 59) / 60);
    }
    if (!chosenPlace())
        m_chosen = {};
    updateScrollBar();
    viewport()->update();
}

void DayGrid::choose(AppointmentId id)
{
    m_chosen = id;
    if (const Placed *place = chosenPlace())
        makeVisible(*place);
    else
        m_chosen = {};
    viewport()->update();
}

void DayGrid::take(AppointmentId id)
{
    if (id == m_chosen)
        return;
    choose(id);
    Q_EMIT chosenChanged(m_chosen);
}

void DayGrid::scrollToNow()
{
    int minute = m_places.isEmpty() ? m_firstHour * 60 : m_places.first().fromMinute;
    for (const Placed &one : m_places)
        minute = std::min(minute, one.fromMinute);
    if (m_book.day == m_book.now.toLocalTime().date())
        minute = m_book.now.toLocalTime().time().hour() * 60 - 60;
    verticalScrollBar()->setValue(uikit::scaled(hourHeight) * (minute - m_firstHour * 60) / 60);
}

int DayGrid::yOf(int minute) const
{
    return uikit::scaled(headHeight) +
           uikit::scaled(hourHeight) * (minute - m_firstHour * 60) / 60 -
           verticalScrollBar()->value() + uikit::scaled(8);
}

QRect DayGrid::columnRect(int column) const
{
    const int left = uikit::scaled(hoursWidth);
    const int width = viewport()->width() - left;
    const int count = std::max<int>(1, int(m_book.professionals.size()));
    const int from = left + width * column / count;
    const int until = left + width * (column + 1) / count;
    return {from, 0, until - from, viewport()->height()};
}

QRect DayGrid::rectOf(const Placed &place) const
{
    const QRect column = columnRect(place.column).adjusted(gap, 0, -gap, 0);
    const int from = column.left() + column.width() * place.lane / place.lanes;
    const int until = column.left() + column.width() * (place.lane + 1) / place.lanes;
    const int top = yOf(place.fromMinute);
    return {from, top + 1, until - from - (place.lanes > 1 ? 1 : 0),
            yOf(place.untilMinute) - top - 1};
}

const Placed *DayGrid::placeAt(const QPoint &point) const
{
    if (point.y() < uikit::scaled(headHeight))
        return nullptr;
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const Placed &one) { return rectOf(one).contains(point); });
    return found == m_places.end() ? nullptr : &*found;
}

const Placed *DayGrid::chosenPlace() const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const Placed &one) { return one.id == m_chosen; });
    return found == m_places.end() ? nullptr : &*found;
}

void DayGrid::updateScrollBar()
{
    const int inner = viewport()->height() - uikit::scaled(headHeight);
    const int whole = uikit::scaled(hourHeight) * (m_lastHour - m_firstHour) + uikit::scaled(16);
    verticalScrollBar()->setPageStep(inner);
    verticalScrollBar()->setSingleStep(uikit::scaled(hourHeight) / 2);
    verticalScrollBar()->setRange(0, std::max(0, whole - inner));
}

void DayGrid::makeVisible(const Placed &place)
{
    const QRect rect = rectOf(place);
    const int top = uikit::scaled(headHeight) + uikit::scaled(4);
    if (rect.top() < top)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - top);
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() -
                                      viewport()->height() + uikit::scaled(4));
}

void DayGrid::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    const uikit::Theme theme = uikit::Theme::of(*this);
    paintHours(painter, theme);
    for (const Placed &place : m_places)
        paintPlace(painter, theme, place);
    paintNow(painter, theme);
    paintHeads(painter, theme);
}

void DayGrid::paintHours(QPainter &painter, const uikit::Theme &theme) const
{
    const int left = uikit::scaled(hoursWidth);
    painter.setFont(uikit::font(uikit::TextRole::Small));
    for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
        const int y = yOf(hour * 60);
        painter.fillRect(left, y, viewport()->width() - left, 1, theme.color(uikit::Token::Line2));
        painter.setPen(theme.color(uikit::Token::Text3));
        const QRect text(0, y - uikit::scaled(8), left - uikit::scaled(6), uikit::scaled(16));
        uikit::drawTabular(painter, text, Qt::AlignRight | Qt::AlignVCenter,
                           QTime(hour % 24, 0).toString(u"HH:mm"));
    }
    for (int column = 0; column < m_book.professionals.size(); ++column)
        painter.fillRect(columnRect(column).left(), 0, 1, viewport()->height(),
                         theme.color(uikit::Token::Line));
}

void DayGrid::paintHeads(QPainter &painter, const uikit::Theme &theme) const
{
    const int height = uikit::scaled(headHeight);
    painter.fillRect(0, 0, viewport()->width(), height, theme.color(uikit::Token::Alt));
    painter.fillRect(0, height - 1, viewport()->width(), 1, theme.color(uikit::Token::Line));
    painter.setFont(uikit::font(uikit::TextRole::Body, true));
    painter.setPen(theme.color(uikit::Token::Text));
    for (int column = 0; column < m_book.professionals.size(); ++column) {
        const QRect head(columnRect(column).left(), 0, columnRect(column).width(), height - 1);
        uikit::paint::line(painter, head.adjusted(uikit::scaled(8), 0, -uikit::scaled(4), 0),
                           Qt::AlignLeft | Qt::AlignVCenter, m_book.professionals.at(column).name);
        if (column > 0)
            painter.fillRect(head.left(), 0, 1, height, theme.color(uikit::Token::Line));
    }
}

void DayGrid::paintPlace(QPainter &painter, const uikit::Theme &theme, const Placed &place) const
{
    const Appointment *one = m_book.find(place.id);
    if (!one)
        return;
    const QRect rect = rectOf(place);
    const VisitLook look = lookOf(*one, theme);
    const bool chosen = place.id == m_chosen;
    uikit::paint::box(painter, rect, uikit::paint::capRadius, look.ground, look.ground, 0);
    painter.fillRect(rect.left(), rect.top(), uikit::paint::barWidth, rect.height(), look.bar);
    const int lineHeight = std::min(rect.height(), uikit::scaled(15));
    QRect line(rect.left() + uikit::scaled(8), rect.top(), rect.width() - uikit::scaled(12),
               lineHeight);
    if (!look.icon.isEmpty()) {
        const int side = uikit::scaled(12);
        const QRect icon(line.right() - side + 1, line.top() + (lineHeight - side) / 2, side, side);
        uikit::drawIcon(painter, icon, look.icon, look.ink);
        line.setRight(icon.left() - uikit::scaled(4));
    }
    paintVisitLine(painter, line, m_book, *one, look);
    if (chosen)
        uikit::paint::focusRing(painter, rect.adjusted(-2, -2, 2, 2), uikit::paint::capRadius,
                                theme);
}

void DayGrid::paintNow(QPainter &painter, const uikit::Theme &theme) const
{
    const QDateTime now = m_book.now.toLocalTime();
    if (now.date() != m_book.day)
        return;
    const int y = yOf(now.time().hour() * 60 + now.time().minute());
    painter.fillRect(uikit::scaled(hoursWidth) - uikit::scaled(4), y - 1, viewport()->width(), 2,
                     theme.pair(uikit::Meaning::Stop).text);
}

void DayGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void DayGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !m_chosen.isStored() && !m_places.isEmpty())
        take(m_places.first().id);
}

//! Along the column, in the order of hours and lanes.
void DayGrid::move(int step)
{
    if (m_places.isEmpty())
        return;
    const Placed *current = chosenPlace();
    if (!current) {
        take(m_places.first().id);
        return;
    }
    const auto next =
        std::distance(m_places.cbegin(), QList<Placed>::const_iterator(current)) + step;
    if (next >= 0 && next < m_places.size() && m_places.at(next).column == current->column)
        take(m_places.at(next).id);
}

//! To the appointment of the nearest hour, in the next column that has one.
void DayGrid::moveAside(int columns)
{
    const Placed *current = chosenPlace();
    if (!current)
        return;
    for (int column = current->column + columns;
         column >= 0 && column < m_book.professionals.size(); column += columns) {
        const Placed *nearest = nullptr;
        for (const Placed &one : m_places)
            if (one.column == column &&
                (!nearest || std::abs(one.fromMinute - current->fromMinute) <
                                 std::abs(nearest->fromMinute - current->fromMinute)))
                nearest = &one;
        if (nearest) {
            take(nearest->id);
            return;
        }
    }
}

void DayGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        move(-1);
        return;
    case Qt::Key_Down:
        move(1);
        return;
    case Qt::Key_Left:
        moveAside(-1);
        return;
    case Qt::Key_Right:
        moveAside(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier && m_chosen.isStored()) {
            Q_EMIT opened(m_chosen);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void DayGrid::mousePressEvent(QMouseEvent *event)
{
    if (const Placed *place = placeAt(event->pos()))
        take(place->id);
}

void DayGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Placed *place = placeAt(event->pos())) {
        Q_EMIT opened(place->id);
        return;
    }
    for (int column = 0; column < m_book.professionals.size(); ++column) {
        const int minute = m_firstHour * 60 + (event->pos().y() - yOf(m_firstHour * 60)) * 60 /
                                                  uikit::scaled(hourHeight);
        if (columnRect(column).contains(event->pos()) && minute >= 0 && minute < 24 * 60)
            Q_EMIT placeOpened(m_book.professionals.at(column).id,
                               QTime(minute / 60, minute % 60 / 15 * 15));
    }
}

bool DayGrid::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Placed *place = placeAt(help->pos());
    const Appointment *one = place ? m_book.find(place->id) : nullptr;
    QToolTip::showText(help->globalPos(), one ? spoken(m_book, *one) : QString(), viewport());
    return true;
}

} // namespace ambroise::agenda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentchart.h"

#include "treatmentwords.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ambroise::prescription::ui {
namespace {

constexpr int rowHeight = 24;
constexpr int rulerHeight = 22;
constexpr int nameWidth = 210;
constexpr int chronicBar = 12;
constexpr int otherBar = 7;
constexpr int unknownBar = 2;
constexpr int leastWords = 48;  //!< of a reason beside its mark
constexpr int monthsApart = 46; //!< from one name of the ruler to the next

//! What is taken on end, as it is drawn.
struct Stretch {
    QDate from{};
    QDate to{};
    bool known = true; //!< else nobody told how long
};

//! Lines that follow each other are one bar; what was stopped ends there.
QList<Stretch> stretchesOf(const PatientTreatment &one, QDate today)
{
    QList<Stretch> all;
    const QDate stop = one.stop ? one.stop->day : QDate();
    const auto cut = [&](QDate end) {
        return stop.isValid() && end > stop ? stop : end;
    };
    if (one.entry) {
        const QDate from = one.firstDay(); // invalid: from the left edge
        const QDate end = stop.isValid() ? stop : today;
        const bool known = one.start && (!one.stop || stop.isValid());
        all.append({from, one.entry->content.active ? std::max(today, end) : end, known});
    }
    for (const TreatmentPeriod &period : one.periods) {
        const QDate end = cut(period.plannedEnd.value_or(stop.isValid() ? stop : today));
        all.append({period.start, end, period.plannedEnd.has_value() || stop.isValid()});
    }
    return all;
}

QColor faded(QColor color)
{
    color.setAlphaF(0.35F);
    return color;
}

} // namespace

TreatmentChart::TreatmentChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Frise des traitements"));
    setMouseTracking(true);
}

void TreatmentChart::show(const QList<PatientTreatment> &treatments, QDate today)
{
    m_treatments = treatments;
    m_today = today;
    m_selected = std::min(m_selected, int(treatments.size()) - 1);
    QStringList said;
    for (const PatientTreatment &one : treatments)
        said << sentenceOf(one);
    setAccessibleDescription(said.join(u" ; "_qs));
    measure();
}

void TreatmentChart::setYears(int years)
{
    m_years = years;
    measure();
}

//! From the first of a month to the end of what is planned, with room for a reason beside today.
void TreatmentChart::measure()
{
    constexpr int leastMonths = 6;
    m_first = m_today.addMonths(-leastMonths);
    m_last = m_today.addMonths(1);
    for (const PatientTreatment &one : std::as_const(m_treatments)) {
        if (one.firstDay().isValid())
            m_first = std::min(m_first, one.firstDay());
        if (!one.stop && one.plannedEnd)
            m_last = std::max(m_last, std::min(*one.plannedEnd, m_today.addYears(1)));
    }
    if (m_years > 0)
        m_first = std::max(m_first, m_today.addYears(-m_years));
    m_first = QDate(m_first.year(), m_first.month(), 1);
    const qint64 room = m_first.daysTo(m_last) / 12;
    m_last = std::max(m_last, m_today.addDays(room)).addDays(room / 2 + 1);
    updateGeometry();
    update();
}

void TreatmentChart::select(int row)
{
    m_selected = row;
    update();
}

QSize TreatmentChart::sizeHint() const
{
    return {uikit::scaled(600),
            uikit::scaled(rulerHeight) + int(m_treatments.size()) * uikit::scaled(rowHeight)};
}

QSize TreatmentChart::minimumSizeHint() const
{
    return {uikit::scaled(320), sizeHint().height()};
}

QRect TreatmentChart::rowRect(int row) const
{
    return {0, uikit::scaled(rulerHeight) + row * uikit::scaled(rowHeight), width(),
            uikit::scaled(rowHeight)};
}

int TreatmentChart::rowAt(int y) const
{
    const int row = (y - uikit::scaled(rulerHeight)) / uikit::scaled(rowHeight);
    return y < uikit::scaled(rulerHeight) || row >= m_treatments.size() ? -1 : row;
}

QRect TreatmentChart::timeRect() const
{
    const int left = uikit::scaled(nameWidth);
    return {left, 0, std::max(1, width() - left - uikit::scaled(8)), height()};
}

int TreatmentChart::xOf(QDate day) const
{
    const QRect area = timeRect();
    if (!day.isValid() || day <= m_first)
        return area.left();
    const double share = double(m_first.daysTo(std::min(day, m_last))) /
                         double(std::max<qint64>(1, m_first.daysTo(m_last)));
    return area.left() + qRound(share * area.width());
}

void TreatmentChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const uikit::Theme theme = uikit::Theme::of(*this);
    const QList<Tick> ticks = this->ticks();
    for (const Tick &tick : ticks) {
        painter.setPen(theme.color(tick.year ? uikit::Token::Line : uikit::Token::Line2));
        painter.drawLine(tick.x, 0, tick.x, height());
    }
    for (int row = 0; row < m_treatments.size(); ++row)
        paintRow(painter, theme, row);
    painter.setPen(theme.color(uikit::Token::Accent));
    painter.drawLine(xOf(m_today), 0, xOf(m_today), height());
    paintRuler(painter, theme, ticks);
}

//! Years, and months where there is room for their names.
QList<TreatmentChart::Tick> TreatmentChart::ticks() const
{
    constexpr double daysOfMonth = 30.4;
    constexpr int monthsOfYear = 12;
    static const QStringList months{tr("janv."), tr("févr."), tr("mars"),  tr("avr."),
                                    tr("mai"),   tr("juin"),  tr("juil."), tr("août"),
                                    tr("sept."), tr("oct."),  tr("nov."),  tr("déc.")};
    const double perMonth =
        timeRect().width() / std::max(1.0, double(m_first.daysTo(m_last)) / daysOfMonth);
    int step = 1;
    for (const int wider : {2, 3, 6, 12, 24, 60, 120})
        if (step * perMonth < uikit::scaled(monthsApart))
            step = wider;
    QList<Tick> all;
    for (QDate day = m_first; day < m_last; day = day.addMonths(1)) {
        const bool year = day.month() == 1;
        if ((day.year() * monthsOfYear + day.month() - 1) % step == 0)
            all.append(
                {xOf(day), year, year ? QString::number(day.year()) : months.at(day.month() - 1)});
    }
    return all;
}

//! At the top of what is in sight, however far it is scrolled.
void TreatmentChart::paintRuler(QPainter &painter, const uikit::Theme &theme,
                                const QList<Tick> &ticks) const
{
    const QRect ruler(0, visibleRegion().boundingRect().top(), width(), uikit::scaled(rulerHeight));
    painter.fillRect(ruler, theme.color(uikit::Token::Base));
    painter.setFont(uikit::font(uikit::TextRole::Key));
    const QString word = tr("aujourd’hui");
    const int wide = painter.fontMetrics().horizontalAdvance(word) + uikit::scaled(8);
    const QRect now(std::min(xOf(m_today) - wide / 2, ruler.right() - wide), ruler.top(), wide,
                    ruler.height());
    for (const Tick &tick : ticks) {
        const QRect name(tick.x + uikit::scaled(3), ruler.top(),
                         painter.fontMetrics().horizontalAdvance(tick.name), ruler.height());
        if (name.intersects(now) || name.right() > ruler.right())
            continue;
        painter.setPen(theme.color(tick.year ? uikit::Token::Text : uikit::Token::Text2));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, tick.name);
    }
    painter.setPen(theme.color(uikit::Token::Accent));
    painter.drawText(now, Qt::AlignCenter, word);
    painter.setPen(theme.color(uikit::Token::Line));
    painter.drawLine(ruler.bottomLeft(), ruler.bottomRight());
}

void TreatmentChart::paintRow(QPainter &painter, const uikit::Theme &theme, int row) const
{
    const QRect line = rowRect(row);
    const PatientTreatment &one = m_treatments.at(row);
    if (row == m_selected)
        uikit::paint::row(painter, line, theme, {true, false, false, isActiveWindow()});
    painter.setFont(uikit::font(uikit::TextRole::Body, !one.isOver()));
    painter.setPen(theme.color(one.isOver() ? uikit::Token::Text2 : uikit::Token::Text));
    const QRect name(uikit::scaled(8), line.top(), uikit::scaled(nameWidth) - uikit::scaled(20),
                     line.height());
    uikit::paint::line(painter, name, Qt::AlignLeft, one.name);
    painter.save();
    painter.setClipRect(timeRect());
    paintBars(painter, theme, line, one);
    paintStop(painter, theme, line, one);
    painter.restore();
}

void TreatmentChart::paintBars(QPainter &painter, const uikit::Theme &theme, const QRect &line,
                               const PatientTreatment &one) const
{
    const bool chronic = one.use.use == record::TreatmentUse::Chronic;
    const bool stopped = one.state == TreatmentState::Stopped;
    const QColor ink = theme.color(one.isOver() ? uikit::Token::Text3 : uikit::Token::Accent);
    const int thick = uikit::scaled(chronic ? chronicBar : otherBar);
    const auto bar = [&](QDate from, QDate to, int height) {
        const int left = xOf(from);
        return QRect(left, line.center().y() - height / 2, std::max(2, xOf(to) - left), height);
    };
    for (const Stretch &stretch : stretchesOf(one, m_today)) {
        const QDate now = std::min(stretch.to, m_today);
        if (!stretch.known)
            painter.fillRect(bar(stretch.from, now, uikit::scaled(unknownBar)), ink);
        else if (!stretch.from.isValid() || stretch.from <= m_today)
            painter.fillRect(bar(stretch.from, now, thick), ink);
    }
    if (!stopped && one.plannedEnd && *one.plannedEnd > m_today) { // what is to come
        const QRect rest = bar(std::max(m_today, one.firstDay()), *one.plannedEnd, thick);
        painter.fillRect(rest, faded(theme.color(uikit::Token::Soft)));
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rest.adjusted(0, 0, -1, -1));
    }
    if (!one.isOver() && one.state == TreatmentState::PastEnd && *one.plannedEnd >= m_first) {
        painter.setPen(QPen(theme.pair(uikit::Meaning::Caution).text, 2, Qt::DotLine));
        const int x = xOf(*one.plannedEnd);
        painter.drawLine(x, line.top() + uikit::scaled(3), x, line.bottom() - uikit::scaled(3));
    }
    for (const TreatmentPeriod &period : one.periods)
        if (period.changesDose)
            painter.fillRect(QRect(xOf(period.start) - 1, line.center().y() - thick / 2, 2, thick),
                             theme.color(uikit::Token::Base));
}

void TreatmentChart::paintStop(QPainter &painter, const uikit::Theme &theme, const QRect &line,
                               const PatientTreatment &one) const
{
    if (!one.stop || !one.stop->day.isValid() || one.stop->day < m_first)
        return;
    const int x = xOf(one.stop->day);
    const QColor ink = theme.pair(uikit::Meaning::Stop).text;
    const int half = uikit::scaled(8);
    painter.fillRect(QRect(x - 1, line.center().y() - half, 2, 2 * half), ink);
    painter.setFont(uikit::font(uikit::TextRole::Small));
    painter.setPen(ink);
    const QRect right(x + uikit::scaled(6), line.top(), timeRect().right() - x - uikit::scaled(6),
                      line.height());
    const QString words = stopReasonWord(*one.stop);
    const int start = xOf(one.firstDay());
    if (right.width() >=
        std::min(uikit::scaled(leastWords), painter.fontMetrics().horizontalAdvance(words)))
        uikit::paint::line(painter, right, Qt::AlignLeft, words);
    else if (start - timeRect().left() >= uikit::scaled(leastWords)) // before its bar
        uikit::paint::line(painter,
                           QRect(timeRect().left(), line.top(),
                                 start - timeRect().left() - uikit::scaled(6), line.height()),
                           Qt::AlignRight, words);
}

void TreatmentChart::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->position().toPoint().y()); row >= 0)
        Q_EMIT chosen(row);
}

bool TreatmentChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    const QString text = row < 0 ? QString() : sentenceOf(m_treatments.at(row));
    QToolTip::showText(help->globalPos(), uikit::plainTip(text), this);
    return true;
}

} // namespace ambroise::prescription::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "curvechart.h"

#include "curveticks.h"

#include <ambroise/uikit/chart.h>
#include <ambroise/uikit/type.h>

#include <QAccessible>
#include <QAreaSeries>
#include <QCategoryAxis>
#include <QLineSeries>
#include <QMouseEvent>
#include <QRubberBand>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ambroise::record::ui {
namespace {

constexpr double dayLength = 86'400'000.0; // ms
constexpr int tickWidth = 76;
constexpr int dragged = 8; //!< pixels that make a click a drag
constexpr int reach = 24;  //!< how near the pointer has to be to a point
constexpr double zoomStep = 1.6;

//! In units of x.
double oneDay(CurveFigure::Across across)
{
    return across == CurveFigure::Across::Days ? dayLength : 1;
}

QPen guidePen(const CurveGuide &guide, const uikit::Theme &theme)
{
    QPen pen(theme.color(uikit::Token::Text3), 1);
    switch (guide.look) {
    case CurveGuide::Look::Median:
        pen.setWidthF(1.4);
        break;
    case CurveGuide::Look::Inner:
        pen.setStyle(Qt::DotLine);
        break;
    case CurveGuide::Look::Outer:
    case CurveGuide::Look::Limit:
        pen.setStyle(Qt::DashLine);
        break;
    case CurveGuide::Look::Extreme:
        pen.setStyle(Qt::DashDotLine);
        break;
    }
    return pen;
}

} // namespace

CurveChart::CurveChart(QWidget *parent)
    : QChartView(parent)
    , m_rubber(new QRubberBand(QRubberBand::Rectangle, this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumHeight(uikit::scaled(160));
}

void CurveChart::show(const CurveFigure &figure, std::optional<double> lastDays)
{
    m_figure = figure;
    m_selected = int(figure.readings.size()) - 1;
    setAccessibleName(tr("Courbe, %1").arg(figure.title));
    setAccessibleDescription(m_selected < 0 ? QString() : figure.readings.last().told);
    lastDays ? showLast(*lastDays) : showAll();
}

//! With room at both ends.
std::pair<double, double> CurveChart::whole() const
{
    const double day = oneDay(m_figure.across);
    double from = m_figure.readings.isEmpty() ? 0 : m_figure.readings.first().x;
    double to = m_figure.readings.isEmpty() ? 30 * day : m_figure.readings.last().x;
    if (m_figure.across == CurveFigure::Across::Days)
        return {from - std::max(3 * day, (to - from) / 25),
                to + std::max(3 * day, (to - from) / 25)};
    // A child's curve begins at birth, and goes on for a while after the last measure.
    double last = to;
    for (const CurveGuide &guide : m_figure.guides)
        last = std::max(last, guide.points.isEmpty() ? 0 : guide.points.last().x());
    to = std::min(std::max(to * 1.15, to + 60 * day), last);
    return {std::min(-to / 50, from - (to - from) / 50), to};
}

std::pair<double, double> CurveChart::heights() const
{
    std::optional<double> low;
    std::optional<double> high;
    const auto take = [&](std::optional<double> y) {
        if (!y)
            return;
        low = std::min(low.value_or(*y), *y);
        high = std::max(high.value_or(*y), *y);
    };
    for (const CurveReading &reading : m_figure.readings)
        if (reading.x >= m_from && reading.x <= m_to) {
            take(reading.y);
            take(reading.second);
        }
    for (const CurveGuide &guide : m_figure.guides) {
        take(guide.at(m_from));
        take(guide.at(m_to));
        for (const QPointF &point : guide.points)
            if (point.x() >= m_from && point.x() <= m_to)
                take(point.y());
    }
    take(m_figure.bandLow);
    take(m_figure.bandHigh);
    return {low.value_or(0), high.value_or(1)};
}

void CurveChart::draw()
{
    const uikit::Theme theme = uikit::Theme::of(*this);
    auto *made = new QChart;
    uikit::dress(*made, theme);
    made->setMargins({uikit::scaled(8), uikit::scaled(12), uikit::scaled(40), uikit::scaled(2)});
    QChart *former = chart();
    setChart(made);
    setBackgroundBrush(theme.color(uikit::Token::Base));
    delete former;
    auto *across = new QCategoryAxis;
    across->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    across->setStartValue(m_from);
    const int most = std::max(2, width() / uikit::scaled(tickWidth));
    for (const auto &[x, word] : ticksOf(m_figure.across, m_from, m_to, most))
        across->append(word, x);
    across->setRange(m_from, m_to);
    auto *up = new QValueAxis;
    const auto [lowest, highest] = heights();
    const auto scale =
        uikit::ChartScale::of(lowest, highest, std::max(3, height() / uikit::scaled(50)));
    scale.putOn(*up);
    uikit::dress(*across, theme);
    uikit::dress(*up, theme);
    across->setGridLineVisible(false);
    made->addAxis(across, Qt::AlignBottom);
    made->addAxis(up, Qt::AlignLeft);
    addBand(scale.low, scale.high);
    addLines();
    for (QAbstractSeries *series : made->series()) {
        series->attachAxis(across);
        series->attachAxis(up);
    }
}

void CurveChart::addBand(double low, double high)
{
    if (!m_figure.bandLow && !m_figure.bandHigh)
        return;
    auto *upper = new QLineSeries(chart());
    auto *lower = new QLineSeries(chart());
    for (const double x : {m_from, m_to}) {
        upper->append(x, m_figure.bandHigh.value_or(high));
        lower->append(x, m_figure.bandLow.value_or(low));
    }
    auto *band = new QAreaSeries(upper, lower);
    band->setBrush(uikit::Theme::of(*this).pair(uikit::Meaning::Done).tint);
    band->setPen(Qt::NoPen);
    chart()->addSeries(band);
}

void CurveChart::addLines()
{
    const uikit::Theme theme = uikit::Theme::of(*this);
    for (const CurveGuide &guide : m_figure.guides) {
        auto *line = new QLineSeries;
        line->replace(guide.points);
        line->setPen(guidePen(guide, theme));
        chart()->addSeries(line);
    }
    m_line = new QLineSeries;
    auto *second = new QLineSeries;
    QList<QPointF> upper;
    QList<QPointF> lower;
    for (const CurveReading &reading : m_figure.readings) {
        upper << QPointF(reading.x, reading.y);
        if (reading.second)
            lower << QPointF(reading.x, *reading.second);
    }
    m_line->replace(upper);
    second->replace(lower);
    m_line->setPen(QPen(theme.color(uikit::Token::Text2), 1.6));
    second->setPen(QPen(theme.color(uikit::Token::Text2), 1.6, Qt::DashLine));
    chart()->addSeries(m_line);
    chart()->addSeries(second);
}

QPointF CurveChart::placeOf(double x, double y) const
{
    return chart()->mapToPosition({x, y}, m_line);
}

double CurveChart::xAt(QPointF at) const
{
    return chart()->mapToValue(at, m_line).x();
}

int CurveChart::nearest(QPointF at) const
{
    int found = -1;
    double distance = uikit::scaled(reach);
    for (int i = 0; i < m_figure.readings.size(); ++i) {
        const CurveReading &reading = m_figure.readings.at(i);
        for (const double y : {reading.y, reading.second.value_or(reading.y)}) {
            const QPointF apart = placeOf(reading.x, y) - at;
            const double length = std::hypot(apart.x(), apart.y());
            if (length < distance) {
                distance = length;
                found = i;
            }
        }
    }
    return found;
}

void CurveChart::select(int reading)
{
    if (reading < 0 || reading >= m_figure.readings.size() || reading == m_selected)
        return;
    m_selected = reading;
    const CurveReading &one = m_figure.readings.at(reading);
    if (one.x < m_from || one.x > m_to)
        setRange(one.x - (m_to - m_from) / 2, one.x + (m_to - m_from) / 2);
    viewport()->update();
    setAccessibleDescription(one.told);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    Q_EMIT read(reading);
}

void CurveChart::setRange(double from, double to)
{
    const auto [first, last] = whole();
    const double least = 14 * oneDay(m_figure.across);
    const double width = std::clamp(to - from, std::min(least, last - first), last - first);
    m_from = std::clamp(from, first, last - width);
    m_to = m_from + width;
    draw();
}

void CurveChart::showAll()
{
    std::tie(m_from, m_to) = whole();
    draw();
}

void CurveChart::showLast(double days)
{
    const double last = whole().second;
    setRange(last - days * oneDay(m_figure.across), last);
}

//! `factor` above 1: nearer. What stands at x stays where it is.
void CurveChart::zoomAround(double x, double factor)
{
    const double wanted = (m_to - m_from) / factor;
    const double share = (x - m_from) / (m_to - m_from);
    setRange(x - wanted * share, x + wanted * (1 - share));
}

void CurveChart::zoom(int steps)
{
    const bool reads = m_selected >= 0 && m_figure.readings.at(m_selected).x >= m_from &&
                       m_figure.readings.at(m_selected).x <= m_to;
    zoomAround(reads ? m_figure.readings.at(m_selected).x : (m_from + m_to) / 2,
               std::pow(zoomStep, steps));
}

void CurveChart::keyPressEvent(QKeyEvent *event)
{
    const double quarter = (m_to - m_from) / 4;
    const bool shifted = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        shifted ? setRange(m_from - quarter, m_to - quarter) : select(m_selected - 1);
        break;
    case Qt::Key_Right:
        shifted ? setRange(m_from + quarter, m_to + quarter) : select(m_selected + 1);
        break;
    case Qt::Key_Home:
        select(0);
        break;
    case Qt::Key_End:
        select(int(m_figure.readings.size()) - 1);
        break;
    default:
        event->ignore();
    }
}

void CurveChart::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0 && m_line)
        zoomAround(std::clamp(xAt(event->position()), m_from, m_to),
                   std::pow(zoomStep, turned / 120.0));
    event->accept();
}

void CurveChart::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    event->accept();
}

void CurveChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        if (const int one = m_line ? nearest(event->position()) : -1; one >= 0)
            select(one);
        return;
    }
    const QRect area = chart()->plotArea().toRect();
    m_rubber->setGeometry(QRect(QPoint(m_pressed.x(), area.top()), QPoint(at.x(), area.bottom()))
                              .normalized()
                              .intersected(area));
    m_rubber->setVisible(std::abs(at.x() - m_pressed.x()) > dragged);
}

void CurveChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int left = std::min(m_pressed.x(), event->position().toPoint().x());
    const int right = std::max(m_pressed.x(), event->position().toPoint().x());
    const bool zooms = m_rubber->isVisible();
    m_rubber->hide();
    if (zooms && m_line)
        setRange(xAt(QPointF(left, 0)), xAt(QPointF(right, 0)));
    event->accept();
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    showAll();
    event->accept();
}

void CurveChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    if (m_line)
        draw(); // as much is written as there is room for
}

void CurveChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (m_line && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        draw();
}

void CurveChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void CurveChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ambroise::record::ui

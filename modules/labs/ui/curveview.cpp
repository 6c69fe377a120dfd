// SPDX-License-Identifier: GPL-3.0-or-later
#include "curveview.h"

#include <ambroise/core/text.h>
#include <ambroise/labs/units.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chart.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/segmented.h>

#include <QAreaSeries>
#include <QChartView>
#include <QDateTimeAxis>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace ambroise::labs::ui {
namespace {

constexpr std::array months = {6, 24, 60, 0}; // 0: everything
constexpr int twoYears = 1;

double instantOf(QDate day)
{
    return double(day.startOfDay().toMSecsSinceEpoch());
}

} // namespace

CurveView::CurveView(QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true, this))
    , m_detail(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_time(new uikit::Segmented(tr("Durée"), {tr("6 mois"), tr("2 ans"), tr("5 ans"), tr("Tout")},
                                  uikit::Segmented::Density::Dense, this))
    , m_head(new QHBoxLayout)
    , m_view(new QChartView(this))
{
    m_detail->setElided(true);
    m_time->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_time->setCurrent(twoYears);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setAccessibleName(tr("Courbe"));
    m_view->setFocusPolicy(Qt::NoFocus); // its values are read in the table
    m_head->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16), 0);
    m_head->setSpacing(uikit::scaled(8));
    m_head->addWidget(m_title);
    m_head->addWidget(m_detail, 1);
    m_head->addWidget(m_time);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_view, 1);
    connect(m_time, &uikit::Segmented::currentChanged, this, &CurveView::draw);
}

void CurveView::addAct(uikit::Button *act)
{
    m_head->addWidget(act);
}

void CurveView::show(const Analysis *analysis)
{
    m_shown = analysis != nullptr;
    m_analysis = analysis ? *analysis : Analysis{};
    draw();
}

void CurveView::zoom(int step)
{
    m_time->setCurrent(std::clamp(m_time->current() - step, 0, int(months.size()) - 1));
}

QString CurveView::title() const
{
    return m_title->text();
}

QDate CurveView::since() const
{
    const int span = months.at(size_t(m_time->current()));
    const auto all = m_analysis.curve();
    return span == 0 || all.isEmpty() ? QDate() : all.last().first.addMonths(-span);
}

QList<std::pair<QDate, double>> CurveView::points() const
{
    QList<std::pair<QDate, double>> shown;
    const QDate first = since();
    for (const auto &point : m_analysis.curve())
        if (!first.isValid() || point.first >= first)
            shown << point;
    return shown;
}

void CurveView::draw()
{
    const auto shown = points();
    const QString unit = unitText(m_analysis.unit);
    m_title->setText(m_analysis.label);
    QStringList detail{unit,
                       m_shown ? tr("%n résultat(s)", nullptr, int(shown.size())) : QString()};
    if (m_analysis.reference.isSound())
        detail << tr("référence %1").arg(m_analysis.reference.french());
    detail.removeAll(QString());
    m_detail->setText(detail.join(u" · "_qs));

    const uikit::Theme theme = uikit::Theme::of(*this);
    auto *chart = new QChart;
    uikit::dress(*chart, theme);
    chart->setMargins({uikit::scaled(12), 0, uikit::scaled(12), uikit::scaled(4)});
    if (!shown.isEmpty())
        drawPoints(*chart);
    QChart *former = m_view->chart();
    m_view->setChart(chart);
    m_view->setBackgroundBrush(theme.color(uikit::Token::Base));
    delete former;
}

void CurveView::drawPoints(QChart &chart)
{
    const auto shown = points();
    const uikit::Theme theme = uikit::Theme::of(*this);
    double lowest = shown.first().second;
    double highest = lowest;
    auto *line = new QLineSeries;
    auto *normal = new QScatterSeries;
    auto *abnormal = new QScatterSeries;
    for (const auto &[day, value] : shown) {
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        line->append(instantOf(day), value);
        const HistoryCell *cell = m_analysis.on(day);
        (cell && isAbnormal(cell->result.flag) ? abnormal : normal)->append(instantOf(day), value);
    }
    const Reference &reference = m_analysis.reference;
    // Both ends of the reference are in sight where they are near; 60 under a filtration of 46 too.
    if (reference.low && reference.isSound())
        lowest = std::min(lowest, *reference.low);
    if (reference.high && reference.isSound() && *reference.high < highest * 3)
        highest = std::max(highest, *reference.high);
    const QDate first = shown.first().first;
    const QDate last = shown.last().first;
    const int margin = std::max<int>(3, int(first.daysTo(last) / 25));
    const double from = instantOf(first.addDays(-margin));
    const double to = instantOf(last.addDays(margin));
    const auto scale = uikit::ChartScale::of(lowest, highest);

    auto *days = new QDateTimeAxis;
    days->setFormat(u"dd/MM/yy"_qs);
    days->setRange(QDateTime::fromMSecsSinceEpoch(qint64(from)),
                   QDateTime::fromMSecsSinceEpoch(qint64(to)));
    days->setTickCount(std::clamp(width() / uikit::scaled(130), 2, 6));
    auto *values = new QValueAxis;
    scale.putOn(*values);
    uikit::dress(*days, theme);
    uikit::dress(*values, theme);
    days->setGridLineVisible(false);
    chart.addAxis(days, Qt::AlignBottom);
    chart.addAxis(values, Qt::AlignLeft);
    drawReference(chart, from, to, scale.low, scale.high);

    line->setPen(QPen(theme.color(uikit::Token::Text2), 1.6));
    normal->setColor(theme.color(uikit::Token::Text));
    abnormal->setColor(isLow(m_analysis.cells.last().result.flag) ? theme.low() : theme.high());
    chart.addSeries(line);
    for (QScatterSeries *series : {normal, abnormal}) {
        series->setMarkerSize(uikit::scaled(8));
        series->setBorderColor(Qt::transparent);
        series->setPointLabelsVisible();
        series->setPointLabelsFormat(u"@yPoint"_qs);
        series->setPointLabelsFont(uikit::font(uikit::TextRole::Small, true));
        series->setPointLabelsColor(series == normal ? theme.color(uikit::Token::Text)
                                                     : series->color());
        series->setPointLabelsClipping(false);
        chart.addSeries(series);
    }
    for (QAbstractSeries *series : chart.series()) {
        series->attachAxis(days);
        series->attachAxis(values);
    }
}

void CurveView::drawReference(QChart &chart, double from, double to, double lowest, double highest)
{
    const Reference &reference = m_analysis.reference;
    if (!reference.isSound())
        return;
    const double low = std::max(lowest, reference.low.value_or(lowest));
    const double high = std::min(highest, reference.high.value_or(highest));
    if (low >= high)
        return;
    auto *upper = new QLineSeries(&chart);
    auto *lower = new QLineSeries(&chart);
    for (const double x : {from, to}) {
        upper->append(x, high);
        lower->append(x, low);
    }
    auto *band = new QAreaSeries(upper, lower);
    const uikit::Theme theme = uikit::Theme::of(*this);
    band->setBrush(theme.pair(uikit::Meaning::Done).tint);
    band->setPen(Qt::NoPen);
    chart.addSeries(band);
}

QImage CurveView::image()
{
    constexpr int finer = 2;
    QImage image(size() * finer, QImage::Format_RGB32);
    image.setDevicePixelRatio(finer);
    image.fill(uikit::Theme::of(*this).color(uikit::Token::Base));
    render(&image);
    return image;
}

void CurveView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_shown)
        draw(); // as many days are written as there is room for
}

void CurveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace ambroise::labs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthchart.h"

#include <ambroise/uikit/chart.h>

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace ambroise::prescription::ui {
namespace {

constexpr qsizetype mostLabels = 13; //!< of a year; more would not be read

QString monthName(QDate first)
{
    return QLocale(QLocale::French).toString(first, u"MMM yy"_qs);
}

} // namespace

MonthChart::MonthChart(QWidget *parent)
    : QChartView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Lignes prescrites par mois"));
}

void MonthChart::show(const QList<PrescribingFeedback::Month> &months)
{
    m_months = months;
    draw();
    QStringList said;
    for (const PrescribingFeedback::Month &month : months)
        said << tr("%1 : %2").arg(monthName(month.first)).arg(month.lines);
    setAccessibleDescription(said.join(u", "_qs));
}

void MonthChart::draw()
{
    const uikit::Theme theme = uikit::Theme::of(*this);
    auto *chart = new QChart;
    auto *bars = new QBarSet({});
    auto *days = new QBarCategoryAxis;
    auto *scale = new QValueAxis;
    int most = 1;
    const qsizetype step = std::max<qsizetype>(1, (m_months.size() + mostLabels - 1) / mostLabels);
    for (qsizetype i = 0; i < m_months.size(); ++i) {
        const PrescribingFeedback::Month &month = m_months.at(i);
        *bars << month.lines;
        most = std::max(most, month.lines);
        // Each category has a name of its own; one that is not to be read is blank.
        days->append(i % step == 0 ? monthName(month.first) : QString(int(i), QChar(0x200B)));
    }
    bars->setColor(theme.color(uikit::Token::Accent));
    bars->setBorderColor(theme.color(uikit::Token::Accent));
    auto *series = new QBarSeries;
    series->append(bars);
    chart->addSeries(series);
    uikit::ChartScale::of(0, most).putOn(*scale);
    scale->setMin(0);
    chart->addAxis(days, Qt::AlignBottom);
    chart->addAxis(scale, Qt::AlignLeft);
    series->attachAxis(days);
    series->attachAxis(scale);
    uikit::dress(*chart, theme);
    uikit::dress(*days, theme);
    uikit::dress(*scale, theme);
    setBackgroundBrush(theme.color(uikit::Token::Base));
    QChart *before = this->chart();
    setChart(chart);
    delete before;
}

void MonthChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace ambroise::prescription::ui

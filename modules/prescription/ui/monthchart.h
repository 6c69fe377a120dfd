// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/feedback.h>

#include <QChartView>

namespace ambroise::prescription::ui {

//! Lines prescribed in each month, as bars. What they say is the chart's accessible description.
class MonthChart final : public QChartView {
    Q_OBJECT
public:
    explicit MonthChart(QWidget *parent = nullptr);

    void show(const QList<PrescribingFeedback::Month> &months);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QList<PrescribingFeedback::Month> m_months;
};

} // namespace ambroise::prescription::ui

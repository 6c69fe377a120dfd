// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>

#include <QWidget>

class QChart;
class QChartView;
class QHBoxLayout;

namespace ambroise::uikit {
class Button;
class Label;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::labs::ui {

//! The curve of one analysis: its points with their values, the reference as a band, the time that
//! is shown. What it shows stands in the table too, which a screen reader reads.
class CurveView final : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(QWidget *parent = nullptr);

    //! Nothing: no analysis is chosen.
    void show(const Analysis *analysis);
    //! Less time, more of it.
    void zoom(int step);
    [[nodiscard]] QString title() const;
    //! The chart as it is drawn, twice as large.
    [[nodiscard]] QImage image();
    //! Where the button for the export is put.
    void addAct(uikit::Button *act);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void draw();
    void drawReference(QChart &chart, double from, double to, double lowest, double highest);
    void drawPoints(QChart &chart);
    [[nodiscard]] QDate since() const;
    [[nodiscard]] QList<std::pair<QDate, double>> points() const;

    Analysis m_analysis;
    bool m_shown = false;
    uikit::Label *m_title;
    uikit::Label *m_detail;
    uikit::Segmented *m_time;
    QHBoxLayout *m_head;
    QChartView *m_view;
};

} // namespace ambroise::labs::ui

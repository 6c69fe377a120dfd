// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curvefigure.h"

#include <QChartView>

class QLineSeries;
class QRubberBand;

namespace ambroise::record::ui {

//! A curve that is read and zoomed. ← → read its points, Home and End the first and the last; + −
//! and the wheel zoom, 0 or a double click shows all of it again, Maj ← → moves along; dragging
//! zooms to what was dragged over. What it shows stands in a table too.
class CurveChart final : public QChartView {
    Q_OBJECT
public:
    explicit CurveChart(QWidget *parent = nullptr);

    //! The last point read, the last days shown or (nothing) all of it.
    void show(const CurveFigure &figure, std::optional<double> lastDays = std::nullopt);
    [[nodiscard]] const CurveFigure &figure() const { return m_figure; }
    void select(int reading); //!< brings it into sight; nothing where there is no such one
    [[nodiscard]] int selected() const { return m_selected; } //!< -1: nothing to read
    void zoom(int steps);                                     //!< nearer where above 0
    void showAll();
    void showLast(double days); //!< up to the last point
    //! What of x is shown.
    [[nodiscard]] std::pair<double, double> range() const { return {m_from, m_to}; }
    //! As it is drawn, twice as fine, under its title and detail.
    [[nodiscard]] QImage image();

Q_SIGNALS:
    void read(int reading);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] std::pair<double, double> whole() const;
    //! Of y, what is in sight.
    [[nodiscard]] std::pair<double, double> heights() const;
    void setRange(double from, double to);
    void zoomAround(double x, double factor);
    void draw();
    void addBand(double low, double high);
    void addLines();
    void markPoints(QPainter &painter);
    void markPoint(QPainter &painter, const CurveReading &reading, bool chosen) const;
    void nameGuides(QPainter &painter);
    [[nodiscard]] QPointF placeOf(double x, double y) const;
    [[nodiscard]] int nearest(QPointF at) const; //!< -1: none near
    [[nodiscard]] double xAt(QPointF at) const;

    CurveFigure m_figure;
    QLineSeries *m_line = nullptr; //!< of the chart being shown
    double m_from = 0;
    double m_to = 1;
    int m_selected = -1;
    QPoint m_pressed;
    QRubberBand *m_rubber;
};

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmenthistory.h>

#include <QWidget>

namespace ambroise::uikit {
class Theme;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! Treatments over the years: a bar each, thick where it is « de fond », from its start to its stop
//! or to today, dotted until its planned end; a notch where the dose changes, a mark with its
//! reason where it was stopped. Of what nobody told the end, a thin line. The table beside it says
//! the same; a click chooses.
class TreatmentChart final : public QWidget {
    Q_OBJECT
public:
    explicit TreatmentChart(QWidget *parent = nullptr);

    void show(const QList<PatientTreatment> &treatments, QDate today);
    //! So many years before today; 0: from the first treatment on.
    void setYears(int years);
    void select(int row);
    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void measure();
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] QRect timeRect() const; //!< where the bars are
    [[nodiscard]] int xOf(QDate day) const;
    struct Tick {
        int x = 0;
        bool year = false;
        QString name{};
    };
    [[nodiscard]] QList<Tick> ticks() const;
    void paintRuler(QPainter &painter, const uikit::Theme &theme, const QList<Tick> &ticks) const;
    void paintRow(QPainter &painter, const uikit::Theme &theme, int row) const;
    void paintBars(QPainter &painter, const uikit::Theme &theme, const QRect &line,
                   const PatientTreatment &one) const;
    void paintStop(QPainter &painter, const uikit::Theme &theme, const QRect &line,
                   const PatientTreatment &one) const;

    QList<PatientTreatment> m_treatments;
    QDate m_today;
    QDate m_first; //!< shown
    QDate m_last;
    int m_years = 0;
    int m_selected = -1;
};

} // namespace ambroise::prescription::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sparkline.h"

#include <QWidget>

namespace ambroise::record::ui {

//! A curve with its values and months, over what stands under a chip: nothing moves for it, and it
//! lets the pointer through. The last seven points.
class InlineCurve final : public QWidget {
    Q_OBJECT
public:
    explicit InlineCurve(QWidget *parent);

    //! Hidden where there are fewer than two points.
    void showUnder(const QWidget &chip, const QList<CurvePoint> &points);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<CurvePoint> m_points;
};

} // namespace ambroise::record::ui

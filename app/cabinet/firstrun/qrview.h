// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/modulegrid.h>

#include <QWidget>

namespace ambroise::app::firstrun {

//! A QR code on its white ground with its quiet zone, in the light and in the dark.
class QrView final : public QWidget {
    Q_OBJECT
public:
    explicit QrView(QWidget *parent = nullptr);

    void set(const codes::ModuleGrid &grid);
    void forget();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    codes::ModuleGrid m_grid;
};

} // namespace ambroise::app::firstrun

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/repository.h>

#include <QWidget>

namespace ambroise::patient::ui {

//! How sure the practice's identities are, as one bar with its legend.
class IdentityChart final : public QWidget {
    Q_OBJECT
public:
    explicit IdentityChart(QWidget *parent = nullptr);

    void setCounts(const IdentityCounts &counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part;
    [[nodiscard]] QList<Part> parts() const;

    IdentityCounts m_counts;
};

} // namespace ambroise::patient::ui

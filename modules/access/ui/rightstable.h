// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/rights.h>

#include <QTableWidget>

#include <functional>

namespace ambroise::access::ui {

//! What each role may do, a right a row: `allows` asked for every cell, nothing typed twice.
class RightsTable final : public QTableWidget {
    Q_OBJECT
public:
    explicit RightsTable(const std::function<QString(Role)> &roleWord, QWidget *parent = nullptr);

    [[nodiscard]] static QString word(Right right);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(const std::function<QString(Role)> &roleWord);
    void place();
};

} // namespace ambroise::access::ui

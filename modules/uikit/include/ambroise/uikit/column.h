// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ambroise::uikit {

//! The columns of a page: sides of 252 and 304, between 200 and 360; the centre takes the rest. The
//! handle is 1 px wide and caught within 7; a double click gives the sides their first widths back.
//! In a window under 1100 the right side is a drawer, closed until it is asked for.
class Column final : public QSplitter {
    Q_OBJECT
public:
    //! A side may be null. Takes the widgets as its children; sides are drawn on `alt`.
    Column(QWidget *left, QWidget *centre, QWidget *right, QWidget *parent = nullptr);

    void resetWidths();
    [[nodiscard]] bool isRightShown() const;
    void showRight(bool shown);
    //! Whether the window is too narrow for the right side to stay open by itself.
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

Q_SIGNALS:
    void rightShown(bool shown);

protected:
    QSplitterHandle *createHandle() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_left;
    QWidget *m_centre;
    QWidget *m_right;
    bool m_narrow = false;
};

} // namespace ambroise::uikit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace ambroise::uikit {

//! The keys of the window, shown for as long as Alt is held (after 300 ms): every act of its
//! visible ActionMaps by group, and a cap on each rail item or tab that an act belongs to. It takes
//! neither the focus nor the mouse. Keep one a window.
class KeyMapOverlay final : public QWidget {
    Q_OBJECT
public:
    explicit KeyMapOverlay(QWidget *window);

    void setDelay(std::chrono::milliseconds delay); //!< 300 ms unless told

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal();
    void dismiss();

    QWidget *m_window;
    QTimer m_timer;
};

} // namespace ambroise::uikit

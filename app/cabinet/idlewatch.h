// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/idlelock.h>

#include <QWidget>

namespace ambroise::uikit {
class MessageLine;
}

namespace ambroise::app {

//! Whether somebody is at the post: what keys and pointer tell the clock, and the line over the
//! window's foot before the lock.
class IdleWatch final : public QObject {
    Q_OBJECT
public:
    //! Both outlive the watch. The window is its parent's too.
    IdleWatch(QWidget &window, const Clock &clock);
    ~IdleWatch() override;

    void start(std::chrono::seconds after) { m_lock.start(after); }
    void stop() { m_lock.stop(); }
    [[nodiscard]] access::IdleLock &lock() { return m_lock; }

Q_SIGNALS:
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void warn(int seconds);
    void place();
    [[nodiscard]] bool wakes(QEvent &event);

    QWidget &m_window;
    access::IdleLock m_lock;
    uikit::MessageLine *m_warning; //!< the window's child
    bool m_waking = false;         //!< the key under way only ended the warning
};

} // namespace ambroise::app

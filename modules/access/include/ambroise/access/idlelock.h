// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ambroise::access {

//! When a session that nobody touches is locked, and when its person is warned. What time it is
//! comes from the clock alone, so that a post that slept for an hour locks as it wakes, whether a
//! key or the timer comes first. The clock is looked at every few seconds, and what had gone by
//! until then is kept where it is set back.
class IdleLock final : public QObject {
    Q_OBJECT
public:
    //! How long before the lock the person is told.
    static constexpr std::chrono::seconds notice{30};

    //! The clock outlives it.
    explicit IdleLock(const Clock &clock, QObject *parent = nullptr);

    //! Begins anew. The warning comes `notice` before the end, at once where `after` is shorter.
    void start(std::chrono::seconds after);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! The warning stands.
    [[nodiscard]] bool isWarning() const { return m_warning; }

public Q_SLOTS:
    //! Somebody is there: too late where the time had run out, seen or not.
    void touch();
    //! Looks at the clock; a timer calls it whenever something is due.
    void look();

Q_SIGNALS:
    //! Every second from the warning on: how many are left.
    void warned(int secondsLeft);
    //! Touched, or stopped, after a warning.
    void calmed();
    //! Nobody came: to be locked. It does not run any more.
    void expired();

private:
    void count();
    void judge();
    void calm();

    const Clock &m_clock;
    QTimer m_timer;
    QDateTime m_seen;                    //!< when the clock was last looked at
    std::chrono::milliseconds m_idle{0}; //!< without a touch, until then
    std::chrono::milliseconds m_after{0};
    bool m_running = false;
    bool m_warning = false;
};

} // namespace ambroise::access

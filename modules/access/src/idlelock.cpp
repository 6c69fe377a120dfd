// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/idlelock.h>

#include <algorithm>

namespace ambroise::access {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds second{1000};
//! The timer stands still while the post sleeps: however long it had been set for, the lock comes
//! this soon after the waking.
constexpr milliseconds longestBlindness{5000};

} // namespace

IdleLock::IdleLock(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::look);
}

void IdleLock::start(std::chrono::seconds after)
{
    m_after = after;
    m_running = true;
    m_seen = m_clock.now();
    m_idle = milliseconds(0);
    calm();
    judge();
}

void IdleLock::stop()
{
    m_running = false;
    m_timer.stop();
    calm();
}

void IdleLock::touch()
{
    if (!m_running)
        return;
    count();
    if (m_idle < m_after) {
        m_idle = milliseconds(0);
        calm();
    }
    judge();
}

void IdleLock::look()
{
    if (!m_running)
        return;
    count();
    judge();
}

void IdleLock::count()
{
    const QDateTime now = m_clock.now();
    m_idle += std::max(milliseconds(0), milliseconds(m_seen.msecsTo(now)));
    m_seen = now;
}

void IdleLock::judge()
{
    const milliseconds left = m_after - m_idle;
    if (left <= milliseconds(0)) {
        stop();
        Q_EMIT expired();
        return;
    }
    if (left > notice) {
        m_timer.start(std::min(longestBlindness, left - notice));
        return;
    }
    m_warning = true;
    m_timer.start(std::min(second, left));
    Q_EMIT warned(int((left + second - milliseconds(1)) / second));
}

void IdleLock::calm()
{
    if (std::exchange(m_warning, false))
        Q_EMIT calmed();
}

} // namespace ambroise::access

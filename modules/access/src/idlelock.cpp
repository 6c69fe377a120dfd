// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/idlelock.h>

#include <algorithm>

namespace ambroise::access {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds second{1000};

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
    touch();
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
    m_last = m_clock.now();
    calm();
    look();
}

void IdleLock::look()
{
    if (!m_running)
        return;
    const QDateTime now = m_clock.now();
    m_last = std::min(m_last, now); // the clock was set back
    const milliseconds left = m_after - milliseconds(m_last.msecsTo(now));
    if (left <= milliseconds(0)) {
        stop();
        Q_EMIT expired();
        return;
    }
    if (left > notice) {
        m_timer.start(left - notice);
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

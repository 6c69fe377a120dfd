// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>

#include <QHash>
#include <QList>

namespace ambroise::insi {

//! At most five calls about one person within a minute.
class Throttle {
public:
    static constexpr int mostAMinute = 5;

    explicit Throttle(const Clock &clock)
        : m_clock(clock)
    {
    }

    //! Counts a call, unless it is one too many.
    [[nodiscard]] bool allows(const QString &person)
    {
        const QDateTime now = m_clock.now();
        m_calls.removeIf([&](const auto &calls) { return isOver(calls.value().last(), now); });
        QList<QDateTime> &recent = m_calls[person];
        recent.removeIf([&](const QDateTime &at) { return isOver(at, now); });
        if (recent.size() >= mostAMinute)
            return false;
        recent << now;
        return true;
    }

private:
    static bool isOver(const QDateTime &at, const QDateTime &now)
    {
        return at.secsTo(now) >= 60 || at > now;
    }

    const Clock &m_clock;
    QHash<QString, QList<QDateTime>> m_calls; //!< by a digest of the person's traits
};

} // namespace ambroise::insi

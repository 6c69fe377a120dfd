// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/result.h>

#include <QHash>
#include <QMutex>

#include <chrono>

namespace ambroise::access {

//! Slows the guessing of passwords and never locks anybody out for good: from the fourth failure in
//! a row each one doubles the wait, from 5 s to 15 minutes at most. Kept in a small file, so that a
//! restart does not help. Asked and told from any thread.
class Lockout {
public:
    //! An unreadable file counts as no failure: the key derivation itself still costs its time.
    Lockout(QString file, const Clock &clock);

    //! How long this login has yet to wait; zero when it may try.
    [[nodiscard]] std::chrono::seconds wait(const QString &login) const;
    [[nodiscard]] int failures(const QString &login) const;

    Status failed(const QString &login);
    Status succeeded(const QString &login);

private:
    struct Attempts {
        int failures = 0;
        QDateTime last;
    };
    void load();
    Status save() const;

    QString m_file;
    const Clock &m_clock;
    mutable QMutex m_mutex; //!< of what follows
    QHash<QString, Attempts> m_attempts;
};

} // namespace ambroise::access

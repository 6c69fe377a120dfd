// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/lockout.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace ambroise::access {
namespace {

constexpr int freeFailures = 3;
constexpr std::chrono::seconds firstWait{5};
constexpr std::chrono::seconds longestWait{15 * 60};

std::chrono::seconds waitAfter(int failures)
{
    if (failures <= freeFailures)
        return std::chrono::seconds{0};
    const int doublings = std::min(failures - freeFailures - 1, 16);
    return std::min(firstWait * (1 << doublings), longestWait);
}

} // namespace

Lockout::Lockout(QString file, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
{
    load();
}

std::chrono::seconds Lockout::wait(const QString &login) const
{
    const QMutexLocker locker(&m_mutex);
    const Attempts attempts = m_attempts.value(login);
    const auto whole = waitAfter(attempts.failures);
    if (whole.count() == 0)
        return whole;
    // A clock set back must not make the wait longer than it was.
    const qint64 passed = std::max<qint64>(0, attempts.last.secsTo(m_clock.now()));
    return std::max(std::chrono::seconds{0}, whole - std::chrono::seconds{passed});
}

int Lockout::failures(const QString &login) const
{
    const QMutexLocker locker(&m_mutex);
    return m_attempts.value(login).failures;
}

Status Lockout::failed(const QString &login)
{
    const QMutexLocker locker(&m_mutex);
    Attempts &attempts = m_attempts[login];
    ++attempts.failures;
    attempts.last = m_clock.now();
    return save();
}

Status Lockout::succeeded(const QString &login)
{
    const QMutexLocker locker(&m_mutex);
    return m_attempts.remove(login) > 0 ? save() : done();
}

void Lockout::load()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject logins = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = logins.begin(); it != logins.end(); ++it) {
        const QJsonObject kept = it.value().toObject();
        const QDateTime last =
            QDateTime::fromString(kept.value(u"last").toString(), Qt::ISODateWithMs);
        if (last.isValid())
            m_attempts.insert(it.key(),
                              {std::clamp(kept.value(u"failures").toInt(), 0, 1000), last});
    }
}

Status Lockout::save() const
{
    QJsonObject logins;
    for (auto it = m_attempts.begin(); it != m_attempts.end(); ++it)
        logins.insert(it.key(),
                      QJsonObject{{u"failures"_qs, it->failures},
                                  {u"last"_qs, it->last.toUTC().toString(Qt::ISODateWithMs)}});
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unavailable, u"lockout.write"_qs, {}};
    file.write(QJsonDocument(logins).toJson());
    return file.commit() ? done() : Status(Error{ErrorCode::Unavailable, u"lockout.write"_qs, {}});
}

} // namespace ambroise::access

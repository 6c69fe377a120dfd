// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/changefeed.h>

#include <ambroise/storage/changehub.h>

#include "serverfeed.h"
#include "sqldriver.h"

#include <QRegularExpression>

namespace ambroise::storage {
namespace {
constexpr std::chrono::milliseconds farewell{200};
}

QString changeChannel()
{
    return QStringLiteral("ambroise_changes");
}

QString Change::toText() const
{
    return topic + u' ' + QString::number(id);
}

std::optional<Change> Change::fromText(QStringView text)
{
    static const QRegularExpression shape(u"^([a-z_]{1,40}) ([0-9]{1,18})\\z"_qs);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return Change{match.captured(1), match.captured(2).toLongLong()};
}

ChangeFeed::ChangeFeed(const Database &database, std::chrono::milliseconds retry, QObject *parent)
    : QObject(parent)
    , m_hub(database.m_hub)
{
    if (database.engine() == Engine::Embedded) {
        connect(m_hub.get(), &ChangeHub::announced, this, &ChangeFeed::changed);
        QMetaObject::invokeMethod(this, &ChangeFeed::following, Qt::QueuedConnection);
        return;
    }
    m_thread = std::make_unique<QThread>();
    auto *feed = new ServerFeed(database.m_where, retry);
    feed->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, feed, &ServerFeed::start);
    connect(m_thread.get(), &QThread::finished, feed, &QObject::deleteLater);
    connect(feed, &ServerFeed::changed, this, &ChangeFeed::changed);
    connect(feed, &ServerFeed::following, this, &ChangeFeed::following);
    m_thread->start();
}

ChangeFeed::~ChangeFeed()
{
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(farewell)))
        return;
    // It is calling a server that does not answer: it ends at the deadline of that call.
    QThread *left = m_thread.release();
    connect(left, &QThread::finished, left, &QObject::deleteLater);
}

} // namespace ambroise::storage

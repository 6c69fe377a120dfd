// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfeed.h"

#include "sqldriver.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>

namespace ambroise::storage {

ServerFeed::ServerFeed(QString connectionInfo, std::chrono::milliseconds retry)
    : m_info(std::move(connectionInfo))
    , m_timer(this)
{
    m_timer.setInterval(retry);
    connect(&m_timer, &QTimer::timeout, this, &ServerFeed::look);
}

ServerFeed::~ServerFeed()
{
    if (m_name.isEmpty())
        return;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

void ServerFeed::start()
{
    m_name = newConnectionName();
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QPSQL"_qs, m_name);
    addressServer(db, m_info);
    connect(db.driver(), &QSqlDriver::notification, this,
            [this](const QString & /*channel*/, QSqlDriver::NotificationSource /*source*/,
                   const QVariant &payload) {
                if (const auto change = Change::fromText(payload.toString()))
                    Q_EMIT changed(*change);
            });
    listen();
    m_timer.start();
}

void ServerFeed::look()
{
    if (!answers())
        listen();
}

bool ServerFeed::answers()
{
    const QSqlDatabase db = QSqlDatabase::database(m_name, false);
    return db.isOpen() && QSqlQuery(db).exec(u"SELECT 1"_qs);
}

void ServerFeed::listen()
{
    QSqlDatabase db = QSqlDatabase::database(m_name, false);
    db.close();
    if (db.open() && db.driver()->subscribeToNotification(changeChannel()))
        Q_EMIT following();
}

} // namespace ambroise::storage

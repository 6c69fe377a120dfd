// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/change.h>

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ambroise::storage {

//! Listens on a connection of its own, on the thread that it was moved to.
class ServerFeed final : public QObject {
    Q_OBJECT
public:
    ServerFeed(QString connectionInfo, std::chrono::milliseconds retry);
    ~ServerFeed() override;

    void start();

Q_SIGNALS:
    void changed(const ambroise::storage::Change &change);
    void following();

private:
    void look();
    bool answers();
    void listen();

    QString m_info;
    QString m_name; //!< of Qt's connection; empty before the start
    QTimer m_timer;
};

} // namespace ambroise::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/change.h>
#include <ambroise/storage/database.h>

#include <QObject>
#include <QThread>

#include <chrono>

namespace ambroise::storage {

//! What is announced of a practice's data (Connection::announce), as it is kept: on PostgreSQL by
//! every post, this one included (LISTEN/NOTIFY); embedded by this process. A change that is undone
//! is not heard. Signals come on the feed's own thread; it never blocks it: the server is called
//! from another one, and again after it went away.
class ChangeFeed final : public QObject {
    Q_OBJECT
public:
    //! `retry`: how often a server is asked whether it still is there.
    explicit ChangeFeed(const Database &database,
                        std::chrono::milliseconds retry = std::chrono::seconds(5),
                        QObject *parent = nullptr);
    //! Never waits for the server: a call that it does not answer ends by itself, heard by nobody.
    ~ChangeFeed() override;

Q_SIGNALS:
    void changed(const ambroise::storage::Change &change);
    //! From here on nothing is missed; before, something may have been: at the beginning, and when
    //! the server is there again.
    void following();

private:
    std::unique_ptr<QThread> m_thread; //!< none: embedded
    std::shared_ptr<ChangeHub> m_hub;
};

} // namespace ambroise::storage

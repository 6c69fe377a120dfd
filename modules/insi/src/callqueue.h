// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/insi/httpinsiservice.h>

#include <optional>

namespace ambroise::insi {

//! The calls of one service, one after the other.
class CallQueue final : public QObject {
public:
    CallQueue(net::SoapClient &soap, Assertions *assertions, const InsiSettings &settings,
              const Clock &clock);

    //! `assertions`: besides the professional's own.
    QFuture<Result<net::SoapAnswer>>
    add(const Operation &operation, const QList<QByteArray> &assertions, const QString &messageId);
    //! Everything that waits, and what is under way.
    void endAll(const Error &error);

private:
    struct Call {
        int id;
        Operation operation;
        QList<QByteArray> assertions;
        QString messageId;
        net::Promised<net::SoapAnswer> promised;
    };

    void next();
    void send(const QList<QByteArray> &assertions);
    void finish(const Result<net::SoapAnswer> &answer);
    //! `act` with an answer, where the call that waited for it is still the one under way.
    template <class T, class Act>
    void whenMine(const QFuture<Result<T>> &future, Act act);
    void leave(int id);

    net::SoapClient &m_soap;
    Assertions *m_assertions;
    const InsiSettings &m_settings;
    const Clock &m_clock;
    QList<Call> m_waiting;
    std::optional<Call> m_current;
    QFuture<Result<net::SoapAnswer>> m_exchange;
    int m_lastId = 0;
};

} // namespace ambroise::insi

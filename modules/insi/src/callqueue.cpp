// SPDX-License-Identifier: GPL-3.0-or-later
#include "callqueue.h"

namespace ambroise::insi {

CallQueue::CallQueue(net::SoapClient &soap, Assertions *assertions, const InsiSettings &settings,
                     const Clock &clock)
    : m_soap(soap)
    , m_assertions(assertions)
    , m_settings(settings)
    , m_clock(clock)
{
}

QFuture<Result<net::SoapAnswer>> CallQueue::add(const Operation &operation,
                                                const QList<QByteArray> &assertions,
                                                const QString &messageId)
{
    const int id = ++m_lastId;
    const Call call{id, operation, assertions, messageId, net::Promised<net::SoapAnswer>()};
    call.promised.whenCancelled(this, [this, id] { leave(id); });
    auto future = call.promised.future();
    m_waiting << call;
    next();
    return future;
}

void CallQueue::endAll(const Error &error)
{
    QList<Call> ended = std::exchange(m_waiting, {});
    if (m_current)
        ended << *m_current;
    m_current.reset();
    m_exchange.cancel();
    for (const Call &call : ended)
        call.promised.give(error);
}

template <class T, class Act>
void CallQueue::whenMine(const QFuture<Result<T>> &future, Act act)
{
    net::whenKept(future, this, [this, id = m_current->id, act](const Result<T> &result) {
        if (m_current && m_current->id == id)
            act(result);
    });
}

void CallQueue::next()
{
    while (!m_current && !m_waiting.isEmpty()) {
        const Call call = m_waiting.takeFirst();
        if (call.promised.isWanted())
            m_current = call;
        else
            continue;
        if (!m_assertions) {
            send(call.assertions);
            continue;
        }
        whenMine(m_assertions->current(), [this](const Result<QByteArray> &ours) {
            if (ours.ok())
                send(QList<QByteArray>{*ours} + m_current->assertions);
            else
                finish(ours.error());
        });
    }
}

void CallQueue::send(const QList<QByteArray> &assertions)
{
    const Operation &operation = m_current->operation;
    m_exchange = m_soap.call(
        m_settings.endpoint, operation.action,
        envelope(m_settings.caller, operation, assertions, m_clock.now(), m_current->messageId));
    whenMine(m_exchange, [this](const Result<net::SoapAnswer> &answer) { finish(answer); });
}

void CallQueue::finish(const Result<net::SoapAnswer> &answer)
{
    const Call call = *std::exchange(m_current, {});
    call.promised.give(answer);
    next();
}

//! Whoever asked does not wait any more; a call that waits for its turn is skipped then.
void CallQueue::leave(int id)
{
    if (!m_current || m_current->id != id)
        return;
    m_current.reset();
    m_exchange.cancel();
    next();
}

} // namespace ambroise::insi

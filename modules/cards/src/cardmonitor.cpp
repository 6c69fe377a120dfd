// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardmonitor.h>

#include "cardanswer.h"
#include "cardworker.h"

#include <QThread>
#include <QTimer>

namespace ambroise::cards {

CardMonitor::CardMonitor(const QString &modulePath, const Clock &clock, QObject *parent)
    : CardMonitor(modulePath, clock, Timing{}, parent)
{
}

CardMonitor::CardMonitor(const QString &modulePath, const Clock &clock, Timing timing,
                         QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timing(timing)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new CardWorker(modulePath, timing))
{
    m_thread->setObjectName(u"cards"_qs);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker, &CardWorker::poll);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    listen();
    m_thread->start();
}

CardMonitor::~CardMonitor()
{
    for (const auto &promised : m_promised) {
        if (const auto answer = promised.lock())
            answer->giveUp({ErrorCode::Cancelled, u"card.closed"_qs, {}});
    }
    stop();
}

//! A thread inside a library cannot be ended from outside without harm. One that does not come back
//! is left to itself: it touches nothing of ours any more.
void CardMonitor::stop()
{
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(m_timing.farewell)))
        return;
    QThread *stuck = m_thread.release();
    connect(stuck, &QThread::finished, stuck, &QObject::deleteLater);
}

void CardMonitor::listen()
{
    const auto remember = [this](const CardInfo &card) {
        m_cards.insert(card.serial, card);
    };
    connect(m_worker, &CardWorker::cardInserted, this, [=, this](const CardInfo &card) {
        remember(card);
        Q_EMIT cardInserted(card);
    });
    connect(m_worker, &CardWorker::cardChanged, this, [=, this](const CardInfo &card) {
        remember(card);
        Q_EMIT cardChanged(card);
    });
    connect(m_worker, &CardWorker::cardRemoved, this, [this](const QString &serial) {
        m_cards.remove(serial);
        Q_EMIT cardRemoved(serial);
    });
    connect(m_worker, &CardWorker::readerFound, this, [this] {
        m_hasReader = true;
        Q_EMIT readerFound();
    });
    connect(m_worker, &CardWorker::readerLost, this, [this] {
        m_hasReader = false;
        Q_EMIT readerLost();
    });
    connect(m_worker, &CardWorker::moduleAvailable, this, [this] {
        m_trouble.reset();
        Q_EMIT moduleAvailable();
    });
    connect(m_worker, &CardWorker::moduleUnavailable, this, [this](const Error &error) {
        m_trouble = error;
        m_hasReader = false;
        Q_EMIT moduleUnavailable(error);
    });
}

template <class T, class Work>
QFuture<Result<T>> CardMonitor::promise(Work work)
{
    std::erase_if(m_promised, [](const auto &promised) { return promised.expired(); });
    auto answer = std::make_shared<CardAnswerOf<T>>();
    m_promised.push_back(answer);
    auto future = answer->future();
    QTimer::singleShot(m_timing.deadline, this, [promised = std::weak_ptr<CardAnswer>(answer)] {
        if (const auto late = promised.lock())
            late->giveUp({ErrorCode::Timeout, u"card.timeout"_qs, {}});
    });
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, answer = std::move(answer),
         work = std::make_shared<Work>(std::move(work))] { worker->perform(*answer, *work); },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<crypto::SecretBytes>> CardMonitor::unlock(const QString &serial, Pin pin,
                                                         const QByteArray &salt)
{
    return promise<crypto::SecretBytes>(
        [serial, pin = std::move(pin), salt, now = m_clock.now()](CardModule &module) {
            return module.unlock(serial, pin, salt, now);
        });
}

QFuture<Result<QByteArray>> CardMonitor::signatureCertificate(const QString &serial)
{
    return promise<QByteArray>(
        [serial](CardModule &module) { return module.signatureCertificate(serial); });
}

QFuture<Result<QByteArray>> CardMonitor::sign(const QString &serial, Pin pin,
                                              const QByteArray &message)
{
    return promise<QByteArray>(
        [serial, pin = std::move(pin), message, now = m_clock.now()](CardModule &module) {
            return module.sign(serial, pin, message, now);
        });
}

} // namespace ambroise::cards

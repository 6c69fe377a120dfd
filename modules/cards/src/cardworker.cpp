// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardworker.h"

#include <algorithm>

namespace ambroise::cards {

CardWorker::CardWorker(const QString &modulePath, CardMonitor::Timing timing)
    : m_path(modulePath)
    , m_timing(timing)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CardWorker::poll);
}

CardWorker::~CardWorker() = default;

Status CardWorker::load()
{
    if (m_module)
        return done();
    AMBROISE_TRY(m_module, CardModule::load(m_path));
    return done();
}

void CardWorker::poll()
{
    if (const Status loaded = load(); !loaded.ok()) {
        fail(loaded.error());
        return;
    }
    const auto scan = m_module->scan();
    if (!scan.ok()) {
        fail(scan.error());
        return;
    }
    m_trouble.reset();
    if (!std::exchange(m_moduleTold, true))
        Q_EMIT moduleAvailable();
    forgetMissing(*scan);
    countReaders(scan->readers);
    for (const CardSighting &card : scan->cards)
        meet(card);
    m_timer.start(m_timing.poll);
}

//! The next poll begins with a fresh library: most come back to life only when loaded anew.
void CardWorker::fail(const Error &error)
{
    forgetMissing({});
    m_module.reset();
    m_moduleTold = false;
    m_hasReader.reset();
    if (m_trouble != error) {
        m_trouble = error;
        Q_EMIT moduleUnavailable(error);
    }
    m_timer.start(m_timing.retry);
}

void CardWorker::countReaders(int readers)
{
    const bool hasReader = readers > 0;
    if (std::exchange(m_hasReader, hasReader) == hasReader)
        return;
    if (hasReader)
        Q_EMIT readerFound();
    else
        Q_EMIT readerLost();
}

void CardWorker::forgetMissing(const ReaderScan &scan)
{
    const QStringList known = m_known.keys();
    for (const QString &serial : known) {
        const bool present =
            std::any_of(scan.cards.begin(), scan.cards.end(),
                        [&](const CardSighting &card) { return card.serial == serial; });
        if (!present && m_known.remove(serial))
            Q_EMIT cardRemoved(serial);
    }
}

void CardWorker::meet(const CardSighting &card)
{
    const auto known = m_known.constFind(card.serial);
    if (known != m_known.constEnd() && known->pin == card.pin && known->reader == card.reader)
        return;
    const bool isNew = known == m_known.constEnd();
    // A card that leaves or fails while it is read is met again at the next poll.
    const auto info = m_module->read(card);
    if (!info.ok())
        return;
    m_known.insert(card.serial, *info);
    if (isNew)
        Q_EMIT cardInserted(*info);
    else
        Q_EMIT cardChanged(*info);
}

} // namespace ambroise::cards

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/framescanner.h>

#include <ambroise/codes/reader.h>

#include <QMutex>
#include <QThreadPool>

#include <atomic>

namespace ambroise::codes {
namespace {

constexpr int framesToForget = 10;

} // namespace

//! What the thread that looks and the scanner share; outlives the scanner where a frame does.
struct FrameScanner::Link {
    explicit Link(FrameScanner *to)
        : scanner(to)
    {
    }
    std::atomic_bool busy = false;
    QMutex mutex;
    FrameScanner *scanner; //!< null once it is gone; guarded by mutex
};

FrameScanner::FrameScanner(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_link(std::make_shared<Link>(this))
{
}

FrameScanner::~FrameScanner()
{
    const QMutexLocker lock(&m_link->mutex);
    m_link->scanner = nullptr;
}

bool FrameScanner::offer(const QImage &frame)
{
    if (m_link->busy.exchange(true))
        return false;
    m_pool.start([link = m_link, frame] {
        const auto read = readImage(frame, Search::Glance);
        const QList<DecodedSymbol> symbols = read ? *read : QList<DecodedSymbol>();
        link->busy = false;
        const QMutexLocker lock(&link->mutex);
        if (FrameScanner *scanner = link->scanner)
            QMetaObject::invokeMethod(
                scanner, [scanner, symbols] { scanner->take(symbols); }, Qt::QueuedConnection);
    });
    return true;
}

void FrameScanner::forget()
{
    m_seen.clear();
}

void FrameScanner::take(const QList<DecodedSymbol> &symbols)
{
    for (Seen &seen : m_seen)
        ++seen.missedFrames;
    for (const DecodedSymbol &symbol : symbols)
        if (isNew(symbol))
            Q_EMIT found(symbol);
    m_seen.removeIf([](const Seen &seen) { return seen.missedFrames >= framesToForget; });
    Q_EMIT looked();
}

bool FrameScanner::isNew(const DecodedSymbol &symbol)
{
    for (Seen &seen : m_seen)
        if (seen.symbology == symbol.symbology && seen.bytes == symbol.bytes) {
            seen.missedFrames = 0;
            return false;
        }
    m_seen << Seen{symbol.symbology, symbol.bytes};
    return true;
}

} // namespace ambroise::codes

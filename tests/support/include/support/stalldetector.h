// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QList>
#include <QMetaEnum>
#include <QObject>
#include <QString>

#include <algorithm>
#include <chrono>

namespace ambroise::test {

using namespace std::chrono_literals;

//! A slice of the GUI thread's time during which nothing could be drawn or typed.
struct Stall {
    std::chrono::milliseconds length{0};
    QString longest; //!< the event and its receiver that took most of it

    [[nodiscard]] QString toString() const
    {
        return QStringLiteral("%1 ms, most of it in %2").arg(length.count()).arg(longest);
    }
};

//! Watches the event loop of the thread that creates it (the GUI's), from its creation to its end:
//! a slice goes from the first event handled to the moment where the loop waits or turns. Slices
//! above the limit are kept. Time for which the thread was ready but other processes had its
//! processor does not count, so that a loaded machine fails no test. Only handlers run by the loop
//! are seen, not what a test calls itself: have it called by a timer or an event. Needs no moc, as
//! tests include it.
//!
//!     StallDetector stalls(50ms);
//!     … QTRY_VERIFY(page.isReady());
//!     QVERIFY2(stalls.none(), qPrintable(stalls.report()));
class StallDetector final : public QObject {
public:
    explicit StallDetector(std::chrono::milliseconds limit = 50ms)
        : m_limit(limit)
    {
        QCoreApplication::instance()->installEventFilter(this);
        const auto *dispatcher = QAbstractEventDispatcher::instance();
        // Which of the two begins a turn depends on the dispatcher (GLib or not): both end a slice.
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallDetector::close);
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallDetector::close);
    }
    ~StallDetector() override
    {
        if (QCoreApplication::instance())
            QCoreApplication::instance()->removeEventFilter(this);
    }

    [[nodiscard]] bool none() const { return m_stalls.isEmpty(); }
    [[nodiscard]] const QList<Stall> &stalls() const { return m_stalls; }
    [[nodiscard]] std::chrono::milliseconds worst() const { return m_worst; }
    [[nodiscard]] QString report() const
    {
        QStringList lines;
        for (const Stall &stall : m_stalls)
            lines << stall.toString();
        return lines.join(u'\n');
    }
    void clear()
    {
        m_stalls.clear();
        m_worst = {};
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (!m_slice.isValid()) {
            m_slice.start();
            m_deprived = deprived();
        } else {
            weigh();
        }
        m_event = describe(*watched, *event);
        m_handler.start();
        return false;
    }

private:
    static QString describe(const QObject &watched, const QEvent &event)
    {
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
        return QStringLiteral("%1 of %2")
            .arg(name ? QString::fromLatin1(name) : QString::number(event.type()),
                 QString::fromLatin1(watched.metaObject()->className()));
    }
    //! For how long this thread has waited for a processor; 0 where the system does not tell.
    static std::chrono::milliseconds deprived()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat")); // run, waited (ns), slices
        if (!file.open(QIODevice::ReadOnly))
            return 0ms;
        const QList<QByteArray> fields = file.readAll().split(' ');
        return std::chrono::milliseconds(fields.value(1).toLongLong() / 1'000'000);
    }
    void weigh()
    {
        if (m_handler.elapsed() < m_heaviest)
            return;
        m_heaviest = m_handler.elapsed();
        m_heaviestEvent = m_event;
    }
    void close()
    {
        if (!m_slice.isValid())
            return;
        weigh();
        const auto length =
            std::max(0ms, std::chrono::milliseconds(m_slice.elapsed()) - (deprived() - m_deprived));
        m_worst = std::max(m_worst, length);
        if (length > m_limit)
            m_stalls << Stall{length, m_heaviestEvent};
        m_slice.invalidate();
        m_heaviest = 0;
    }

    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_worst{0};
    QList<Stall> m_stalls;
    QElapsedTimer m_slice;
    std::chrono::milliseconds m_deprived{0};
    QElapsedTimer m_handler;
    qint64 m_heaviest = 0; // ms
    QString m_event;
    QString m_heaviestEvent;
};

} // namespace ambroise::test

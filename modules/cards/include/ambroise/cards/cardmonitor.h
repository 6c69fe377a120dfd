// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/cardreader.h>
#include <ambroise/core/clock.h>
#include <ambroise/core/result.h>

#include <QFuture>
#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace ambroise::cards {

class CardAnswer;
class CardWorker;

//! Watches the readers and speaks with the cards on a thread of its own, so that a slow, stuck or
//! broken library never holds up the caller's thread. The library is loaded there, and loaded anew
//! after it failed, was missing, or the card service was down.
//!
//! It begins at once; what is already there is told by the same signals. Every signal comes through
//! the event loop of the thread that made the monitor.
class CardMonitor final : public QObject {
    Q_OBJECT
public:
    struct Timing {
        std::chrono::milliseconds poll{500};        //!< between two looks at the readers
        std::chrono::milliseconds retry{5000};      //!< after the library failed
        std::chrono::milliseconds deadline{60'000}; //!< of a promise, keypad included
        std::chrono::milliseconds farewell{1000};   //!< what the destructor grants a call under way
    };

    //! `modulePath` as CardModule::load takes it.
    CardMonitor(const QString &modulePath, const Clock &clock, Timing timing,
                QObject *parent = nullptr);
    CardMonitor(const QString &modulePath, const Clock &clock, QObject *parent = nullptr);
    //! Whatever was promised ends with Cancelled "card.closed". A library that does not
    //! come back within `farewell` is left behind with its thread.
    ~CardMonitor() override;

    [[nodiscard]] QList<CardInfo> cards() const { return m_cards.values(); }
    [[nodiscard]] bool hasReader() const { return m_hasReader; }
    //! Why there is no library; nothing while there is one.
    [[nodiscard]] std::optional<Error> trouble() const { return m_trouble; }

    //! CardModule::unlock at this moment. Errors besides its own: Timeout "card.timeout", after
    //! which the code is not tried any more if it had not been yet; Cancelled "card.closed". A
    //! future that is cancelled before its turn spends no try of the card. Take it with
    //! takeResult() or then(): the secret has one owner.
    [[nodiscard]] QFuture<Result<crypto::SecretBytes>> unlock(const QString &serial, Pin pin,
                                                              const QByteArray &salt);
    //! CardModule::signatureCertificate and CardModule::sign at this moment; errors besides theirs
    //! as for unlock().
    [[nodiscard]] QFuture<Result<QByteArray>> signatureCertificate(const QString &serial);
    [[nodiscard]] QFuture<Result<QByteArray>> sign(const QString &serial, Pin pin,
                                                   const QByteArray &message);

Q_SIGNALS:
    void cardInserted(const ambroise::cards::CardInfo &card);
    //! Its code's state is another one: after a wrong code, here or in another program.
    void cardChanged(const ambroise::cards::CardInfo &card);
    //! Also when the reader was unplugged or the library failed: what depends on the card must
    //! lock.
    void cardRemoved(const QString &serial);
    void readerFound();
    //! There is no reader (any more); told at the start too.
    void readerLost();
    void moduleAvailable();
    //! Once for each reason.
    void moduleUnavailable(const ambroise::Error &error);

private:
    template <class T, class Work>
    QFuture<Result<T>> promise(Work work);
    void listen();
    void stop();

    const Clock &m_clock;
    Timing m_timing;
    std::unique_ptr<QThread> m_thread;
    CardWorker *m_worker; // deletes itself at the end of its thread
    std::vector<std::weak_ptr<CardAnswer>> m_promised;
    QHash<QString, CardInfo> m_cards;
    bool m_hasReader = false;
    std::optional<Error> m_trouble;
};

} // namespace ambroise::cards

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/cardmonitor.h>
#include <ambroise/cards/cardreader.h>

#include "cardanswer.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>

namespace ambroise::cards {

//! The side of CardMonitor that lives on the cards' thread. It polls: C_WaitForSlotEvent is missing
//! in some libraries, and where it waits nothing but the end of the library wakes it, so that a
//! code could not be tried meanwhile.
class CardWorker final : public QObject {
    Q_OBJECT
public:
    CardWorker(const QString &modulePath, CardMonitor::Timing timing);
    ~CardWorker() override;

    void poll();
    //! `work` with the library, whose result goes to `answer`; not at all where nobody waits any
    //! more.
    template <class T, class Work>
    void perform(CardAnswerOf<T> &answer, const Work &work)
    {
        if (!answer.isWanted())
            return;
        const Status loaded = load();
        answer.give(loaded.ok() ? work(*m_module) : Result<T>(loaded.error()));
        // The card's tries, or the library itself, may have come to an end.
        if (loaded.ok())
            poll();
    }

Q_SIGNALS:
    void cardInserted(const ambroise::cards::CardInfo &card);
    void cardChanged(const ambroise::cards::CardInfo &card);
    void cardRemoved(const QString &serial);
    void readerFound();
    void readerLost();
    void moduleAvailable();
    void moduleUnavailable(const ambroise::Error &error);

private:
    Status load();
    void fail(const Error &error);
    void countReaders(int readers);
    void forgetMissing(const ReaderScan &scan);
    void meet(const CardSighting &card);

    QString m_path;
    CardMonitor::Timing m_timing;
    QTimer m_timer;
    std::optional<CardModule> m_module;
    std::optional<Error> m_trouble;
    QHash<QString, CardInfo> m_known;
    bool m_moduleTold = false;
    std::optional<bool> m_hasReader; // unknown until the readers were listed
};

} // namespace ambroise::cards

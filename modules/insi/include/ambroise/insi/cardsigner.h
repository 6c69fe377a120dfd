// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/cardmonitor.h>
#include <ambroise/insi/assertions.h>

namespace ambroise::insi {

//! The card in the reader signs: its key of legal signatures (0x10), behind its code.
class CardSigner final : public AssertionSigner {
public:
    //! Gets the code from the holder and hands it on, once: the interface's part, at once or later.
    //! A holder who will not give it is an Error: Cancelled "card.pin_cancelled".
    using Answer = std::function<void(Result<cards::Pin>)>;
    using AskCode = std::function<void(const Answer &)>;

    //! `monitor` outlives this.
    CardSigner(cards::CardMonitor &monitor, QString serial, AskCode askCode);
    ~CardSigner() override;

    QFuture<Result<QByteArray>> certificate() override;
    QFuture<Result<QByteArray>> sign(const QByteArray &bytes) override;

private:
    cards::CardMonitor &m_monitor;
    QString m_serial;
    AskCode m_askCode;
    std::unique_ptr<QObject> m_context;
};

} // namespace ambroise::insi

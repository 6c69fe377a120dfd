// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/cardsigner.h>

#include <QPointer>

namespace ambroise::insi {

CardSigner::CardSigner(cards::CardMonitor &monitor, QString serial, AskCode askCode)
    : m_monitor(monitor)
    , m_serial(std::move(serial))
    , m_askCode(std::move(askCode))
    , m_context(std::make_unique<QObject>())
{
}

CardSigner::~CardSigner() = default;

QFuture<Result<QByteArray>> CardSigner::certificate()
{
    return m_monitor.signatureCertificate(m_serial);
}

QFuture<Result<QByteArray>> CardSigner::sign(const QByteArray &bytes)
{
    const net::Promised<QByteArray> promised;
    m_askCode([this, promised, bytes,
               alive = QPointer<QObject>(m_context.get())](Result<cards::Pin> code) {
        if (!alive)
            return;
        if (!code.ok()) {
            promised.give(code.error());
            return;
        }
        net::whenKept(m_monitor.sign(m_serial, std::move(*code), bytes), m_context.get(),
                      [promised](const Result<QByteArray> &made) { promised.give(made); });
    });
    return promised.future();
}

} // namespace ambroise::insi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QFuture>
#include <QPromise>

#include <atomic>

namespace ambroise::cards {

//! A promise that is kept once: by the card, the deadline or the end of the monitor, whichever
//! comes first, on whatever thread; at the latest when nobody holds it any more.
class CardAnswer {
public:
    CardAnswer() { m_promise.start(); }
    ~CardAnswer() { give(Error{ErrorCode::Cancelled, QStringLiteral("card.closed"), {}}); }
    CardAnswer(const CardAnswer &) = delete;
    CardAnswer &operator=(const CardAnswer &) = delete;

    [[nodiscard]] QFuture<Result<crypto::SecretBytes>> future() const { return m_promise.future(); }
    //! Somebody still waits.
    [[nodiscard]] bool isWanted() const { return !m_given && !m_promise.isCanceled(); }

    void give(Result<crypto::SecretBytes> result)
    {
        if (m_given.exchange(true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<crypto::SecretBytes>> m_promise;
    std::atomic_bool m_given = false;
};

} // namespace ambroise::cards

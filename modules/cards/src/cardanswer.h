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
    virtual ~CardAnswer() = default;
    CardAnswer(const CardAnswer &) = delete;
    CardAnswer &operator=(const CardAnswer &) = delete;

    //! Somebody still waits.
    [[nodiscard]] virtual bool isWanted() const = 0;
    virtual void giveUp(const Error &error) = 0;

protected:
    CardAnswer() = default;
};

template <class T>
class CardAnswerOf final : public CardAnswer {
public:
    CardAnswerOf() { m_promise.start(); }
    ~CardAnswerOf() override
    {
        give(Error{ErrorCode::Cancelled, QStringLiteral("card.closed"), {}});
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }
    [[nodiscard]] bool isWanted() const override { return !m_given && !m_promise.isCanceled(); }
    void giveUp(const Error &error) override { give(error); }

    void give(Result<T> result)
    {
        if (m_given.exchange(true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    std::atomic_bool m_given = false;
};

} // namespace ambroise::cards

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>

namespace ambroise::net {

//! A promise that is always kept, once: by whoever answers first, and by Cancelled "net.cancelled"
//! when nobody holds it any more. Copies share it. Everything happens on the thread that made it.
//!
//! A future that its own holder cancelled has no result (QFuture::isCanceled).
template <class T>
class Promised {
public:
    Promised()
        : m_state(std::make_shared<State>())
    {
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_state->promise.future(); }
    //! Nobody answered yet, and somebody still waits.
    [[nodiscard]] bool isWanted() const
    {
        return !m_state->given && !m_state->promise.isCanceled();
    }
    void give(Result<T> result) const { m_state->give(std::move(result)); }

    //! `act`, when the holder of the future cancels it before it is kept and `context` lives.
    void whenCancelled(QObject *context, std::function<void()> act) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        const std::weak_ptr<State> weak = m_state;
        QObject::connect(watcher, &QFutureWatcherBase::canceled, context,
                         [weak, act = std::move(act)] {
                             const auto state = weak.lock();
                             if (!state || state->given)
                                 return;
                             act();
                             state->end();
                         });
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(future());
    }

private:
    struct State {
        State() { promise.start(); }
        ~State() { give(Error{ErrorCode::Cancelled, QStringLiteral("net.cancelled"), {}}); }
        State(const State &) = delete;
        State &operator=(const State &) = delete;

        void give(Result<T> result)
        {
            if (given)
                return;
            promise.addResult(std::move(result)); // ignored where cancelled
            end();
        }
        void end()
        {
            given = true;
            promise.finish();
        }

        QPromise<Result<T>> promise;
        bool given = false;
    };
    std::shared_ptr<State> m_state;
};

//! Calls `use` with what `future` brings, where it brings something and `context` lives.
template <class T, class Use>
void whenKept(const QFuture<Result<T>> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, use = std::move(use)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             use(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace ambroise::net

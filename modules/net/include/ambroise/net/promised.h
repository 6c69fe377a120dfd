// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>

namespace ambroise::net {

//! A promise that is always kept, once: by whoever answers first, and by Cancelled with `ending` as
//! its subject when nobody holds it any more. Copies share it. Everything happens on the thread
//! that made it.
//!
//! A future that its own holder cancelled has no result (QFuture::isCanceled).
template <class T>
class Promised {
public:
    explicit Promised(QString ending = QStringLiteral("net.cancelled"))
        : m_state(std::make_shared<State>(std::move(ending)))
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
        explicit State(QString atTheEnd)
            : ending(std::move(atTheEnd))
        {
            promise.start();
        }
        ~State() { give(Error{ErrorCode::Cancelled, ending, {}}); }
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

        QString ending;
        QPromise<Result<T>> promise;
        bool given = false;
    };
    std::shared_ptr<State> m_state;
};

//! Calls `use` with what `future` brings, or with Cancelled "net.cancelled" where it was cancelled;
//! not at all once `context` is gone.
template <class T, class Use>
void whenKept(const QFuture<Result<T>> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, use = std::move(use)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                use(watcher->result());
            else
                use(Result<T>(Error{ErrorCode::Cancelled, QStringLiteral("net.cancelled"), {}}));
        });
    watcher->setFuture(future);
}

} // namespace ambroise::net

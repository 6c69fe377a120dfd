// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace ambroise::app {

//! A future that has its answer already.
inline QFuture<Status> ready(const Status &status)
{
    QPromise<Status> promise;
    promise.start();
    promise.addResult(status);
    promise.finish();
    return promise.future();
}

//! Hands what the future brings to `done` through the event loop of `context`, unless that went
//! before. (QFuture::then with a context would be shorter, but Qt 6.4 does not survive the loss of
//! the context.)
template <class T, class Done>
void whenAnswered(QObject *context, const QFuture<Result<T>> &slow, Done done)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(
        watcher, &Watcher::finished, context, [watcher, done = std::move(done)]() mutable {
            watcher->deleteLater();
            QFuture<Result<T>> finished = watcher->future();
            done(finished.isValid() && finished.resultCount() > 0
                     ? finished.takeResult()
                     : Result<T>(Error{ErrorCode::Cancelled, u"future.cancelled"_qs, {}}));
        });
    watcher->setFuture(slow);
}

//! What follows something slow, on the thread of `context`: `next` turns the answer into the status
//! that the future brings, or into another future that will. Where `context` goes before, the
//! future is cancelled and `next` is never called.
template <class T, class Next>
QFuture<Status> afterwards(QObject *context, const QFuture<Result<T>> &slow, Next next)
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto keep = [promise](const Status &status) {
        promise->addResult(status);
        promise->finish();
    };
    whenAnswered(context, slow, [context, keep, next = std::move(next)](Result<T> answer) mutable {
        if constexpr (std::is_same_v<decltype(next(std::move(answer))), QFuture<Status>>)
            whenAnswered(context, next(std::move(answer)), keep);
        else
            keep(next(std::move(answer)));
    });
    return promise->future();
}

} // namespace ambroise::app

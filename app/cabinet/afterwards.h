// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/whendone.h>

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
    uikit::whenDone(
        context, slow, [context, keep, next = std::move(next)](Result<T> answer) mutable {
            if constexpr (std::is_same_v<decltype(next(std::move(answer))), QFuture<Status>>)
                uikit::whenDone(context, next(std::move(answer)), keep);
            else
                keep(next(std::move(answer)));
        });
    return promise->future();
}

} // namespace ambroise::app

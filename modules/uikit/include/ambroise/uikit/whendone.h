// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QFutureWatcher>

namespace ambroise::uikit {

//! Hands what the future brings to `done`, through the event loop, unless `context` went before;
//! meanwhile the texts of its progress to `progress`. QFuture::then with a context would be
//! shorter, but Qt 6.4 does not survive the loss of the context. A future that was cancelled, or
//! never begun, brings Cancelled "future.cancelled". The answer is taken out of the future, which
//! nobody else may ask for it.
template <class T, class Done, class Progress>
void whenDone(QObject *context, const QFuture<Result<T>> &future, Done done, Progress progress)
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
    QObject::connect(watcher, &Watcher::progressTextChanged, context, std::move(progress));
    watcher->setFuture(future);
}

template <class T, class Done>
void whenDone(QObject *context, const QFuture<Result<T>> &future, Done done)
{
    whenDone(context, future, std::move(done), [](const QString & /*progress*/) {});
}

} // namespace ambroise::uikit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/message.h>
#include <ambroise/uikit/whendone.h>

namespace ambroise::audit::ui {

//! A long work in one line: how far it is, *Annuler*, and then what came of it. Hidden until there
//! is one; a work that is forgotten with its line is cancelled.
class WorkLine final : public uikit::MessageLine {
    Q_OBJECT
public:
    explicit WorkLine(QWidget *parent)
        : uikit::MessageLine(uikit::Meaning::Info, parent)
    {
        hide();
    }
    ~WorkLine() override { cancel(); }

    [[nodiscard]] bool isBusy() const { return m_cancel != nullptr; }

    //! `doing`: "Vérification en cours"; `stop` asks the work to end before its time; `done` tells
    //! the result by conclude().
    template <class T, class Done>
    void follow(const QFuture<Result<T>> &work, const QString &doing, std::function<void()> stop,
                Done done)
    {
        begin(doing, std::move(stop));
        uikit::whenDone(
            this, work,
            [this, done = std::move(done)](const Result<T> &result) {
                m_cancel = nullptr;
                clearActs();
                done(result);
                Q_EMIT finished();
            },
            [this, doing](const QString &percent) {
                setText(doing, tr("%1\u202F%").arg(percent));
            });
    }
    void conclude(uikit::Meaning grade, const QString &sentence, const QString &rest = {});

Q_SIGNALS:
    void finished();

private:
    void begin(const QString &doing, std::function<void()> cancel);
    void cancel();

    std::function<void()> m_cancel;
};

} // namespace ambroise::audit::ui

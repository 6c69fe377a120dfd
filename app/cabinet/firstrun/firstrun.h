// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cabinet/post.h>

#include <ambroise/core/clock.h>
#include <ambroise/crypto/kdf.h>

#include <QWidget>

class QStackedWidget;

namespace ambroise::app::firstrun {

class Assistant;
class StartPage;

//! The post while no practice is open: the choice of what to do, and the assistant that makes a
//! practice.
class FirstRun final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    FirstRun(const Post &post, crypto::Argon2Params params, const Clock &clock,
             QWidget *parent = nullptr);

    //! From the choice on.
    void begin(bool mayLeave);
    //! Why the practice in that folder cannot be opened.
    void setProblem(const QString &path, const Error &error);
    //! Whether the window may close now; where something would be lost, says once what.
    [[nodiscard]] bool mayClose();

Q_SIGNALS:
    //! A practice to open, with the login to be proposed first; none where anybody may be.
    void practiceChosen(const QString &path, const QString &login, const ambroise::app::Post &post);
    void left();

private:
    Post m_post;
    crypto::Argon2Params m_params;
    const Clock &m_clock;
    QStackedWidget *m_stack;
    StartPage *m_start;
    Assistant *m_assistant = nullptr;

    void openAssistant();
};

} // namespace ambroise::app::firstrun

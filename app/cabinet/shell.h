// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "post.h"

#include <practice/practice.h>

#include <QWidget>

namespace ambroise::app {

//! What somebody works in once signed in: the cabinet's, or the pharmacy's counter.
class Shell : public QWidget {
    Q_OBJECT
public:
    //! The practice outlives the shell.
    Shell(Practice &practice, access::Session session, Post post, QWidget *parent)
        : QWidget(parent)
        , m_practice(practice)
        , m_session(std::move(session))
        , m_post(std::move(post))
    {
    }

    [[nodiscard]] const access::Session &session() const { return m_session; }
    //! Comes to the front again, after a lock or another user.
    virtual void resume() = 0;
    //! Another post, or this one, wrote that; without a topic: anything may have been written.
    virtual void followChange(const storage::Change & /*change*/) {}

    //! The shell for this role and this post: a pharmacist has the counter.
    static Shell *make(Practice &practice, access::Session session, const Post &post,
                       QWidget *parent);

Q_SIGNALS:
    void lockRequested();
    void preferencesChanged(const ambroise::access::Preferences &preferences);

protected:
    Practice &m_practice;
    access::Session m_session;
    Post m_post;
};

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "post.h"

#include <practice/practice.h>

#include <QWidget>

namespace ambroise::app {

class CardDesk;
class Gate;

//! What pages on accounts need of the way in: who is inside may change their keys. Both outlive the
//! shells.
struct Door {
    Gate &gate;
    CardDesk &cards;
};

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
    //! The session after a lock is another one: what bris de glace gave went with the former.
    void renew(access::Session session) { m_session = std::move(session); }
    //! Comes to the front, again after a lock or another user.
    virtual void resume() = 0;
    //! Puts into the journal of drafts at once what waits for a pause in the typing: the person
    //! leaves.
    virtual void keepDrafts() {}
    //! Another post, or this one, wrote that; without a topic: anything may have been written.
    virtual void followChange(const storage::Change & /*change*/) {}

    //! The shell for this role and this post: a pharmacist has the counter.
    static Shell *make(Practice &practice, access::Session session, const Post &post, Door door,
                       QWidget *parent);

Q_SIGNALS:
    void lockRequested();
    void preferencesChanged(const ambroise::access::Preferences &preferences);
    void practiceRenamed(const QString &name);
    void postChanged(const ambroise::app::Post &post);

protected:
    Practice &m_practice;
    access::Session m_session;
    Post m_post;
};

} // namespace ambroise::app

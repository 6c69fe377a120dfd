// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>

#include <QString>

namespace ambroise::audit {

//! Who acts, as what, from where. What writes takes one: a change without an author does not
//! compile.
class Actor {
public:
    //! A signed-in person. `role` is the stable code of the role that they act in, `post` the name
    //! of the post.
    Actor(UserId user, QString name, QString role, QString post)
        : m_user(user)
        , m_name(std::move(name))
        , m_role(std::move(role))
        , m_post(std::move(post))
    {
    }
    //! The program itself, where nobody is signed in: creation of a practice, a migration, a
    //! refused sign-in.
    static Actor program(QString post)
    {
        return {UserId{0}, QStringLiteral("Ambroise"), QStringLiteral("program"), std::move(post)};
    }

    [[nodiscard]] UserId user() const { return m_user; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &role() const { return m_role; }
    [[nodiscard]] const QString &post() const { return m_post; }

    friend bool operator==(const Actor &, const Actor &) = default;

private:
    UserId m_user;
    QString m_name;
    QString m_role;
    QString m_post;
};

} // namespace ambroise::audit

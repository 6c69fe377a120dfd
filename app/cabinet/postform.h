// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "post.h"

#include <QWidget>

class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::app {

//! What this post is called and what it is used for.
class PostForm final : public QWidget {
    Q_OBJECT
public:
    explicit PostForm(QWidget *parent = nullptr);

    void set(const Post &post);
    //! What is chosen, over what was set. Error: Invalid "post.name".
    Result<Post> post();
    [[nodiscard]] Post::Profile profile() const;

Q_SIGNALS:
    void edited();

private:
    Post m_before;
    QLineEdit *m_name;
    uikit::FormField *m_nameField;
    uikit::Segmented *m_profile;
};

} // namespace ambroise::app

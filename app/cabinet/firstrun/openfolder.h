// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cabinet/post.h>

#include <QWidget>

namespace ambroise::uikit {
class FormField;
} // namespace ambroise::uikit

namespace ambroise::app {
class PostForm;
}

namespace ambroise::app::firstrun {

class FolderLine;

//! A practice that exists, by its folder; and what this post is.
class OpenFolder final : public QWidget {
    Q_OBJECT
public:
    explicit OpenFolder(const Post &post, QWidget *parent = nullptr);

    //! Why this folder cannot be opened.
    void setProblem(const QString &path, const QString &sentence);
    void submit();

Q_SIGNALS:
    void chosen(const QString &path, const ambroise::app::Post &post);

private:
    FolderLine *m_folder;
    uikit::FormField *m_field;
    PostForm *m_post;
};

} // namespace ambroise::app::firstrun

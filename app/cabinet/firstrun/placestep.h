// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "step.h"

#include <cabinet/post.h>

#include <ambroise/storage/connection.h>

class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::app {
class PostForm;
}

namespace ambroise::app::firstrun {

class FolderLine;

//! Where the data are to be, and what this post is. A server is tried before one goes on.
class PlaceStep final : public Step {
    Q_OBJECT
public:
    explicit PlaceStep(const Post &post, QWidget *parent = nullptr);

    void submit() override;
    bool blame(const Error &error) override;

    //! What was accepted.
    [[nodiscard]] QString folder() const;
    [[nodiscard]] storage::Engine engine() const;
    [[nodiscard]] QString server() const;
    [[nodiscard]] const Post &post() const { return m_post; }

private:
    void build();
    void showEngine();
    void tried(const Status &status);

    FolderLine *m_folder;
    uikit::Segmented *m_engine;
    QLineEdit *m_server;
    PostForm *m_postForm;
    uikit::FormField *m_folderField = nullptr;
    uikit::FormField *m_engineField = nullptr;
    uikit::FormField *m_serverField = nullptr;
    Post m_post;
    bool m_trying = false;
};

//! A folder for a new practice that holds nothing yet, among the user's data.
[[nodiscard]] QString proposedFolder();

} // namespace ambroise::app::firstrun

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/inslabel.h>

namespace ambroise::app {

//! The INS labels of this post: on what its printer prints them, and where. Kept beside the post's
//! other settings.
struct PostLabels {
    static constexpr double furthest = 10; //!< millimetres that a printer may be off, either way

    documents::LabelSheet sheet = documents::labelSheets().first();
    documents::LabelStart start{};

    //! What was kept, made to fit where it does not; else what a new post begins with.
    static PostLabels load();
    //! Error: Unavailable "post.write".
    Status save() const;
    //! After one more label; a sheet that is full makes place for a new one.
    [[nodiscard]] PostLabels afterOne() const;

    //! A label of nobody with the edges of all of them: to look at, to set the printer. Errors:
    //! those of documents::insLabels().
    [[nodiscard]] Result<QByteArray> specimen() const;
};

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

namespace ambroise::app {

//! What this post is: the same for everybody who sits at it. Kept in the user's configuration
//! folder.
struct Post {
    enum class Profile { Cabinet, Officine };

    QString name{}; //!< in the journal and the status bar; the machine's name unless changed
    Profile profile = Profile::Cabinet;
    QString lastPractice{}; //!< folder
    QString cardModule{};   //!< PKCS#11 library; empty: the one of the ANS where it is installed
    QString vitaleSetup{};  //!< file of the reader of cartes Vitale (VitaleLink); empty: none
    QString scanFolder{};   //!< where the scanner puts its files; empty: none

    QString scanner{}; //!< as SANE calls it; empty: not chosen yet
    QString scannerName{};
    int scanResolution = 300; //!< dots an inch
    bool scanColour = false;

    //! What was kept, or what a new post begins with.
    static Post load();
    //! Error: Unavailable "post.write".
    Status save() const;
};

//! The PKCS#11 library to read professional cards with; empty where there is none.
[[nodiscard]] QString cardModuleOf(const Post &post);

} // namespace ambroise::app

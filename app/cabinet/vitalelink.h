// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/vitalereader.h>

namespace ambroise::app {

//! The reader of cartes Vitale of this post: a plug-in that the post's file names, with the
//! plug-in's own settings: {"plugin":"libreader.so","settings":{…}}. The name is a path, from the
//! file's folder or from where the program's plug-ins are.
class VitaleLink {
public:
    //! Errors: NotFound "vitale.setup_file", Corrupt "vitale.setup", Unavailable "vitale.plugin"
    //! (not there, of another Qt, or no reader of cartes Vitale).
    static Result<std::unique_ptr<identity::VitaleReader>> open(const QString &path);
};

//! The same, opened when it is first needed.
class PostVitale {
public:
    //! Lives as long as this. Errors: Invalid "vitale.not_set_up"; those of VitaleLink::open.
    Result<identity::VitaleReader *> reader();

private:
    std::unique_ptr<identity::VitaleReader> m_reader;
};

} // namespace ambroise::app

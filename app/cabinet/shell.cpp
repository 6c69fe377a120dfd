// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include "cabinetshell.h"
#include "officineshell.h"

namespace ambroise::app {

Shell *Shell::make(Practice &practice, access::Session session, const Post &post, Door door,
                   QWidget *parent)
{
    const bool counter = post.profile == Post::Profile::Officine ||
                         session.account().person.role == access::Role::Pharmacien;
    if (counter && session.may(access::Right::ReadOrdonnance))
        return new OfficineShell(practice, std::move(session), post, door, parent);
    return new CabinetShell(practice, std::move(session), post, door, parent);
}

} // namespace ambroise::app

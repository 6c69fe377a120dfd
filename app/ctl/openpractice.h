// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include <practice/practice.h>

namespace ambroise::ctl {

//! The practice and the person that a command works on and as.
struct Opened {
    std::unique_ptr<app::Practice> practice;
    access::Session session;
};

//! Where the practice is: --practice, else the last one opened. Error: NotFound "cli.practice".
Result<app::PracticeFolder> practiceFolder(const Arguments &arguments);
void rememberPractice(const app::PracticeFolder &folder);

//! From --password-file, AMBROISE_PASSWORD_FILE or a prompt without echo. Errors: Denied
//! "cli.password", "cli.file".
Result<QString> password(const Arguments &arguments);

//! Signs in. Errors: "cli.practice", "cli.user", those of SignIn and Practice::open.
Result<Opened> openPractice(const Context &context);
//! The same of the practice of that folder.
Result<Opened> openPractice(const app::PracticeFolder &folder, const Context &context);

} // namespace ambroise::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ambroise::app {

//! The desktop program: `ambroise [--practice FOLDER] [--profile cabinet|officine] [--post NAME]`.
//! With --startup-probe it ends as soon as the sign-in window is usable.
int runDesktop(int argc, char **argv);

} // namespace ambroise::app

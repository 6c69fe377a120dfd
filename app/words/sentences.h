// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

namespace ambroise::app {

//! What happened and what to do, in the language of the interface. An error that has no sentence of
//! its own gets the one of its code, with the subject for whoever helps.
[[nodiscard]] QString sentenceOf(const Error &error);

//! Every subject that has a sentence: a test compares it with the subjects in the code.
[[nodiscard]] QStringList subjectsWithSentences();

} // namespace ambroise::app

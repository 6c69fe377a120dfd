// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace ambroise::app {

struct SentenceRow {
    const char *subject;
    const char *french; //!< translated in the context "Sentences"; %1: the error's detail, where it
                        //!< helps the reader
};

[[nodiscard]] std::span<const SentenceRow> sentenceTable();

} // namespace ambroise::app

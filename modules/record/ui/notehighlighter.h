// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/blanksedit.h>

namespace ambroise::uikit {
class Spelling;
}

namespace ambroise::record::ui {

//! What a note shows besides its letters: **bold**, blanks to be filled in, measures that were
//! read, slips of spelling (but of the word being typed).
class NoteHighlighter final : public uikit::BlanksHighlighter {
    Q_OBJECT
public:
    //! `spelling` may be null; both outlive it.
    NoteHighlighter(QTextEdit &edit, const uikit::Spelling *spelling);

protected:
    void highlightBlock(const QString &text) override;

private:
    void markSlips(const QString &text);

    const uikit::Spelling *m_spelling;
};

} // namespace ambroise::record::ui

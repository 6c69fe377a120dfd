// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace ambroise::uikit {
class Spelling;
class Theme;
} // namespace ambroise::uikit

class QTextEdit;

namespace ambroise::record::ui {

//! What a note shows besides its letters: **bold**, fields to be filled in, measures that were
//! read, slips of spelling (but of the word being typed).
class NoteHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    //! `spelling` may be null; both outlive it.
    NoteHighlighter(QTextEdit &edit, const uikit::Spelling *spelling);

protected:
    void highlightBlock(const QString &text) override;

private:
    void markBold(const QString &text, const uikit::Theme &theme);
    void markSlips(const QString &text, const uikit::Theme &theme);

    QTextEdit &m_edit;
    const uikit::Spelling *m_spelling;
};

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "notehighlighter.h"

#include <ambroise/record/measuretext.h>
#include <ambroise/uikit/spelling.h>
#include <ambroise/uikit/theme.h>

#include <QTextBlock>

namespace ambroise::record::ui {
NoteHighlighter::NoteHighlighter(QTextEdit &edit, const uikit::Spelling *spelling)
    : BlanksHighlighter(edit)
    , m_spelling(spelling)
{
    if (spelling)
        connect(spelling, &uikit::Spelling::changed, this, &QSyntaxHighlighter::rehighlight);
}

void NoteHighlighter::highlightBlock(const QString &text)
{
    if (text.isEmpty() || isTooLong(text))
        return;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    for (const MeasureMention &mention : measuresIn(text))
        setFormat(int(mention.start), int(mention.length), strong);
    markBold(text);
    markSlips(text);
    markBlanks(text);
}

void NoteHighlighter::markSlips(const QString &text)
{
    if (!m_spelling)
        return;
    const uikit::Theme theme = uikit::Theme::of(edit());
    const QTextCursor caret = edit().textCursor();
    const bool here = edit().hasFocus() && caret.block() == currentBlock();
    for (const uikit::Misspelling &slip : m_spelling->misspellingsIn(text)) {
        const bool beingTyped = here && caret.positionInBlock() == slip.start + slip.length;
        if (beingTyped)
            continue;
        for (qsizetype i = slip.start; i < slip.start + slip.length; ++i) {
            QTextCharFormat wavy = format(int(i));
            wavy.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
            wavy.setUnderlineColor(theme.pair(uikit::Meaning::Stop).text);
            setFormat(int(i), 1, wavy);
        }
    }
}

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "notehighlighter.h"

#include <ambroise/record/measuretext.h>
#include <ambroise/record/note.h>
#include <ambroise/uikit/spelling.h>
#include <ambroise/uikit/theme.h>

#include <QRegularExpression>
#include <QTextEdit>

namespace ambroise::record::ui {
namespace {

//! A line of a pasted text may be a whole file: what is longer is shown as it is.
constexpr qsizetype longestLine = 5'000;

} // namespace

NoteHighlighter::NoteHighlighter(QTextEdit &edit, const uikit::Spelling *spelling)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit)
    , m_spelling(spelling)
{
    if (spelling)
        connect(spelling, &uikit::Spelling::changed, this, &QSyntaxHighlighter::rehighlight);
}

void NoteHighlighter::highlightBlock(const QString &text)
{
    if (text.isEmpty() || text.size() > longestLine)
        return;
    const uikit::Theme theme = uikit::Theme::of(m_edit);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    for (const MeasureMention &mention : measuresIn(text))
        setFormat(int(mention.start), int(mention.length), strong);
    markBold(text, theme);
    markSlips(text, theme);
    QTextCharFormat field;
    field.setForeground(theme.color(uikit::Token::Accent));
    field.setBackground(theme.color(uikit::Token::Soft));
    for (const NoteField &one : fieldsIn(text))
        setFormat(int(one.start), int(one.length), field);
}

void NoteHighlighter::markBold(const QString &text, const uikit::Theme &theme)
{
    static const QRegularExpression bold(u"\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"_qs);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    QTextCharFormat mark;
    mark.setForeground(theme.color(uikit::Token::Text3));
    auto matches = bold.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        setFormat(int(match.capturedStart()), 2, mark);
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), strong);
        setFormat(int(match.capturedEnd()) - 2, 2, mark);
    }
}

void NoteHighlighter::markSlips(const QString &text, const uikit::Theme &theme)
{
    if (!m_spelling)
        return;
    const QTextCursor caret = m_edit.textCursor();
    const bool here = m_edit.hasFocus() && caret.block() == currentBlock();
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

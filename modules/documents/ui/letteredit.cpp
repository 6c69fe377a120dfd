// SPDX-License-Identifier: GPL-3.0-or-later
#include "letteredit.h"

#include <ambroise/documents/letter.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QRegularExpression>

namespace ambroise::documents::ui {

void LetterHighlighter::highlightBlock(const QString &text)
{
    if (text.isEmpty() || isTooLong(text))
        return;
    if (text.startsWith(u"# ") || text.startsWith(u"## ") || text.startsWith(u"### ")) {
        QTextCharFormat heading;
        heading.setFontWeight(QFont::Bold);
        setFormat(0, int(text.size()), heading);
    }
    markBold(text);
    markBlanks(text);
    static const QRegularExpression late(u"\\{[^{}\\n]*\\}"_qs);
    QTextCharFormat mark;
    mark.setForeground(uikit::Theme::of(edit()).color(uikit::Token::Text3));
    auto fields = late.globalMatch(text);
    while (fields.hasNext()) {
        const auto match = fields.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), mark);
    }
}

LetterEdit::LetterEdit(QWidget *parent)
    : BlanksEdit(Letter::longestBody, parent)
{
    document()->setDocumentMargin(uikit::scaled(4));
    new LetterHighlighter(*this);
}

} // namespace ambroise::documents::ui

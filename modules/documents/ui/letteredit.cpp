// SPDX-License-Identifier: GPL-3.0-or-later
#include "letteredit.h"

#include <ambroise/documents/letter.h>
#include <ambroise/documents/letterfields.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>

namespace ambroise::documents::ui {
namespace {

constexpr qsizetype longestLine = 5'000; // a longer one is shown as it is

QString plainLines(QString text)
{
    return text.replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n')
        .replace(u"\r\n"_qs, u"\n"_qs)
        .replace(u'\r', u'\n')
        .remove(QChar::Null);
}

} // namespace

LetterHighlighter::LetterHighlighter(QTextEdit &edit)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit)
{
}

void LetterHighlighter::highlightBlock(const QString &text)
{
    if (text.isEmpty() || text.size() > longestLine)
        return;
    static const QRegularExpression bold(u"\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"_qs);
    static const QRegularExpression late(u"\\{[^{}\\n]*\\}"_qs);
    const uikit::Theme theme = uikit::Theme::of(m_edit);
    QTextCharFormat mark;
    mark.setForeground(theme.color(uikit::Token::Text3));
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    if (text.startsWith(u"# ") || text.startsWith(u"## ") || text.startsWith(u"### "))
        setFormat(0, int(text.size()), strong);
    auto matches = bold.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        setFormat(int(match.capturedStart()), 2, mark);
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), strong);
        setFormat(int(match.capturedEnd()) - 2, 2, mark);
    }
    QTextCharFormat field;
    field.setForeground(theme.color(uikit::Token::Accent));
    field.setBackground(theme.color(uikit::Token::Soft));
    for (const FreeField &one : freeFieldsIn(text))
        setFormat(int(one.start), int(one.length), field);
    auto fields = late.globalMatch(text);
    while (fields.hasNext()) {
        const auto match = fields.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), mark);
    }
}

LetterEdit::LetterEdit(QWidget *parent)
    : QTextEdit(parent)
    , m_highlighter(new LetterHighlighter(*this))
{
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(uikit::scaled(4));
    setText({});
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int /*at*/, int removed, int added) {
                if (m_told && (removed > 0 || added > 0))
                    Q_EMIT edited();
            });
}

QString LetterEdit::text() const
{
    return plainLines(document()->toRawText()); // toPlainText() loses no-break spaces
}

void LetterEdit::setText(const QString &text)
{
    m_told = false;
    setFont(uikit::font(uikit::TextRole::Note));
    document()->setUndoRedoEnabled(false);
    setPlainText(text);
    layOutLines();
    document()->setUndoRedoEnabled(true);
    moveCursor(QTextCursor::Start);
    m_told = true;
}

void LetterEdit::layOutLines()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(uikit::lineHeight(uikit::TextRole::Note), QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(format);
}

bool LetterEdit::selectFirstField()
{
    moveCursor(QTextCursor::Start);
    return selectField(true);
}

bool LetterEdit::selectField(bool forward)
{
    const QList<FreeField> fields = freeFieldsIn(text());
    QTextCursor caret = textCursor();
    const FreeField *wanted = nullptr;
    for (const FreeField &field : fields) {
        if (forward && !wanted && field.start >= caret.selectionEnd())
            wanted = &field;
        if (!forward && field.start + field.length <= caret.selectionStart())
            wanted = &field;
    }
    if (!wanted)
        return false;
    caret.setPosition(int(wanted->start));
    caret.setPosition(int(wanted->start + wanted->length), QTextCursor::KeepAnchor);
    setTextCursor(caret);
    ensureCursorVisible();
    return true;
}

void LetterEdit::toggleBold()
{
    QTextCursor caret = textCursor();
    if (!caret.hasSelection())
        caret.select(QTextCursor::WordUnderCursor);
    const QString chosen = caret.selectedText();
    if (chosen.trimmed().isEmpty() || chosen.contains(QChar::ParagraphSeparator))
        return;
    const bool isBold =
        chosen.size() > 4 && chosen.startsWith(u"**"_qs) && chosen.endsWith(u"**"_qs);
    caret.insertText(isBold ? chosen.mid(2, chosen.size() - 4) : u"**"_qs + chosen + u"**"_qs);
}

void LetterEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        if (!selectField(key == Qt::Key_Tab))
            key == Qt::Key_Tab ? Q_EMIT leftForward() : Q_EMIT leftBackward();
        return;
    }
    if (key == Qt::Key_B && event->modifiers() == Qt::ControlModifier) {
        toggleBold();
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the primary act's
        return;
    }
    QTextEdit::keyPressEvent(event);
}

bool LetterEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void LetterEdit::insertFromMimeData(const QMimeData *source)
{
    const QString pasted = plainLines(source->text());
    if (pasted.size() + document()->characterCount() > Letter::longestBody) {
        Q_EMIT tooLong();
        return;
    }
    textCursor().insertText(pasted);
    ensureCursorVisible();
}

void LetterEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

} // namespace ambroise::documents::ui

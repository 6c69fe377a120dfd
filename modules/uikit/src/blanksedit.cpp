// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/blanksedit.h>

#include <ambroise/core/blanks.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>

namespace ambroise::uikit {
namespace {

constexpr qsizetype longestLine = 5'000;

QString plainLines(QString text)
{
    return text.replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n')
        .replace(u"\r\n"_qs, u"\n"_qs)
        .replace(u'\r', u'\n')
        .remove(QChar::Null);
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

BlanksHighlighter::BlanksHighlighter(QTextEdit &edit)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit)
{
}

bool BlanksHighlighter::isTooLong(const QString &line)
{
    return line.size() > longestLine;
}

void BlanksHighlighter::markBold(const QString &line)
{
    static const QRegularExpression bold(u"\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"_qs);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    QTextCharFormat mark;
    mark.setForeground(Theme::of(m_edit).color(Token::Text3));
    auto matches = bold.globalMatch(line);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        setFormat(int(match.capturedStart()), 2, mark);
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), strong);
        setFormat(int(match.capturedEnd()) - 2, 2, mark);
    }
}

void BlanksHighlighter::markBlanks(const QString &line)
{
    const Theme theme = Theme::of(m_edit);
    QTextCharFormat format;
    format.setForeground(theme.color(Token::Accent));
    format.setBackground(theme.color(Token::Soft));
    for (const text::Blank &blank : text::blanksIn(line))
        setFormat(int(blank.start), int(blank.length), format);
}

BlanksEdit::BlanksEdit(qsizetype longestText, QWidget *parent)
    : QTextEdit(parent)
    , m_longest(longestText)
{
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setText({});
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int /*at*/, int removed, int added) {
                if (m_told && (removed > 0 || added > 0))
                    Q_EMIT edited();
            });
}

QString BlanksEdit::text() const
{
    return plainLines(document()->toRawText()); // toPlainText() loses no-break spaces
}

void BlanksEdit::setText(const QString &text)
{
    m_told = false;
    setFont(uikit::font(TextRole::Note, m_strong));
    document()->setUndoRedoEnabled(false);
    setPlainText(text);
    layOutLines();
    document()->setUndoRedoEnabled(true);
    moveCursor(QTextCursor::Start);
    m_told = true;
}

void BlanksEdit::setStrong(bool strong)
{
    m_strong = strong;
    setFont(uikit::font(TextRole::Note, m_strong));
}

//! Lines of the note's height; the blocks typed from there on take after these.
void BlanksEdit::layOutLines()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(lineHeight(TextRole::Note), QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(format);
}

bool BlanksEdit::selectFirstBlank()
{
    moveCursor(QTextCursor::Start);
    return selectBlank(true);
}

bool BlanksEdit::selectBlank(bool forward)
{
    const QList<text::Blank> blanks = text::blanksIn(text());
    QTextCursor caret = textCursor();
    const text::Blank *wanted = nullptr;
    for (const text::Blank &blank : blanks) {
        if (forward && !wanted && blank.start >= caret.selectionEnd())
            wanted = &blank;
        if (!forward && blank.start + blank.length <= caret.selectionStart())
            wanted = &blank;
    }
    if (!wanted)
        return false;
    caret.setPosition(int(wanted->start));
    caret.setPosition(int(wanted->start + wanted->length), QTextCursor::KeepAnchor);
    setTextCursor(caret);
    ensureCursorVisible();
    return true;
}

//! The selection, or the word under the caret, which stays selected.
void BlanksEdit::toggleBold()
{
    QTextCursor caret = textCursor();
    if (!caret.hasSelection())
        caret.select(QTextCursor::WordUnderCursor);
    const QString chosen = caret.selectedText();
    if (chosen.trimmed().isEmpty() || chosen.contains(QChar::ParagraphSeparator))
        return;
    const bool isBold =
        chosen.size() > 4 && chosen.startsWith(u"**"_qs) && chosen.endsWith(u"**"_qs);
    const int start = caret.selectionStart();
    const QString turned = isBold ? chosen.mid(2, chosen.size() - 4) : u"**"_qs + chosen + u"**"_qs;
    caret.insertText(turned);
    caret.setPosition(start);
    caret.setPosition(start + int(turned.size()), QTextCursor::KeepAnchor);
    setTextCursor(caret);
}

bool BlanksEdit::takeKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        if (!selectBlank(key == Qt::Key_Tab))
            key == Qt::Key_Tab ? Q_EMIT leftForward() : Q_EMIT leftBackward();
        return true;
    }
    if (key != Qt::Key_B || event.modifiers() != Qt::ControlModifier)
        return false;
    toggleBold();
    return true;
}

void BlanksEdit::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event->key()) && event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore(); // the primary act's
    else if (!takeKey(*event))
        QTextEdit::keyPressEvent(event);
}

bool BlanksEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void BlanksEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = pasted(plainLines(source->text()));
    if (text.size() + document()->characterCount() > m_longest) {
        Q_EMIT tooLong();
        return;
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

void BlanksEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (auto *highlighter : document()->findChildren<QSyntaxHighlighter *>())
            highlighter->rehighlight();
}

} // namespace ambroise::uikit

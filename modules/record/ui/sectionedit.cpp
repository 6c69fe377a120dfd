// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionedit.h"

#include "notehighlighter.h"

#include <ambroise/uikit/spelling.h>
#include <ambroise/uikit/type.h>

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTextBlock>

#include <cmath>

namespace ambroise::record::ui {
namespace {

constexpr int nameRole = Qt::UserRole + 1;
constexpr int previewLength = 60;

QString plainLines(QString text)
{
    return text.replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n')
        .replace(u"\r\n"_qs, u"\n"_qs)
        .replace(u'\r', u'\n')
        .remove(QChar::Null);
}

} // namespace

SectionEdit::SectionEdit(NoteSection section, Templates templates, const uikit::Spelling *spelling,
                         QWidget *parent)
    : QTextEdit(parent)
    , m_section(section)
    , m_templates(std::move(templates))
    , m_spelling(spelling)
    , m_highlighter(new NoteHighlighter(*this, spelling))
    , m_completer(new QCompleter(this))
    , m_names(new QStandardItemModel(this))
{
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(uikit::scaled(2));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText({});
    m_completer->setModel(m_names);
    m_completer->setWidget(this);
    m_completer->setCompletionRole(nameRole);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { expand(index.data(nameRole).toString()); });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int /*at*/, int removed, int added) {
                if (m_told && (removed > 0 || added > 0))
                    Q_EMIT edited();
            });
    connect(this, &QTextEdit::cursorPositionChanged, this, &SectionEdit::forgetWordBefore);
}

QString SectionEdit::text() const
{
    return plainLines(document()->toRawText()); // toPlainText() loses no-break spaces
}

void SectionEdit::setText(const QString &text)
{
    m_told = false;
    setFont(uikit::font(uikit::TextRole::Note, m_section == NoteSection::Reason));
    document()->setUndoRedoEnabled(false);
    setPlainText(text);
    layOutLines();
    document()->setUndoRedoEnabled(true);
    moveCursor(QTextCursor::End);
    m_told = true;
}

//! Lines of the note's height; the blocks typed from there on take after these.
void SectionEdit::layOutLines()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(uikit::lineHeight(uikit::TextRole::Note), QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(format);
}

void SectionEdit::append(const QString &text)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    if (!document()->isEmpty())
        end.insertText(u"\n"_qs);
    end.insertText(text);
    end.endEditBlock();
    setTextCursor(end);
}

QSize SectionEdit::sizeHint() const
{
    return {QTextEdit::sizeHint().width(), int(std::ceil(document()->size().height()))};
}

bool SectionEdit::selectFirstField()
{
    moveCursor(QTextCursor::Start);
    return selectField(true);
}

bool SectionEdit::selectField(bool forward)
{
    const QList<NoteField> fields = fieldsIn(text());
    QTextCursor caret = textCursor();
    const NoteField *wanted = nullptr;
    for (const NoteField &field : fields) {
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
    return true;
}

std::optional<QString> SectionEdit::typedName() const
{
    static const QRegularExpression slash(u"(?:^|\\s)/([\\p{L}\\d-]*)$"_qs,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const QTextCursor caret = textCursor();
    const auto match = slash.match(caret.block().text().left(caret.positionInBlock()));
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

bool SectionEdit::expand(const QString &name)
{
    const std::optional<QString> typed = typedName();
    if (!typed || name.isEmpty())
        return false;
    for (const NoteTemplate &one : m_templates()) {
        if (one.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QTextCursor caret = textCursor();
        caret.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(typed->size()) + 1);
        setTextCursor(caret);
        insertTemplate(one);
        return true;
    }
    return false;
}

void SectionEdit::insertTemplate(const NoteTemplate &one)
{
    QTextCursor caret = textCursor();
    if (hasSections(one.text)) {
        caret.removeSelectedText();
        Q_EMIT sectionsWanted(one);
        return;
    }
    const int start = caret.selectionStart();
    caret.insertText(one.text);
    if (fieldsIn(one.text).isEmpty())
        return;
    caret.setPosition(start);
    setTextCursor(caret);
    selectField(true);
}

void SectionEdit::proposeNames()
{
    const std::optional<QString> typed = typedName();
    if (!typed) {
        m_completer->popup()->hide();
        return;
    }
    if (!m_completer->popup()->isVisible()) {
        m_names->clear();
        for (const NoteTemplate &one : m_templates()) {
            QString preview = one.text.simplified();
            if (preview.size() > previewLength)
                preview = preview.left(previewLength) + u'…';
            auto *item = new QStandardItem(u'/' + one.name + u"   "_qs + preview);
            item->setData(one.name, nameRole);
            m_names->appendRow(item);
        }
    }
    m_completer->setCompletionPrefix(*typed);
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(uikit::scaled(420));
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

bool SectionEdit::handleTab(bool forward)
{
    if (forward) {
        const std::optional<QString> name = typedName();
        if (name && expand(*name))
            return true;
    }
    if (!selectField(forward))
        forward ? Q_EMIT leftForward() : Q_EMIT leftBackward();
    return true;
}

bool SectionEdit::handleVertical(bool down)
{
    QTextCursor caret = textCursor();
    if (caret.movePosition(down ? QTextCursor::Down : QTextCursor::Up))
        return false;
    down ? Q_EMIT leftForward() : Q_EMIT leftBackward();
    return true;
}

//! Marks the selection, or the word under the caret, as bold, or no more.
void SectionEdit::toggleBold()
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

void SectionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool choosing = m_completer->popup()->isVisible();
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (choosing && (enter || key == Qt::Key_Tab || key == Qt::Key_Escape)) {
        event->ignore(); // the list of names takes it
        return;
    }
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        handleTab(key == Qt::Key_Tab);
        return;
    }
    if (plain && !choosing && (key == Qt::Key_Up || key == Qt::Key_Down) &&
        !(event->modifiers() & Qt::ShiftModifier) && handleVertical(key == Qt::Key_Down))
        return;
    if (plain && (enter || key == Qt::Key_Space)) {
        const std::optional<QString> name = typedName();
        if (name && expand(*name))
            return;
    }
    if (plain && enter && m_section == NoteSection::Reason) {
        Q_EMIT leftForward();
        return;
    }
    if (event->modifiers() == Qt::ControlModifier && key == Qt::Key_B) {
        toggleBold();
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the primary act's
        return;
    }
    QTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        proposeNames();
}

void SectionEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    Q_EMIT focused(true);
}

void SectionEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    m_highlighter->rehighlightBlock(textCursor().block()); // the last word is judged now
    Q_EMIT focused(false);
}

void SectionEdit::forgetWordBefore()
{
    const QTextBlock before = document()->findBlockByNumber(m_blockBefore);
    m_blockBefore = textCursor().blockNumber();
    if (before.isValid() && m_spelling && hasFocus())
        QMetaObject::invokeMethod(
            m_highlighter,
            [this, number = before.blockNumber()] {
                m_highlighter->rehighlightBlock(document()->findBlockByNumber(number));
            },
            Qt::QueuedConnection);
}

void SectionEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    QTextCursor word = cursorForPosition(event->pos());
    word.select(QTextCursor::WordUnderCursor);
    const QString chosen = word.selectedText();
    if (m_spelling && !chosen.isEmpty() && !m_spelling->isKnown(chosen)) {
        QAction *first = menu->actions().value(0);
        for (const QString &better : m_spelling->suggestions(chosen)) {
            auto *act = new QAction(better, menu.get());
            connect(act, &QAction::triggered, this,
                    [word, better]() mutable { word.insertText(better); });
            menu->insertAction(first, act);
        }
        auto *learn = new QAction(tr("Ajouter « %1 » au dictionnaire").arg(chosen), menu.get());
        connect(learn, &QAction::triggered, this, [this, chosen] { Q_EMIT wordLearnt(chosen); });
        menu->insertAction(first, learn);
        menu->insertSeparator(first);
    }
    menu->exec(event->globalPos());
}

bool SectionEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void SectionEdit::insertFromMimeData(const QMimeData *source)
{
    QString pasted = plainLines(source->text());
    if (m_section == NoteSection::Reason)
        pasted = pasted.simplified();
    if (pasted.size() + document()->characterCount() > longestText) {
        Q_EMIT tooLong();
        return;
    }
    textCursor().insertText(pasted);
    ensureCursorVisible();
}

void SectionEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

} // namespace ambroise::record::ui

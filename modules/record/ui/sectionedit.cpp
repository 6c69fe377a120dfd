// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionedit.h"

#include "notehighlighter.h"

#include <ambroise/core/blanks.h>
#include <ambroise/uikit/spelling.h>
#include <ambroise/uikit/type.h>

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTextBlock>

#include <cmath>

namespace ambroise::record::ui {
namespace {

constexpr int nameRole = Qt::UserRole + 1;
constexpr int previewLength = 60;

} // namespace

SectionEdit::SectionEdit(NoteSection section, Templates templates, const uikit::Spelling *spelling,
                         QWidget *parent)
    : BlanksEdit(longestText, parent)
    , m_section(section)
    , m_templates(std::move(templates))
    , m_spelling(spelling)
    , m_highlighter(new NoteHighlighter(*this, spelling))
    , m_completer(new QCompleter(this))
    , m_names(new QStandardItemModel(this))
{
    setStrong(section == NoteSection::Reason);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(uikit::scaled(2));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_completer->setModel(m_names);
    m_completer->setWidget(this);
    m_completer->setCompletionRole(nameRole);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { expand(index.data(nameRole).toString()); });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
    connect(this, &QTextEdit::cursorPositionChanged, this, &SectionEdit::forgetWordBefore);
}

void SectionEdit::setText(const QString &text)
{
    BlanksEdit::setText(text);
    moveCursor(QTextCursor::End);
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
    if (text::blanksIn(one.text).isEmpty())
        return;
    caret.setPosition(start);
    setTextCursor(caret);
    selectBlank(true);
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

bool SectionEdit::handleVertical(bool down)
{
    QTextCursor caret = textCursor();
    if (caret.movePosition(down ? QTextCursor::Down : QTextCursor::Up))
        return false;
    down ? Q_EMIT leftForward() : Q_EMIT leftBackward();
    return true;
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
    if (plain && !choosing && (key == Qt::Key_Up || key == Qt::Key_Down) &&
        !(event->modifiers() & Qt::ShiftModifier) && handleVertical(key == Qt::Key_Down))
        return;
    if (plain && (enter || key == Qt::Key_Space || key == Qt::Key_Tab)) {
        const std::optional<QString> name = typedName();
        if (name && expand(*name))
            return;
    }
    if (plain && enter && m_section == NoteSection::Reason) {
        Q_EMIT leftForward();
        return;
    }
    BlanksEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && key != Qt::Key_Tab)
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

QString SectionEdit::pasted(const QString &text) const
{
    return m_section == NoteSection::Reason ? text.simplified() : text;
}

} // namespace ambroise::record::ui

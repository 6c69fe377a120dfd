// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedtext.h"

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace ambroise::uikit {
namespace {

using Kind = text::Comparison::Kind;

constexpr int around = 2; //!< lines shown before and after a change

QString signOf(const text::Comparison::Line &line)
{
    const auto has = [&](Kind kind) {
        return std::any_of(line.pieces.begin(), line.pieces.end(),
                           [kind](const auto &piece) { return piece.kind == kind; });
    };
    return (has(Kind::Removed) ? u"−"_qs : QString()) + (has(Kind::Added) ? u"+"_qs : QString());
}

QList<bool> kept(const QList<text::Comparison::Line> &lines, bool whole)
{
    QList<bool> shown(lines.size(), whole);
    for (qsizetype i = 0; i < lines.size() && !whole; ++i)
        if (lines.at(i).isChanged())
            for (qsizetype k = std::max<qsizetype>(0, i - around);
                 k <= std::min(lines.size() - 1, i + around); ++k)
                shown[k] = true;
    return shown;
}

QTextCharFormat formatOf(Kind kind, const Theme &theme)
{
    QTextCharFormat format;
    format.setForeground(theme.color(Token::Text));
    if (kind == Kind::Same)
        return format;
    const Pair pair = theme.pair(kind == Kind::Removed ? Meaning::Stop : Meaning::Done);
    format.setForeground(pair.text);
    format.setBackground(pair.tint);
    format.setFontStrikeOut(kind == Kind::Removed);
    format.setFontUnderline(kind == Kind::Added);
    return format;
}

} // namespace

class ComparedText::Margin final : public QWidget {
public:
    explicit Margin(ComparedText &text)
        : QWidget(&text)
        , m_text(text)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_text.paintMargin(event->rect()); }

private:
    ComparedText &m_text;
};

ComparedText::ComparedText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(*this))
{
    m_margin->setBackgroundRole(QPalette::Base);
    m_margin->setAutoFillBackground(true);
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect &, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        m_margin->update();
    });
}

void ComparedText::write(const text::Comparison &comparison, bool whole)
{
    const Theme theme = Theme::of(*this);
    const auto &lines = comparison.lines();
    const QList<bool> shown = kept(lines, whole);
    setFont(uikit::font(TextRole::Note));
    setViewportMargins(scaled(28), 0, 0, 0);
    clear();
    m_signs.clear();
    m_blocks = QList<int>(lines.size(), -1);
    QTextCharFormat aside = formatOf(Kind::Same, theme);
    aside.setForeground(theme.color(Token::Text3));
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    const auto begin = [&](const QString &sign) {
        if (!m_signs.isEmpty())
            cursor.insertBlock();
        m_signs << sign;
    };
    for (qsizetype i = 0; i < lines.size();) {
        if (!shown.at(i)) {
            const qsizetype from = i;
            while (i < lines.size() && !shown.at(i))
                ++i;
            begin(u"⋮"_qs);
            cursor.insertText(tr("%n ligne(s) sans changement", nullptr, int(i - from)), aside);
            continue;
        }
        if (lines.at(i).spaced && !m_signs.isEmpty())
            begin({});
        m_blocks[i] = int(m_signs.size());
        begin(signOf(lines.at(i)));
        for (const text::Comparison::Piece &piece : lines.at(i).pieces) {
            const bool space = piece.text.startsWith(u' '); // neither struck nor underlined
            if (space)
                cursor.insertText(u" "_qs, formatOf(Kind::Same, theme));
            cursor.insertText(piece.text.mid(space ? 1 : 0), formatOf(piece.kind, theme));
        }
        ++i;
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void ComparedText::choose(const text::Comparison::Change &change)
{
    const int block = m_blocks.value(change.firstLine, -1);
    if (block < 0)
        return;
    QTextCursor cursor(document()->findBlockByNumber(block));
    setTextCursor(cursor);
    centerCursor();
    QTextEdit::ExtraSelection bar;
    const QColor ground = Theme::of(*this).color(Token::Soft);
    QList<QTextEdit::ExtraSelection> selections;
    for (int line = change.firstLine; line <= change.lastLine; ++line) {
        bar.cursor = QTextCursor(document()->findBlockByNumber(m_blocks.value(line, block)));
        bar.format.setBackground(ground);
        bar.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections << bar;
    }
    setExtraSelections(selections);
}

void ComparedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        Q_EMIT dressed();
}

void ComparedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(0, viewport()->y(), scaled(28), viewport()->height());
}

void ComparedText::paintMargin(const QRect &dirty)
{
    QPainter painter(m_margin);
    const Theme theme = Theme::of(*this);
    painter.setFont(uikit::font(TextRole::Note, true));
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= dirty.bottom()) {
        const double height = blockBoundingRect(block).height();
        const QString sign = m_signs.value(block.blockNumber());
        painter.setPen(sign == u"−"   ? theme.pair(Meaning::Stop).text
                       : sign == u"+" ? theme.pair(Meaning::Done).text
                                      : theme.color(Token::Text2));
        painter.drawText(QRectF(scaled(4), top, scaled(20), lineHeight(TextRole::Note)),
                         Qt::AlignCenter, sign == u"−+" ? u"±"_qs : sign);
        top += height;
        block = block.next();
    }
}

} // namespace ambroise::uikit

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ambroise::uikit {
namespace {

constexpr int leadWidth = 38;
constexpr int gap = 8;
constexpr int iconSide = 13;
constexpr int sectionHeight = 22;

void put(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
         const QFont &font, const QColor &ink)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    painter.setFont(font);
    painter.setPen(ink);
    paint::line(painter, rect, alignment, text);
}

int widthOf(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text);
}

//! Draws lead and icon; gives what is left for the words.
QRect drawLead(QPainter &painter, const QRect &rect, const QRect &firstLine, const Theme &theme,
               const Row &row, bool centred)
{
    QRect words = rect;
    const QRect line = centred ? rect : firstLine;
    if (!row.lead.isEmpty()) {
        const QFont font = uikit::font(centred ? TextRole::Body : TextRole::Small);
        painter.setFont(font);
        painter.setPen(theme.color(centred ? Token::Text2 : Token::Text3));
        const int width = qMax(scaled(leadWidth), qRound(tabularWidth(font, row.lead)));
        drawTabular(painter, QRect(rect.left(), line.top(), width, line.height()), Qt::AlignLeft,
                    row.lead);
        words.setLeft(rect.left() + width + scaled(gap));
    }
    if (!row.icon.isEmpty()) {
        const int side = scaled(iconSide);
        drawIcon(painter, QRect(words.left(), line.top() + (line.height() - side) / 2, side, side),
                 row.icon, theme.color(Token::Text2));
        words.setLeft(words.left() + side + scaled(gap));
    }
    return words;
}

//! Draws the chip at the right end of the line; gives what is left.
QRect drawChip(QPainter &painter, QRect line, const Theme &theme, const RowChip &chip)
{
    const QSize size = paint::chipSize(chip.text, !chip.icon.isEmpty());
    const QRect at(
        QPoint(line.right() - size.width() + 1, line.top() + (line.height() - size.height()) / 2),
        size);
    paint::chip(painter, at, theme, chip.meaning, chip.text, chip.icon);
    line.setRight(at.left() - scaled(gap));
    return line;
}

QRect drawRight(QPainter &painter, QRect line, const QString &text, const QColor &ink)
{
    if (text.isEmpty())
        return line;
    const QFont font = uikit::font(TextRole::Small);
    painter.setFont(font);
    painter.setPen(ink);
    drawTabular(painter, line, Qt::AlignRight, text);
    line.setRight(line.right() - qRound(tabularWidth(font, text)) - scaled(gap));
    return line;
}

void drawTitle(QPainter &painter, QRect line, const Theme &theme, const Row &row)
{
    const QFont title = uikit::font(TextRole::Body, row.strong);
    put(painter, line, Qt::AlignLeft, row.title, title, theme.color(Token::Text));
    line.setLeft(line.left() + widthOf(row.title, title) + scaled(6));
    put(painter, line, Qt::AlignLeft, row.rest, uikit::font(TextRole::Body),
        theme.color(Token::Text2));
}

void drawSection(QPainter &painter, const QRect &rect, const Theme &theme, const Row &row)
{
    const QRect line = drawRight(painter, rect, row.right, theme.color(Token::Text3));
    put(painter, line, Qt::AlignLeft, row.title, uikit::font(TextRole::Small, true),
        theme.color(Token::Text2));
}

} // namespace

void prepareList(QAbstractItemView &view, QPalette::ColorRole ground)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setMouseTracking(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.viewport()->setBackgroundRole(ground);
}

QString sentence(const Row &row)
{
    QStringList parts{row.title, row.rest, row.secondary, row.chip ? row.chip->text : QString(),
                      row.lead,  row.right};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant rowData(const Row &row, int role)
{
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sentence(row);
    default:
        return {};
    }
}

RowDelegate::RowDelegate(int height, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_height(height)
{
}

Row RowDelegate::row(const QModelIndex &index) const
{
    return index.data(RowRole).value<Row>();
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    const Theme theme = Theme::of(option.palette);
    const Row content = row(index);
    const QRect inner = option.rect.adjusted(scaled(m_inset), 0, -scaled(m_inset), 0);
    if (content.section) {
        drawSection(*painter, inner, theme, content);
    } else {
        if (m_separators)
            painter->fillRect(
                QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                theme.color(Token::Line2));
        paint::row(*painter, option.rect, theme, paint::RowState::of(option));
        paintRow(*painter, inner, theme, content);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const bool section = m_height != sectionHeight && row(index).section;
    return {scaled(120), scaled(section ? sectionHeight : m_height)};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() ||
        !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const Row content = row(index);
    const int wanted =
        qMax(widthOf(content.title + content.rest, uikit::font(TextRole::Body, true)),
             widthOf(content.secondary, uikit::font(TextRole::Small)));
    if (wanted < option.rect.width() - scaled(120))
        return false;
    QToolTip::showText(event->globalPos(), plainTip(sentence(content)), view);
    return true;
}

TwoLineDelegate::TwoLineDelegate(int height, QObject *parent)
    : RowDelegate(height, parent)
{
}

void TwoLineDelegate::paintRow(QPainter &painter, const QRect &rect, const Theme &theme,
                               const Row &row) const
{
    const int first = lineHeight(TextRole::Body);
    const int second = qMax(scaled(18), lineHeight(TextRole::Small));
    const int top = rect.top() + (rect.height() - first - second) / 2;
    const auto lines = [&](const QRect &words) {
        return std::pair(QRect(words.left(), top, words.width(), first),
                         QRect(words.left(), top + first, words.width(), second));
    };
    // A time stands in the middle of its row, a day beside the title.
    const bool centred = row.icon.isEmpty();
    auto [upper, lower] = lines(drawLead(painter, rect, lines(rect).first, theme, row, centred));
    const QColor date = theme.color(row.chipFirst ? Token::Text2 : Token::Text3);
    if (row.chip && row.chipFirst)
        upper = drawChip(painter, upper, theme, *row.chip);
    else
        upper = drawRight(painter, upper, row.right, date);
    if (row.chipFirst)
        lower = drawRight(painter, lower, row.right, date);
    else if (row.chip)
        lower = drawChip(painter, lower, theme, *row.chip);
    drawTitle(painter, upper, theme, row);
    put(painter, lower, Qt::AlignLeft, row.secondary, uikit::font(TextRole::Small),
        theme.color(Token::Text2));
}

DenseDelegate::DenseDelegate(int height, QObject *parent)
    : RowDelegate(height, parent)
{
}

void DenseDelegate::paintRow(QPainter &painter, const QRect &rect, const Theme &theme,
                             const Row &row) const
{
    QRect words = drawLead(painter, rect, rect, theme, row, false);
    if (row.chip)
        words = drawChip(painter, words, theme, *row.chip);
    words = drawRight(painter, words, row.right, theme.color(Token::Text3));
    drawTitle(painter, words, theme, row);
}

} // namespace ambroise::uikit

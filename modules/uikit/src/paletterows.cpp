// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletterows.h"

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QPainter>

namespace ambroise::uikit {
namespace {

constexpr int inset = 16;
constexpr int gap = 12;
constexpr int iconSide = 16;

//! Draws the part that matched in bold accent; gives the width drawn.
int drawMatched(QPainter &painter, const QRect &rect, const Command &command,
                const QList<TextSpan> &spans, const Theme &theme)
{
    const QString &text = command.title;
    const QFont plain = uikit::font(TextRole::Body, command.strong);
    QFont strong = plain;
    strong.setWeight(QFont::Bold);
    int x = rect.left();
    const auto draw = [&](const QString &part, bool match) {
        if (part.isEmpty() || x >= rect.right())
            return;
        painter.setFont(match ? strong : plain);
        painter.setPen(theme.color(match ? Token::Accent : Token::Text));
        paint::line(painter, QRect(x, rect.top(), rect.right() - x + 1, rect.height()),
                    Qt::AlignLeft, part);
        x += painter.fontMetrics().horizontalAdvance(part);
    };
    qsizetype done = 0;
    for (const TextSpan &span : spans) {
        draw(text.mid(done, span.start - done), false);
        draw(text.mid(span.start, span.length), true);
        done = span.start + span.length;
    }
    draw(text.mid(done), false);
    return qMin(x, rect.right()) - rect.left();
}

void drawTitle(QPainter &painter, const QRect &rect, const QString &title, const Theme &theme)
{
    painter.setFont(uikit::font(TextRole::Small, true));
    painter.setPen(theme.color(Token::Text2));
    paint::line(painter, rect.adjusted(scaled(inset), scaled(6), -scaled(inset), 0), Qt::AlignLeft,
                title);
}

//! Gives what is left between icon and cap.
QRect drawEnds(QPainter &painter, const QRect &rect, const Command &command, const Theme &theme)
{
    QRect inner = rect.adjusted(scaled(inset), 0, -scaled(inset), 0);
    const int side = scaled(iconSide);
    const QRect at(inner.left(), rect.top() + (rect.height() - side) / 2, side, side);
    if (const QString name = command.icon.name(); hasIcon(name))
        drawIcon(painter, at, name, theme.color(Token::Text2));
    else
        command.icon.paint(&painter, at);
    inner.setLeft(inner.left() + side + scaled(gap));
    if (command.key.isEmpty())
        return inner;
    const QSize cap = paint::keyCapSize(command.key);
    const QRect place(
        QPoint(inner.right() - cap.width() + 1, rect.top() + (rect.height() - cap.height()) / 2),
        cap);
    paint::keyCap(painter, place, theme, command.key);
    inner.setRight(place.left() - scaled(gap));
    return inner;
}

} // namespace

void CommandModel::set(const QList<Command> &commands, const QString &typed)
{
    QStringList groups;
    for (const Command &command : commands)
        if (!groups.contains(command.group))
            groups << command.group;
    beginResetModel();
    m_typed = typed;
    m_lines.clear();
    for (const QString &group : groups) {
        if (!group.isEmpty())
            m_lines << Line{group, {}};
        for (const Command &command : commands)
            if (command.group == group)
                m_lines << Line{{}, command};
    }
    endResetModel();
}

const Command *CommandModel::commandAt(int row) const
{
    if (row < 0 || row >= m_lines.size() || !m_lines.at(row).title.isEmpty())
        return nullptr;
    return &m_lines.at(row).command;
}

QString CommandModel::groupAt(int row) const
{
    return row < 0 || row >= m_lines.size() ? QString() : m_lines.at(row).title;
}

int CommandModel::nextCommand(int from, int step) const
{
    for (int row = from + step; row >= 0 && row < m_lines.size(); row += step)
        if (commandAt(row))
            return row;
    return from;
}

QList<Command> CommandModel::commands() const
{
    QList<Command> all;
    for (int row = 0; row < m_lines.size(); ++row)
        if (const Command *command = commandAt(row))
            all << *command;
    return all;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const Command *command = commandAt(index.row());
    if (role == Qt::DisplayRole)
        return command ? command->title : groupAt(index.row());
    if (role != Qt::AccessibleTextRole)
        return {};
    if (!command)
        return groupAt(index.row());
    QStringList parts{command->title, command->detail, command->key};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    return commandAt(index.row())
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

CommandDelegate::CommandDelegate(const CommandModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    painter->save();
    const Command *command = m_model.commandAt(index.row());
    if (!command) {
        drawTitle(*painter, option.rect, m_model.groupAt(index.row()), theme);
        painter->restore();
        return;
    }
    paint::RowState state = paint::RowState::of(option);
    state.windowActive = true; // the focus stays in the line above
    state.focused = false;
    paint::row(*painter, option.rect, theme, state);
    QRect inner = drawEnds(*painter, option.rect, *command, theme);
    const int drawn = drawMatched(*painter, inner, *command,
                                  matchedSpans(command->title, m_model.typed()), theme);
    inner.setLeft(inner.left() + drawn + scaled(gap));
    if (inner.width() > scaled(24)) {
        painter->setFont(uikit::font(TextRole::Body));
        painter->setPen(theme.color(Token::Text2));
        paint::line(*painter, inner, Qt::AlignLeft, command->detail);
    }
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex &index) const
{
    return {scaled(200), scaled(m_model.commandAt(index.row()) ? 34 : 28)};
}

} // namespace ambroise::uikit

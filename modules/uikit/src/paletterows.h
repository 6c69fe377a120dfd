// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/palette/command.h>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace ambroise::uikit {

//! The commands of the palette under the titles of their groups.
class CommandModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    //! Commands of one group come together, groups in the order of their first command.
    void set(const QList<Command> &commands, const QString &typed);
    [[nodiscard]] const Command *commandAt(int row) const; //!< null for a title
    [[nodiscard]] QString groupAt(int row) const;
    [[nodiscard]] const QString &typed() const { return m_typed; }
    //! The next row that is a command; `from` where there is none.
    [[nodiscard]] int nextCommand(int from, int step) const;
    [[nodiscard]] QList<Command> commands() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        QString title; //!< of a group; else empty
        Command command;
    };
    QList<Line> m_lines;
    QString m_typed;
};

//! Rows of 34, titles of 28; what matches is in bold accent.
class CommandDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    CommandDelegate(const CommandModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const CommandModel &m_model;
};

} // namespace ambroise::uikit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/ui/duewords.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::prevention::ui {

//! What is to be done, by kind; then what comes, what is done, what is set aside.
class DueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<DueItem> &items, const RuleBook &book, QDate today);
    [[nodiscard]] const DueLine *lineAt(const QModelIndex &index) const; //!< null: a title
    //! The line of that rule; else the first one that may be chosen.
    [[nodiscard]] QModelIndex indexOf(const QString &rule) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item {
        uikit::Row row;
        std::optional<DueLine> line;
    };
    void addSection(const QString &title, const QList<DueLine> &lines);
    QList<Item> m_items;
};

} // namespace ambroise::prevention::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/practicesearchpage.h>

#include <QAbstractListModel>

namespace ambroise::record::ui {

//! What was found, a row an entry: whose it is, what it is, the words around.
class FoundModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<FoundLine> &lines);
    [[nodiscard]] const FoundLine *lineAt(const QModelIndex &index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<FoundLine> m_lines;
};

} // namespace ambroise::record::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::prescription::ui {

//! What is offered under the line to prescribe with, as rows.
class ChoiceModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<uikit::Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() ? uikit::rowData(m_rows.at(index.row()), role) : QVariant();
    }

private:
    QList<uikit::Row> m_rows;
};

} // namespace ambroise::prescription::ui

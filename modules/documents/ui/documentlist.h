// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/documentspage.h>

#include <QAbstractListModel>

namespace ambroise::documents::ui {

//! The files of a record under their years.
class DocumentList final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<DocumentRow> &rows);
    [[nodiscard]] const DocumentRow *rowAt(const QModelIndex &index) const; //!< null: a year
    [[nodiscard]] QModelIndex indexOf(DocumentId id) const;
    [[nodiscard]] QModelIndex first() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<DocumentRow> m_rows;
    QList<int> m_lines; //!< a row's index, or minus its year
};

} // namespace ambroise::documents::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::prescription::ui {

//! The lines being written. On a sheet that concerns an ALD its lines come first, each zone under
//! its title.
class LineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    //! Where a row's line is in `lines`; -1: a title.
    [[nodiscard]] int lineAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfLine(int line) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] uikit::Row rowOf(int row) const;

    QList<Line> m_lines;
    QList<int> m_rows; //!< a line's index, -1 title of the ALD zone, -2 of the other
};

//! The signed ordonnances of the patient, newest first.
class SignedModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<SignedRow> &rows);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SignedRow> m_rows;
};

} // namespace ambroise::prescription::ui

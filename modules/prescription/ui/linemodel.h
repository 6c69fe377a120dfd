// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/linechanges.h>
#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::prescription::ui {

//! The lines being written. On a sheet that concerns an ALD its lines come first, each zone under
//! its title. At the right of each what is said of it beside the posology, in the trade's
//! abbreviations, whose meaning the tooltip and the screen reader tell in full words (HAS
//! référentiel LAP 2016, criterion 66).
class LineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<Line> &lines);
    //! What is new since the last ordonnance; empty: there is none to compare with.
    void setChanges(const LineChanges &changes);
    //! Of each line, with its boxes; none: not known.
    void setPrices(const QList<std::optional<Money>> &prices);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    //! Where a row's line is in `lines`; -1: a title.
    [[nodiscard]] int lineAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfLine(int line) const;

    struct Place {
        int before = -1; //!< -1: the end
        bool ald = false;
    };
    //! Where what is dropped on a row goes; under all rows where it is none.
    [[nodiscard]] Place placeAt(const QModelIndex &row, bool lowerHalf) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;

private:
    [[nodiscard]] uikit::Row rowOf(int row) const;
    [[nodiscard]] QStringList meaningsOf(int line) const;
    [[nodiscard]] std::optional<uikit::RowChip> chipOf(int line) const;

    QList<Line> m_lines;
    LineChanges m_changes;
    QList<std::optional<Money>> m_prices;
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

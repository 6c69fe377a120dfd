// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/merges.h>

#include <QAbstractTableModel>
#include <QTableView>

namespace ambroise::patient::ui {

//! What two records tell, side by side, and what the one that stays will tell. Traits are the kept
//! record's; the other fields are chosen.
class MergeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldName, Left, Right, After };
    using QAbstractTableModel::QAbstractTableModel;

    //! `leftContent`, `rightContent`: what else is in each, in words.
    void set(const Patient &left, const Patient &right, const QString &leftContent,
             const QString &rightContent);
    void keepLeft(bool left);
    //! What was chosen for the fields, in the kept record.
    [[nodiscard]] PatientDetails details() const;
    [[nodiscard]] const Patient &kept() const { return m_left ? *m_first : *m_second; }
    [[nodiscard]] const Patient &absorbed() const { return m_left ? *m_second : *m_first; }
    //! Takes that cell's value where it can be chosen; a cell of the result goes to the next
    //! choice.
    void choose(const QModelIndex &index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] int fieldAt(int row) const; //!< -1: a trait or the content
    [[nodiscard]] bool isChoice(int field) const;
    [[nodiscard]] QString text(int row, int column) const;
    void propose();

    std::optional<Patient> m_first;
    std::optional<Patient> m_second;
    QString m_firstContent;
    QString m_secondContent;
    bool m_left = true;
    std::array<MergedFrom, allMergedFields.size()> m_from{};
};

//! The same as a table: ↑ ↓ move, ← → and a click choose.
class MergeTable final : public QTableView {
    Q_OBJECT
public:
    explicit MergeTable(QWidget *parent = nullptr);
    [[nodiscard]] MergeModel &merged() { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    MergeModel *m_model;
};

} // namespace ambroise::patient::ui

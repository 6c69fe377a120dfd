// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmenthistory.h>

#include <ambroise/uikit/listrow.h>

#include <QAbstractTableModel>

namespace ambroise::prescription::ui {

//! The treatments as a table, one a row: what the chart shows, in words.
class TreatmentModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Use, Start, PlannedEnd, StopDay, StopReason, Prescriber, Columns };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<PatientTreatment> &treatments);
    [[nodiscard]] const QList<PatientTreatment> &treatments() const { return m_treatments; }
    [[nodiscard]] const PatientTreatment *at(int row) const; //!< null: no such row
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<PatientTreatment> m_treatments;
};

//! What happened to one treatment, the latest first: its stop, its lines with their doses, what
//! the record says.
class TreatmentSteps final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const PatientTreatment *treatment); //!< null: none
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void addUse(const KeptUse &use);
    void addStops(const PatientTreatment &treatment);
    void addPeriod(const TreatmentPeriod &period);
    void addEntry(const record::Entry &entry);

    QList<uikit::Row> m_rows;
};

} // namespace ambroise::prescription::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/patient.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::patient::ui {

//! Shows summaries; knows nothing of where they come from.
class PatientListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    PatientListModel(const Clock &clock, QObject *parent);

    //! `remarks`: why each is shown, at its right; as many, or none.
    void set(const QList<PatientSummary> &patients, const QStringList &remarks = {});
    [[nodiscard]] PatientId idAt(const QModelIndex &index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] uikit::Row rowOf(const PatientSummary &patient, const QString &remark) const;

    const Clock &m_clock;
    QList<PatientSummary> m_patients;
    QStringList m_remarks;
};

} // namespace ambroise::patient::ui

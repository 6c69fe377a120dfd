// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientlistmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/patient/ui/statuschip.h>

namespace ambroise::patient::ui {
PatientListModel::PatientListModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void PatientListModel::set(const QList<PatientSummary> &patients, const QStringList &remarks)
{
    beginResetModel();
    m_remarks = remarks;
    m_patients = patients;
    endResetModel();
}

PatientId PatientListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_patients.at(index.row()).id : PatientId{};
}

int PatientListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_patients.size());
}

uikit::Row PatientListModel::rowOf(const PatientSummary &patient, const QString &remark) const
{
    uikit::Row row;
    row.title = displayName(patient);
    QStringList civil{code(patient.sex), text::frenchDate(patient.birthDate),
                      text::frenchAge(patient.birthDate, m_clock.today())};
    if (patient.deceased)
        civil << tr("décédé");
    row.rest = civil.join(u" · "_qs);
    QStringList more;
    if (!patient.usedSurname.isEmpty() || !patient.usedGivenName.isEmpty())
        more
            << tr("utilise %1").arg((patient.usedSurname + u' ' + patient.usedGivenName).trimmed());
    for (const QString &one : {patient.phone, patient.city})
        if (!one.isEmpty())
            more << one;
    row.secondary = more.join(u" · "_qs);
    row.chip = statusChip(patient.status, patient.attributes);
    row.chipFirst = true;
    row.right = patient.attributes.isHomonym() ? tr("homonyme") : remark;
    return row;
}

QVariant PatientListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return uikit::rowData(rowOf(m_patients.at(index.row()), m_remarks.value(index.row())), role);
}

} // namespace ambroise::patient::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "duepatientmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/prevention/ui/duewords.h>
#include <ambroise/uikit/listrow.h>

namespace ambroise::prevention::ui {

void DuePatientModel::show(const QList<DuePatient> &patients, const Rule &rule, QDate today)
{
    beginResetModel();
    m_patients = patients;
    m_rule = rule;
    m_today = today;
    endResetModel();
}

int DuePatientModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_patients.size());
}

QVariant DuePatientModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[patient, item] = m_patients.at(index.row());
    uikit::Row row;
    row.title = displayName(patient);
    row.rest = QStringList{code(patient.sex), text::frenchDate(patient.birthDate),
                           text::frenchAge(patient.birthDate, m_today)}
                   .join(u" · "_qs);
    QStringList second{detailText(item, m_rule), becauseText(item)};
    if (item.last)
        second << tr("dernier : %1").arg(dateText(item.last));
    if (!patient.phone.isEmpty())
        second << patient.phone;
    second.removeAll(QString());
    row.secondary = second.join(u" · "_qs);
    const QString state = stateText(item, m_rule, m_today);
    if (item.state == DueState::Late)
        row.chip = uikit::RowChip{uikit::Meaning::Avoid, state};
    else
        row.right = state;
    return uikit::rowData(row, role);
}

} // namespace ambroise::prevention::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxmodel.h"

#include "labwords.h"

#include <ambroise/core/text.h>

namespace ambroise::labs::ui {

void InboxModel::show(const QList<KeptReport> &unseen, const QList<KeptReport> &waiting,
                      const QHash<PatientId, patient::PatientSummary> &patients)
{
    beginResetModel();
    m_lines.clear();
    m_patients = patients;
    m_count = int(unseen.size() + waiting.size());
    add(tr("À lire"), unseen);
    add(tr("Patient à choisir"), waiting);
    endResetModel();
}

void InboxModel::add(const QString &title, const QList<KeptReport> &reports)
{
    if (reports.isEmpty())
        return;
    uikit::Row head;
    head.title = title;
    head.right = QString::number(reports.size());
    head.section = true;
    m_lines.append({{}, head});
    for (const KeptReport &report : reports)
        m_lines.append({report, rowOf(report)});
}

QString InboxModel::nameOf(const KeptReport &report) const
{
    const auto patient = m_patients.constFind(report.patient);
    if (patient != m_patients.constEnd())
        return patient::displayName(*patient);
    return report.toldPatient.isEmpty() ? tr("Sans identité") : report.toldPatient;
}

uikit::Row InboxModel::rowOf(const KeptReport &report) const
{
    uikit::Row row;
    row.title = nameOf(report);
    QStringList parts{report.laboratory};
    if (!report.patient.isStored())
        for (const QString &reason : report.reasons)
            parts << reasonWord(reason);
    parts.removeAll(QString());
    row.secondary = parts.join(u" · "_qs);
    row.right = report.day.isValid() ? text::frenchDate(report.day) : QString();
    if (report.critical > 0)
        row.chip = uikit::RowChip{
            uikit::Meaning::Stop, tr("%n très anormaux", nullptr, report.critical), {}};
    else if (report.abnormal > 0)
        row.chip =
            uikit::RowChip{uikit::Meaning::Stop, tr("%n anormaux", nullptr, report.abnormal), {}};
    return row;
}

const KeptReport *InboxModel::at(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_lines.size() || !m_lines.at(index.row()).report)
        return nullptr;
    return &*m_lines.at(index.row()).report;
}

QModelIndex InboxModel::indexOf(LabReportId id) const
{
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).report && m_lines.at(row).report->id == id)
            return index(row);
    return {};
}

int InboxModel::reportRow(int row) const
{
    for (int at = std::max(0, row); at < m_lines.size(); ++at)
        if (m_lines.at(at).report)
            return at;
    for (int at = int(m_lines.size()) - 1; at >= 0; --at)
        if (m_lines.at(at).report)
            return at;
    return -1;
}

int InboxModel::firstWaiting() const
{
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).report && !m_lines.at(row).report->patient.isStored())
            return row;
    return -1;
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    return uikit::rowData(m_lines.at(index.row()).row, role);
}

Qt::ItemFlags InboxModel::flags(const QModelIndex &index) const
{
    return at(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace ambroise::labs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxmodel.h"

#include "labwords.h"

#include <ambroise/core/text.h>

namespace ambroise::labs::ui {

void InboxModel::show(const QList<KeptReport> &unseen, const QList<KeptReport> &waiting,
                      const QList<Recheck> &overdue,
                      const QHash<PatientId, patient::PatientSummary> &patients)
{
    beginResetModel();
    m_lines.clear();
    m_patients = patients;
    m_count = int(unseen.size() + overdue.size() + waiting.size());
    add(tr("À lire"), unseen);
    add(tr("Contrôles attendus"), overdue);
    add(tr("Patient à choisir"), waiting);
    endResetModel();
}

void InboxModel::addTitle(const QString &title, qsizetype count)
{
    uikit::Row head;
    head.title = title;
    head.right = QString::number(count);
    head.section = true;
    m_lines.append({{}, {}, head});
}

void InboxModel::add(const QString &title, const QList<KeptReport> &reports)
{
    if (!reports.isEmpty())
        addTitle(title, reports.size());
    for (const KeptReport &report : reports)
        m_lines.append({report, {}, rowOf(report)});
}

void InboxModel::add(const QString &title, const QList<Recheck> &rechecks)
{
    if (!rechecks.isEmpty())
        addTitle(title, rechecks.size());
    for (const Recheck &recheck : rechecks)
        m_lines.append({{}, recheck, rowOf(recheck)});
}

QString InboxModel::nameOf(PatientId patient) const
{
    const auto known = m_patients.constFind(patient);
    return known == m_patients.constEnd() ? QString() : patient::displayName(*known);
}

QString InboxModel::nameOf(const KeptReport &report) const
{
    if (const QString name = nameOf(report.patient); !name.isEmpty())
        return name;
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

uikit::Row InboxModel::rowOf(const Recheck &recheck) const
{
    uikit::Row row;
    row.title = nameOf(recheck.patient);
    row.secondary = tr("%1, demandé par %2").arg(recheck.asked.label, recheck.askedByName);
    row.right = text::frenchDate(recheck.asked.due);
    return row;
}

const Recheck *InboxModel::recheckAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_lines.size() || !m_lines.at(index.row()).recheck)
        return nullptr;
    return &*m_lines.at(index.row()).recheck;
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

int InboxModel::choosableRow(int row) const
{
    for (int at = std::max(0, row); at < m_lines.size(); ++at)
        if (!m_lines.at(at).row.section)
            return at;
    for (int at = int(m_lines.size()) - 1; at >= 0; --at)
        if (!m_lines.at(at).row.section)
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
    return at(index) || recheckAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                         : Qt::NoItemFlags;
}

} // namespace ambroise::labs::ui

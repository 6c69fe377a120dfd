// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaccinationmodel.h"

#include <ambroise/prevention/ui/duewords.h>

namespace ambroise::prevention::ui {

void VaccinationModel::show(const QList<Vaccination> &vaccinations)
{
    beginResetModel();
    m_all = vaccinations;
    endResetModel();
}

const Vaccination *VaccinationModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_all.size() ? &m_all.at(index.row()) : nullptr;
}

int VaccinationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_all.size());
}

int VaccinationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Count);
}

QString VaccinationModel::textOf(const Vaccination &one, int column) const
{
    switch (column) {
    case Day:
        return dateText(one.parts.date);
    case Vaccine:
        // Of a drug's label only the name: what follows the comma is the form.
        return one.parts.vaccine.section(u',', 0, 0) +
               (one.parts.dose.isEmpty() ? QString() : u" · "_qs + one.parts.dose);
    case Against:
        return m_vaccines.labels(one.parts.valences);
    case Lot:
        return one.parts.lot;
    case By:
        if (one.parts.here)
            return one.parts.by;
        return one.parts.by.isEmpty() ? tr("déclaré") : tr("%1, déclaré").arg(one.parts.by);
    default:
        return {};
    }
}

QVariant VaccinationModel::data(const QModelIndex &index, int role) const
{
    const Vaccination *one = at(index);
    if (!one)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(*one, index.column());
    if (role == Qt::AccessibleTextRole) {
        QStringList words;
        for (int column = 0; column < Count; ++column)
            words << textOf(*one, column);
        words.removeAll(QString());
        return words.join(u", "_qs);
    }
    return {};
}

QVariant VaccinationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day:
        return tr("Date");
    case Vaccine:
        return tr("Vaccin");
    case Against:
        return tr("Contre");
    case Lot:
        return tr("Lot");
    default:
        return tr("Par");
    }
}

} // namespace ambroise::prevention::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispensingmodel.h"

#include <ambroise/prescription/print.h>
#include <ambroise/uikit/listrow.h>

namespace ambroise::dispensing::ui {
namespace {

using uikit::Meaning;
using uikit::RowChip;

} // namespace

void DispensingModel::set(const std::optional<ScannedOrdonnance> &scanned,
                          const QList<LineOutcome> &now)
{
    const bool sameRows =
        scanned && m_scanned && scanned->code.number() == m_scanned->code.number();
    if (!sameRows)
        beginResetModel();
    m_scanned = scanned;
    m_now = now;
    if (!sameRows)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int DispensingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_scanned || !m_scanned->ordonnance
               ? 0
               : int(m_scanned->ordonnance->content.lines().size());
}

const LineOutcome *DispensingModel::outcomeNow(int line) const
{
    for (const LineOutcome &outcome : m_now)
        if (outcome.line == line)
            return &outcome;
    return nullptr;
}

QVariant DispensingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int which = index.row();
    const prescription::Line &line = m_scanned->ordonnance->content.lines().at(which);
    uikit::Row row;
    row.lead = QString::number(which + 1);
    row.title = line.label;
    row.secondary = prescription::printedPosology(line);
    row.chipFirst = true;
    const int made = deliveriesMade(*m_scanned->ordonnance, m_scanned->history, which);
    const int allowed = deliveriesAllowed(line);
    switch (stateOf(*m_scanned->ordonnance, m_scanned->history, which)) {
    case LineState::Open:
        row.chip = made == 0 ? RowChip{Meaning::Apc, tr("À délivrer"), u"clock"_qs}
                             : RowChip{Meaning::Done, tr("Délivré %1/%2").arg(made).arg(allowed),
                                       u"check2"_qs};
        break;
    case LineState::PartlyDispensed:
        row.chip = RowChip{Meaning::Caution, tr("Délivré en partie"), u"clock"_qs};
        break;
    case LineState::Dispensed:
        row.chip = RowChip{Meaning::Done,
                           allowed > 1 ? tr("Délivré %1/%2").arg(made).arg(allowed) : tr("Délivré"),
                           u"check2"_qs};
        break;
    case LineState::NotDispensed:
        row.chip = RowChip{Meaning::Avoid, tr("Non délivré"), u"x-lg"_qs};
        break;
    }
    if (const LineOutcome *now = outcomeNow(which)) {
        row.chip = RowChip{Meaning::Info, tr("En cours"), u"arrow-right"_qs};
        switch (now->outcome) {
        case Outcome::Dispensed:
        case Outcome::Partly:
            row.right = tr("%1, %n boîte(s)", nullptr, now->boxes).arg(now->label);
            break;
        case Outcome::Later:
            row.right = tr("plus tard");
            break;
        case Outcome::NotDispensed:
            row.right = tr("non délivré : %1").arg(now->reason);
            break;
        }
    }
    return uikit::rowData(row, role);
}

} // namespace ambroise::dispensing::ui

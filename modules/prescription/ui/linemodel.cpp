// SPDX-License-Identifier: GPL-3.0-or-later
#include "linemodel.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/print.h>

#include <algorithm>

namespace ambroise::prescription::ui {
namespace {

constexpr int aldTitle = -1;
constexpr int otherTitle = -2;

} // namespace

void LineModel::set(const QList<Line> &lines)
{
    beginResetModel();
    m_lines = lines;
    m_rows.clear();
    const bool bizone =
        std::any_of(lines.begin(), lines.end(), [](const Line &line) { return line.ald; });
    if (bizone)
        m_rows << aldTitle;
    for (int i = 0; i < lines.size(); ++i)
        if (lines.at(i).ald)
            m_rows << i;
    if (bizone)
        m_rows << otherTitle;
    for (int i = 0; i < lines.size(); ++i)
        if (!lines.at(i).ald)
            m_rows << i;
    endResetModel();
}

int LineModel::lineAt(const QModelIndex &index) const
{
    return index.isValid() ? std::max(-1, m_rows.value(index.row(), -1)) : -1;
}

QModelIndex LineModel::indexOfLine(int line) const
{
    const auto row = m_rows.indexOf(line);
    return row < 0 ? QModelIndex() : index(int(row));
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

uikit::Row LineModel::rowOf(int row) const
{
    uikit::Row shownRow;
    const int which = m_rows.at(row);
    if (which < 0) {
        shownRow.title =
            which == aldTitle ? tr("Affection de longue durée") : tr("Sans rapport avec l’ALD");
        shownRow.section = true;
        return shownRow;
    }
    const Line &line = m_lines.at(which);
    shownRow.lead = QString::number(
        std::count_if(m_rows.begin(), m_rows.begin() + row + 1, [](int r) { return r >= 0; }));
    shownRow.title = line.label;
    shownRow.secondary = printedPosology(line);
    QStringList right;
    if (line.nonSubstitutable != NonSubstitutable::No)
        right << tr("NS %1").arg(code(line.nonSubstitutable));
    if (line.notReimbursed)
        right << tr("NR");
    if (line.renewals > 0)
        right << tr("à renouveler %1 fois").arg(line.renewals);
    shownRow.right = right.join(u" · "_qs);
    return shownRow;
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? uikit::rowData(rowOf(index.row()), role)
               : QVariant();
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    return lineAt(index) < 0 ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractListModel::flags(index);
}

void SignedModel::set(const QList<SignedRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SignedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SignedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SignedRow &one = m_rows.at(index.row());
    uikit::Row row;
    row.title = text::frenchDate(one.signedAt.toLocalTime().date());
    row.rest = tr("%n ligne(s)", nullptr, int(one.lines.size()));
    QStringList names;
    for (const Line &line : one.lines)
        names << line.label;
    row.secondary = names.join(u" · "_qs);
    if (one.cancelled)
        row.chip = uikit::RowChip{uikit::Meaning::Stop, tr("Annulée"), {}};
    else if (!one.dispensed.isEmpty())
        row.chip = uikit::RowChip{uikit::Meaning::Done, tr("Délivrée"), u"check2"_qs};
    return uikit::rowData(row, role);
}

} // namespace ambroise::prescription::ui

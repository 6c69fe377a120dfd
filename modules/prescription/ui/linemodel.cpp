// SPDX-License-Identifier: GPL-3.0-or-later
#include "linemodel.h"

#include "linewords.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/print.h>
#include <ambroise/uikit/tip.h>

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
    m_changes = {}; // they were of other lines
    m_prices.clear();
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

void LineModel::setChanges(const LineChanges &changes)
{
    m_changes = changes;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void LineModel::setPrices(const QList<std::optional<Money>> &prices)
{
    m_prices = prices;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
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
    QStringList right = tagsOf(line);
    if (line.boxes > 0)
        right << tr("%n boîte(s)", nullptr, line.boxes);
    if (const auto price = m_prices.value(which))
        right << price->toFrench();
    shownRow.right = right.join(u" · "_qs);
    shownRow.chip = chipOf(which);
    return shownRow;
}

//! Only where there is an ordonnance to compare with.
std::optional<uikit::RowChip> LineModel::chipOf(int line) const
{
    if (m_changes.lines.size() != m_lines.size())
        return std::nullopt;
    switch (m_changes.lines.at(line)) {
    case LineChanges::Change::Added:
        return uikit::RowChip{uikit::Meaning::Done, tr("nouveau"), {}};
    case LineChanges::Change::OtherDose:
        return uikit::RowChip{uikit::Meaning::Caution, tr("dose changée"), {}};
    case LineChanges::Change::Renewed:
        break;
    }
    return uikit::RowChip{uikit::Meaning::Apc, tr("renouvelé"), {}};
}

//! In full words.
QStringList LineModel::meaningsOf(int line) const
{
    QStringList said = meaningsOfTags(m_lines.at(line));
    if (chipOf(line) && m_changes.lines.at(line) == LineChanges::Change::OtherDose)
        said << tr("Dose changée. Avant : %1").arg(printedPosology(m_changes.before.at(line)));
    return said;
}

LineModel::Place LineModel::placeAt(const QModelIndex &row, bool lowerHalf) const
{
    if (!row.isValid())
        return {};
    const int which = m_rows.at(row.row());
    const int lines = int(m_lines.size());
    const int firstOther = int(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.ald; }));
    if (which == aldTitle)
        return {0, true};
    if (which == otherTitle)
        return {firstOther < lines ? firstOther : -1, false};
    const int before = which + (lowerHalf ? 1 : 0);
    return {before < lines ? before : -1, m_lines.at(which).ald};
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int line = lineAt(index);
    const QStringList meanings = line < 0 ? QStringList() : meaningsOf(line);
    if (role == Qt::ToolTipRole && !meanings.isEmpty())
        return uikit::plainTip(meanings.join(u'\n'));
    if (role == Qt::AccessibleDescriptionRole)
        return meanings.join(u". "_qs);
    return uikit::rowData(rowOf(index.row()), role);
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return lineAt(index) < 0 ? Qt::ItemFlags(Qt::ItemIsDropEnabled)
                             : QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

Qt::DropActions LineModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/listrow.h>

namespace ambroise::record::ui {

void FoundModel::set(const QList<FoundLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

const FoundLine *FoundModel::lineAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_lines.size() ? &m_lines.at(index.row()) : nullptr;
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    const FoundLine *line = lineAt(index);
    if (!line)
        return {};
    const NewEntry &entry = line->found.entry.content;
    uikit::Row row;
    row.title = line->patient;
    row.rest = entry.title;
    row.secondary = line->found.excerpt;
    row.right = text::frenchDate(entry.happened.toLocalTime().date());
    return uikit::rowData(row, role);
}

} // namespace ambroise::record::ui

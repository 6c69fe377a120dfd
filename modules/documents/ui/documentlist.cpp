// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentlist.h"

#include <ambroise/uikit/listrow.h>

namespace ambroise::documents::ui {

void DocumentList::set(const QList<DocumentRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_lines.clear();
    int year = 0;
    for (int i = 0; i < rows.size(); ++i) {
        if (rows.at(i).day.year() != year)
            m_lines << -rows.at(i).day.year();
        year = rows.at(i).day.year();
        m_lines << i;
    }
    endResetModel();
}

const DocumentRow *DocumentList::rowAt(const QModelIndex &index) const
{
    const int line = index.isValid() ? m_lines.value(index.row(), -1) : -1;
    return line < 0 ? nullptr : &m_rows.at(line);
}

QModelIndex DocumentList::indexOf(DocumentId id) const
{
    for (int row = 0; row < m_lines.size(); ++row)
        if (const DocumentRow *one = rowAt(index(row)); one && one->id == id)
            return index(row);
    return {};
}

QModelIndex DocumentList::first() const
{
    return m_lines.size() > 1 ? index(1) : QModelIndex();
}

int DocumentList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant DocumentList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    uikit::Row row;
    const DocumentRow *document = rowAt(index);
    if (!document) {
        row.title = QString::number(-m_lines.at(index.row()));
        row.section = true;
        return uikit::rowData(row, role);
    }
    row.lead = document->day.toString(u"dd/MM"_qs);
    row.title = document->title;
    row.secondary = document->kind + u" · "_qs + document->author;
    if (!document->hasText)
        row.secondary += u" · "_qs + tr("mots pas encore lus");
    return uikit::rowData(row, role);
}

Qt::ItemFlags DocumentList::flags(const QModelIndex &index) const
{
    return rowAt(index) ? QAbstractListModel::flags(index) : Qt::ItemFlags(Qt::NoItemFlags);
}

} // namespace ambroise::documents::ui

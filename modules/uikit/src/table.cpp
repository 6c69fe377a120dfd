// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/table.h>

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QHeaderView>
#include <QTableView>

namespace ambroise::uikit {

void prepareTable(QTableView &table, int rowHeight)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    prepareList(table);
}

} // namespace ambroise::uikit

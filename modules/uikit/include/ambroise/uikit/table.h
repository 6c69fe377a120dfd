// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace ambroise::uikit {

//! As prepareList, for whole rows one of which is chosen, `rowHeight` high at 96 dpi and text size
//! 1; Tab leaves the table. Nothing is edited unless the owner sets triggers afterwards.
void prepareTable(QTableView &table, int rowHeight);

} // namespace ambroise::uikit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/connection.h>

#include <QStringList>

namespace ambroise::test {

//! Every table, column, index and constraint of a database, a line each, in an order of its own:
//! two databases of one engine are made alike where these are the same.
Result<QStringList> shapeOf(storage::Connection &db);

} // namespace ambroise::test

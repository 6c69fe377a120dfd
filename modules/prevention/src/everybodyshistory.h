// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/due.h>
#include <ambroise/storage/connection.h>

#include <QHash>

namespace ambroise::prevention {

//! Of the whole practice, under the ids that it was written for.
Result<QHash<PatientId, History>> everybodysHistory(storage::Connection &db);

} // namespace ambroise::prevention

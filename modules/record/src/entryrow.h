// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/entry.h>
#include <ambroise/storage/connection.h>

namespace ambroise::record {

//! The columns of an entry, in the order that entryOf() reads.
inline constexpr const char *entryColumns =
    "id, patient_id, kind, happened, title, body, code, value, unit, active, author_id,"
    " author_name, written_at, version";

[[nodiscard]] Entry entryOf(const storage::Row &row);

} // namespace ambroise::record

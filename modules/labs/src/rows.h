// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/repository.h>

namespace ambroise::labs {

//! In the order of reportOf.
extern const QByteArray reportColumns;
//! In the order of resultOf, from the second column on; the first is report_id.
extern const QByteArray resultColumns;

[[nodiscard]] Result<KeptReport> reportOf(const storage::Row &row);
[[nodiscard]] LabResult resultOf(const storage::Row &row);
//! Those of resultColumns without report_id.
[[nodiscard]] storage::Values valuesOf(int position, const LabResult &result);
[[nodiscard]] QString textOf(const Doubts &doubts);

} // namespace ambroise::labs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! Of a patient, also what happened to the records that were merged into theirs.
Result<audit::Filter> withMerged(Practice &practice, audit::Filter filter);

//! Writes what the filter lets pass to a file that its owner alone may read, and journals the
//! export: no file without its trace, and nothing half-written. Answers how many events were
//! written. Errors: those of Journal's exports and of storage.
Result<qint64> exportJournal(audit::Journal &journal, const QString &path,
                             audit::ExportFormat format, const audit::Filter &filter,
                             const audit::Actor &actor, const Progress &progress = {});

} // namespace ambroise::app

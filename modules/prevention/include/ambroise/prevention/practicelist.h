// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/prevention/due.h>
#include <ambroise/storage/connection.h>

namespace ambroise::prevention {

//! Who stands where with a rule.
struct ListedPatient {
    PatientId patient;
    DueItem item;
};

//! Everybody of the practice for whom the rule is due or late, by name. Takes a while: on a thread
//! with a connection of its own. Error: Cancelled "prevention.cancelled".
Result<QList<ListedPatient>> whoIsDue(storage::Connection &db, const RuleBook &book,
                                      const Rule &rule, QDate today, const Progress &progress = {});

} // namespace ambroise::prevention

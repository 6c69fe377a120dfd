// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/check.h>

namespace ambroise::app {

//! An ordonnance is good for twelve months at most (CSP R.5132-21); a month late is not too late.
inline constexpr int monthsOfAnOrdonnance = 13;

//! What runs today by a signed ordonnance alone: what the record tells as a treatment is not here,
//! nor what was stopped. A line that tells no end counts for three months; of one that was renewed
//! at the same dose, the last counts. Errors: those of storage and of the provider.
Result<QList<prescription::CheckedLine>> runningPrescriptions(Practice &practice,
                                                              const patient::RecordIds &patient);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/check.h>

namespace ambroise::app {

//! What runs today by a signed ordonnance alone: what the record tells as a treatment is not here,
//! nor what was stopped. A line that tells no end counts for three months. Errors: those of storage
//! and of the provider.
Result<QList<prescription::CheckedLine>> runningPrescriptions(Practice &practice,
                                                              const patient::RecordIds &patient);

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/check.h>

namespace ambroise::app {

//! A treatment that was stopped, of which the effects last.
struct LastingTreatment {
    record::EntryId entry{};             //!< not stored: an ordonnance alone told it
    prescription::CheckedLine checked{}; //!< its `stoppedOn` is valid
};

//! Those that prescription::Washouts still counts today, each substance once. Little is read: the
//! lines of ordonnances that a stop of the time names. Errors: those of storage and of the
//! provider.
Result<QList<LastingTreatment>> lastingTreatments(Practice &practice,
                                                  const patient::RecordIds &patient);

} // namespace ambroise::app

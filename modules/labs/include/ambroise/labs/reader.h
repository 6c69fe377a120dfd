// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/report.h>

namespace ambroise::labs {

struct LabLimits {
    static constexpr qsizetype bytes = 32 * 1024 * 1024;
    static constexpr qsizetype lines = 200'000; //!< of an HPRIM file
};

//! What a laboratory sends: a CR-BIO or TROD (CDA, CI-SIS), HPRIM Médecin, HPRIM Santé or a PDF,
//! told apart by what stands in it, whatever its name. An HPRIM file may be about several patients.
//! A file with faults is read as far as it goes, and the reports say what is doubtful; refused is
//! only what cannot be a report of results.
//!
//! Errors: Invalid "lab.empty", "lab.too_large", "lab.unknown_format", "lab.other_document" (a CDA
//! that is no report of biology), "lab.not_results" (an HPRIM message that is none); Corrupt
//! "lab.header" (of HPRIM, from which nothing can be read); those of documents::readCda. A year of
//! two digits is the latest that is not after `today`.
Result<QList<LabReport>> readLabFile(const QByteArray &bytes, QDate today);

} // namespace ambroise::labs

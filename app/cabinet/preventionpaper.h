// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prevention/print.h>

namespace ambroise::app {

//! The head of the practice's prints, in the name of who is signed in.
Result<prevention::PaperHead> preventionHead(Practice &practice, const access::Session &session);

//! Whose certificate it is. The INS is printed of a qualified identity only (RNIV EXI SI 08).
[[nodiscard]] prevention::PaperPatient preventionPatient(const patient::PatientDetails &details);

//! To whom a letter goes, line by line.
[[nodiscard]] QStringList addressLines(const patient::PatientDetails &details);

} // namespace ambroise::app

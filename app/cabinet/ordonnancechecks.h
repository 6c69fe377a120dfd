// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::app {

//! Checks the lines of an ordonnance with what the patient takes already, for what is known of
//! them; `specialty` is the prescriber's. What was justified in the last year is folded. Error:
//! those of the provider and of storage.
Result<prescription::ui::Checked> checkOrdonnance(Practice &practice, PatientId patient,
                                                  const QList<prescription::Line> &lines,
                                                  const QString &specialty);

} // namespace ambroise::app

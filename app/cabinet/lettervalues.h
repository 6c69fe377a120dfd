// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letterfields.h>
#include <ambroise/documents/paper.h>
#include <ambroise/patient/patient.h>
#include <ambroise/record/repository.h>

namespace ambroise::app {

//! What the fields of a letter stand for in that record. A topic that nobody asked about has no
//! value; « none known » is one.
[[nodiscard]] documents::FieldValues letterValues(const patient::PatientDetails &details,
                                                  const record::Overview &overview,
                                                  const documents::PaperHead &head, QDate today);

//! Whether a text names that patient: in a template of the practice it may not.
[[nodiscard]] bool namesPatient(const QString &text, const patient::PatientDetails &details);

} // namespace ambroise::app

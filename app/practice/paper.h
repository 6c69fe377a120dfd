// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/practiceprofile.h>
#include <ambroise/patient/patient.h>
#include <ambroise/prescription/drugknowledge.h>
#include <ambroise/prescription/print.h>
#include <ambroise/record/repository.h>

namespace ambroise::app {

//! Who prescribes, as it is printed.
[[nodiscard]] prescription::PrescriberOnPaper
prescriberOnPaper(const access::Person &person, const access::PracticeProfile &profile);

//! Whom it is for. The INS is printed of a qualified identity only (RNIV EXI SI 08); weight and
//! height are the last ones measured.
[[nodiscard]] prescription::PatientOnPaper patientOnPaper(const patient::PatientDetails &details,
                                                          const record::Overview &overview);

//! Each line on the support that the law wants for its drug, as the base of the day tells it; one
//! whose drug is not known stays as it is. Errors: those of the base, but for NotFound.
[[nodiscard]] Result<QList<prescription::Line>>
onTheirSupports(QList<prescription::Line> lines,
                const prescription::DrugKnowledgeProvider &knowledge);

//! A demonstration practice prints specimens.
[[nodiscard]] prescription::Sheet sheetOf(const access::PracticeProfile &profile);

} // namespace ambroise::app

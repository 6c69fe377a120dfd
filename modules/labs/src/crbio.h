// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/cda.h>
#include <ambroise/labs/report.h>

namespace ambroise::labs {

//! A report of biology by its code or its template: CR-BIO, TROD. Source: CI-SIS, volets CR-BIO
//! 2024.01 and BIO-TROD 2024.01.
[[nodiscard]] bool isCrBio(const documents::CdaDocument &document);

//! The report as far as the document tells it; results, comments and specimens of the entries, and
//! every line of the text.
[[nodiscard]] LabReport reportOf(const documents::CdaDocument &document);

//! The value of an observation, by its HL7 type; with the unit where the type has one.
struct ReadValue {
    LabValue value{};
    QString unit{};
    std::optional<OtherUnit> other{}; //!< the same quantity once more (PQR)
};
//! `marked` answers what an originalText points to.
[[nodiscard]] ReadValue valueOf(const documents::CdaElement &value,
                                const std::function<QString(const QString &reference)> &marked);

//! One observation of an entry, in the section whose text it points to.
[[nodiscard]] LabResult resultOf(const documents::CdaElement &observation,
                                 const documents::CdaSection &section);

} // namespace ambroise::labs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

class QJsonObject;

namespace ambroise::prescription {

//! A line as JSON, in the words of the command line's contract: cis, label, posology,
//! duration_days, boxes, renewals, ald, not_reimbursed, non_substitutable, comment, off_label,
//! work_injury, prevention, single_delivery, overlap_allowed, start_date, support, dispenser,
//! fraction_days. What is absent has its default.
[[nodiscard]] QJsonObject toJson(const Line &line);
//! Error: Invalid "line.json" where a field has another type.
Result<Line> lineFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const PatientOnPaper &patient);
Result<PatientOnPaper> patientFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const PrescriberOnPaper &prescriber);
Result<PrescriberOnPaper> prescriberFromJson(const QJsonObject &json);

} // namespace ambroise::prescription

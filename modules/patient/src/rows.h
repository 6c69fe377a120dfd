// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

//! Patients in the tables of the module; no journal, no transaction: these are the callers'.
namespace ambroise::patient::rows {

//! With its terms. `details` are cleaned.
Result<PatientId> insert(storage::Connection &db, const PatientDetails &details,
                         const audit::Actor &actor, const QDateTime &now);
//! Errors: NotFound "patient.missing", Corrupt "patient.corrupt".
Result<Patient> load(storage::Connection &db, PatientId id);
//! Its own, and those of the records merged into it.
Result<RecordIds> idsOf(storage::Connection &db, PatientId id);
//! Keeps `before` as a revision, writes `after` over it, with its terms. Error: Conflict
//! "storage.version".
Status replace(storage::Connection &db, const Patient &before, const PatientDetails &after,
               bool archived, const audit::Actor &actor, const QDateTime &now);
Result<QList<PatientRevision>> revisions(storage::Connection &db, PatientId id);

//! What PatientSummary shows, in the order that `summaryOf` reads.
[[nodiscard]] QByteArray summaryColumns();
[[nodiscard]] PatientSummary summaryOf(const storage::Row &row);
//! Ids for `IN (…)`: of few sizes, so that few statements are kept prepared; nobody has the id 0
//! that fills them up.
[[nodiscard]] storage::Values padded(const QList<PatientId> &ids);
//! In the order given; those that are not there are left out.
Result<QList<PatientSummary>> summaries(storage::Connection &db, const QList<PatientId> &ids);

} // namespace ambroise::patient::rows

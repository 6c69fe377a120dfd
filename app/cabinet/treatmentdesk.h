// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/ui/treatmentspage.h>

#include <QObject>

namespace ambroise::app {

[[nodiscard]] prescription::TreatmentStops stopsOf(Practice &practice);
[[nodiscard]] prescription::TreatmentUses usesOf(Practice &practice);

//! The lines of the ordonnances, and what is built from them and the record.
struct ReadTreatments {
    QList<prescription::PrescribedLine> lines{};
    prescription::TreatmentHistory history{};
};
//! `since`: of ordonnances signed from that day on; invalid: of all. Errors: those of storage and
//! of the provider of knowledge.
Result<ReadTreatments> readTreatments(Practice &practice, const patient::RecordIds &patient,
                                      QDate since = {});

//! What the patient takes and has taken: read from the signed ordonnances and the record. Error:
//! those of storage and of the provider of knowledge.
Result<prescription::TreatmentHistory> treatmentHistory(Practice &practice, PatientId patient);

//! Stops it wherever it is told of, in the record and in the ordonnances, all or nothing. Errors:
//! those of record::stopped, RecordRepository::revise and TreatmentStops.
Status stopTreatment(Practice &practice, const access::Session &session, PatientId patient,
                     const prescription::PatientTreatment &treatment,
                     const record::TreatmentStop &stop);
//! The stop is taken back wherever it was told; it stays in their histories.
Status takeBackStop(Practice &practice, const access::Session &session, PatientId patient,
                    const prescription::PatientTreatment &treatment);

//! In place of that stop, which another post was faster to say and which is taken back, all or
//! nothing.
Status replaceStop(Practice &practice, const access::Session &session, PatientId patient,
                   const prescription::PatientTreatment &treatment,
                   const record::TreatmentStop &stop);

//! For how long it is taken, said or, unspecified, taken back, wherever it is told of, all or
//! nothing. Errors: those of RecordRepository::revise and TreatmentUses.
Status sayUse(Practice &practice, const access::Session &session, PatientId patient,
              const prescription::PatientTreatment &treatment, record::TreatmentUse use);

//! As stopTreatment and takeBackStop, of the treatment that holds that entry of the record. Error:
//! NotFound "entry.unknown".
Status stopTreatment(Practice &practice, const access::Session &session, PatientId patient,
                     record::EntryId entry, const record::TreatmentStop &stop);
Status takeBackStop(Practice &practice, const access::Session &session, PatientId patient,
                    record::EntryId entry);

//! What the page of treatments needs. References outlive it.
[[nodiscard]] prescription::ui::TreatmentServices
treatmentServices(Practice &practice, const access::Session &session, PatientId patient);

} // namespace ambroise::app

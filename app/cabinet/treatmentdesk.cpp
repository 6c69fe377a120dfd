// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentdesk.h"

#include <words/sentences.h>

namespace ambroise::app {
namespace {

using prescription::PatientTreatment;
using prescription::TreatmentHistory;

Status reviseEntry(Practice &practice, const access::Session &session, record::Entry entry,
                   const Result<record::NewEntry> &content)
{
    AMBROISE_CHECK(require(session, access::Right::WriteClinical));
    AMBROISE_CHECK(content);
    entry.content = *content;
    return practice.records().revise(entry, session.actor());
}

Result<PatientTreatment> treatmentOf(Practice &practice, PatientId patient, record::EntryId entry)
{
    AMBROISE_TRY(const auto history, treatmentHistory(practice, patient));
    for (const PatientTreatment &one : history.treatments())
        if (one.entry && one.entry->id == entry)
            return one;
    return Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}};
}

bool isSame(const PatientTreatment &one, const PatientTreatment &other)
{
    if (one.entry && other.entry)
        return one.entry->id == other.entry->id;
    return !one.periods.isEmpty() && !other.periods.isEmpty() &&
           one.periods.last().line == other.periods.last().line;
}

} // namespace

prescription::TreatmentStops stopsOf(Practice &practice)
{
    return {practice.connection(), practice.journal(), practice.clock()};
}

prescription::TreatmentUses usesOf(Practice &practice)
{
    return {practice.connection(), practice.journal(), practice.clock()};
}

Result<ReadTreatments> readTreatments(Practice &practice, const patient::RecordIds &patient,
                                      QDate since)
{
    AMBROISE_TRY(const auto ordonnances,
                 practice.ordonnances().ofPatient(patient, since.isValid() ? since.startOfDay()
                                                                           : QDateTime()));
    const prescription::LineReader &reader = practice.lineReader();
    AMBROISE_TRY(const auto lines, prescription::prescribedLines(ordonnances, reader));
    AMBROISE_TRY(const auto entries,
                 practice.records().ofKind(record::EntryKind::Treatment, patient));
    AMBROISE_TRY(const auto recorded, prescription::recordedTreatments(entries, reader));
    AMBROISE_TRY(const auto stops, stopsOf(practice).of(patient));
    AMBROISE_TRY(const auto uses, usesOf(practice).of(patient));
    return ReadTreatments{
        lines, TreatmentHistory::of(lines, recorded, stops, practice.clock().today(), uses)};
}

Result<TreatmentHistory> treatmentHistory(Practice &practice, PatientId patient)
{
    AMBROISE_TRY(const auto ids, practice.patients().recordIds(patient));
    AMBROISE_TRY(auto read, readTreatments(practice, ids));
    return std::move(read.history);
}

Status stopTreatment(Practice &practice, const access::Session &session, PatientId patient,
                     const PatientTreatment &treatment, const record::TreatmentStop &stop)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    if (treatment.entry && treatment.entry->content.active)
        AMBROISE_CHECK(
            reviseEntry(practice, session, *treatment.entry,
                        record::stopped(treatment.entry->content, stop, practice.clock().today())));
    if (!treatment.periods.isEmpty()) {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        AMBROISE_CHECK(stopsOf(practice).add(patient, treatment.periods.last().line, stop,
                                             treatment.periods.first().start, session.actor()));
    }
    return transaction.commit();
}

Status takeBackStop(Practice &practice, const access::Session &session, PatientId patient,
                    const PatientTreatment &treatment)
{
    AMBROISE_CHECK(require(session, access::Right::ReadClinical, patient));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    if (treatment.entry && !treatment.entry->content.active)
        AMBROISE_CHECK(reviseEntry(practice, session, *treatment.entry,
                                   record::resumed(treatment.entry->content)));
    if (treatment.keptStop.isStored()) {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        AMBROISE_CHECK(stopsOf(practice).takeBack(treatment.keptStop, session.actor()));
    }
    return transaction.commit();
}

Status replaceStop(Practice &practice, const access::Session &session, PatientId patient,
                   const PatientTreatment &treatment, const record::TreatmentStop &stop)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    AMBROISE_CHECK(takeBackStop(practice, session, patient, treatment));
    AMBROISE_TRY(const auto history, treatmentHistory(practice, patient)); // its entry is another
    for (const PatientTreatment &one : history.treatments())
        if (isSame(one, treatment)) {
            AMBROISE_CHECK(stopTreatment(practice, session, patient, one, stop));
            return transaction.commit();
        }
    return Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}};
}

Status sayUse(Practice &practice, const access::Session &session, PatientId patient,
              const PatientTreatment &treatment, record::TreatmentUse use)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    if (treatment.entry)
        AMBROISE_CHECK(reviseEntry(practice, session, *treatment.entry,
                                   record::takenAs(use, treatment.entry->content)));
    if (!treatment.periods.isEmpty()) {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        AMBROISE_CHECK(
            usesOf(practice).say(patient, treatment.periods.last().line, use, session.actor()));
    }
    return transaction.commit();
}

Status stopTreatment(Practice &practice, const access::Session &session, PatientId patient,
                     record::EntryId entry, const record::TreatmentStop &stop)
{
    AMBROISE_TRY(const auto treatment, treatmentOf(practice, patient, entry));
    return stopTreatment(practice, session, patient, treatment, stop);
}

Status takeBackStop(Practice &practice, const access::Session &session, PatientId patient,
                    record::EntryId entry)
{
    AMBROISE_TRY(const auto treatment, treatmentOf(practice, patient, entry));
    return takeBackStop(practice, session, patient, treatment);
}

prescription::ui::TreatmentServices
treatmentServices(Practice &practice, const access::Session &session, PatientId patient)
{
    prescription::ui::TreatmentServices services;
    services.history = [&practice, &session, patient]() -> Result<TreatmentHistory> {
        AMBROISE_CHECK(require(session, access::Right::ReadClinical, patient));
        return treatmentHistory(practice, patient);
    };
    services.stop = [&practice, &session, patient](const PatientTreatment &treatment,
                                                   const record::TreatmentStop &stop) {
        return stopTreatment(practice, session, patient, treatment, stop);
    };
    services.replaceStop = [&practice, &session, patient](const PatientTreatment &treatment,
                                                          const record::TreatmentStop &stop) {
        return replaceStop(practice, session, patient, treatment, stop);
    };
    services.takeBack = [&practice, &session, patient](const PatientTreatment &treatment) {
        return takeBackStop(practice, session, patient, treatment);
    };
    services.sayUse = [&practice, &session, patient](const PatientTreatment &treatment,
                                                     record::TreatmentUse use) {
        return sayUse(practice, session, patient, treatment, use);
    };
    services.explain = sentenceOf;
    services.mayWrite = session.may(access::Right::WriteClinical);
    return services;
}

} // namespace ambroise::app

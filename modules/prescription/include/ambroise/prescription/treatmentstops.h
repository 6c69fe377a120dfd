// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/record/treatment.h>

namespace ambroise::prescription {

using TreatmentStopId = Id<struct TreatmentStopTag>;

//! A line of a signed ordonnance, and the substances that it prescribes (treatmentKey).
struct StoppedLine {
    QString number{};
    int place = 0;
    QString substances{};

    friend bool operator==(const StoppedLine &, const StoppedLine &) = default;
};

//! A stop as it is kept.
struct KeptStop {
    TreatmentStopId id{};
    StoppedLine line{};
    record::TreatmentStop stop{};
    QDateTime saidAt{};
    QString saidBy{};
    QDateTime takenBackAt{}; //!< invalid: it holds
    QString takenBackBy{};

    [[nodiscard]] bool isTakenBack() const { return takenBackAt.isValid(); }
};

//! What was said of the ends of prescribed treatments: added and taken back, never changed. What is
//! written is journaled in the same transaction.
class TreatmentStops {
public:
    TreatmentStops(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! `started`: when the treatment was begun. Errors: those of record::checkStop; NotFound
    //! "ordonnance.unknown"; Conflict "treatment.stopped" (a stop of that line holds).
    Result<TreatmentStopId> add(PatientId patient, const StoppedLine &line,
                                const record::TreatmentStop &stop, QDate started,
                                const audit::Actor &actor);
    //! Errors: NotFound "treatment.stop_unknown"; Conflict "treatment.taken_back" (already).
    Status takeBack(TreatmentStopId id, const audit::Actor &actor);
    //! In the order in which they were said, those that were taken back too.
    Result<QList<KeptStop>> of(const patient::RecordIds &patient) const;

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::prescription

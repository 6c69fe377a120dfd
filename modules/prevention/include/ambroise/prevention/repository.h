// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/prevention/due.h>

namespace ambroise::prevention {

using ActId = Id<struct ActTag>;

//! An act in the record.
struct RecordedAct {
    ActId id{};
    Act act{};
    QString authorName{};
    QDateTime writtenAt{};
};

//! Vaccinations and acts of prevention of the practice. What is written is journaled in the same
//! transaction and told to every post as a change of the record. Errors of the writing calls:
//! Invalid "prevention.patient" (nobody), "prevention.rule" (none named), "prevention.date",
//! "prevention.reason" (needed to decline or to set aside, or too long); NotFound
//! "vaccination.unknown", "prevention.unknown" (not there, or removed already).
class PreventionRepository {
public:
    static constexpr qsizetype longestReason = 500; //!< UTF-16 units

    //! The references are kept.
    PreventionRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    Result<VaccinationId> add(PatientId patient, const VaccinationRecord &vaccination,
                              const audit::Actor &actor);
    //! A mark: what was written stays, and no longer counts.
    Status remove(VaccinationId id, const audit::Actor &actor);
    Result<ActId> add(PatientId patient, const Act &act, const audit::Actor &actor);
    Status remove(ActId id, const audit::Actor &actor);

    //! The newest first, those of an unknown date last.
    Result<QList<Vaccination>> vaccinations(const patient::RecordIds &patient) const;
    //! The newest first.
    Result<QList<RecordedAct>> acts(const patient::RecordIds &patient) const;
    Result<History> history(const patient::RecordIds &patient) const;

private:
    Status mark(const QByteArray &table, qint64 id, const QString &subject, const QString &what,
                const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::prevention

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/core/progress.h>
#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

namespace ambroise::patient {

//! Many new patients at once, for a generated practice or an import: all or none, in one
//! transaction, told by one event of the journal.
class BulkLoader {
public:
    //! References are kept.
    BulkLoader(storage::Connection &db, audit::Journal &journal, const Clock &clock);

    //! `next` is called `count` times. Answers their ids in order. Errors: those of
    //! PatientRepository::add; Cancelled "patient.cancelled" (`progress` gave it up).
    Result<QList<PatientId>> load(qint64 count, const std::function<NewPatient()> &next,
                                  const audit::Actor &actor, const Progress &progress = {});

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::patient

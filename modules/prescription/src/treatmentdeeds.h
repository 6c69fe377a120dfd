// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmentstops.h>

namespace ambroise::prescription {

//! What is journaled and announced of a prescribed treatment, in the transaction that writes it.
class TreatmentDeeds {
public:
    TreatmentDeeds(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }

    //! `what`: "treatment_stop". Error: NotFound "ordonnance.unknown".
    Status tell(QStringView what, PatientId patient, const StoppedLine &line, audit::Action action,
                const QString &why, const audit::Actor &actor);

private:
    Result<qint64> ordonnanceOf(const QString &number) const;

    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmentstops.h>

namespace ambroise::prescription {

//! For how long a treatment is taken, as somebody said of one of its lines.
struct KeptUse {
    StoppedLine line{};
    record::TreatmentUse use = record::TreatmentUse::Unspecified; //!< that: it was taken back
    QDateTime saidAt{};
    QString saidBy{};

    friend bool operator==(const KeptUse &, const KeptUse &) = default;
};

//! « Fond » or « ponctuel », said of prescribed treatments: added, never changed; what was said
//! last counts, of whichever post. What is written is journaled in the same transaction.
class TreatmentUses {
public:
    TreatmentUses(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Unspecified takes back what was said. Error: NotFound "ordonnance.unknown".
    Status say(PatientId patient, const StoppedLine &line, record::TreatmentUse use,
               const audit::Actor &actor);
    //! In the order in which they were said.
    Result<QList<KeptUse>> of(const patient::RecordIds &patient) const;

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::prescription

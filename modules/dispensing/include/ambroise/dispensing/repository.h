// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/dispensing/dispensation.h>
#include <ambroise/prescription/repository.h>

namespace ambroise::dispensing {

//! What was recorded of ordonnances by pharmacies: added, never changed.
class DispensationRepository {
public:
    DispensationRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! `token` is made once for what the pharmacist has on screen: the same one again is Conflict
    //! "dispensation.twice". `seen` is the number of dispensations that the screen showed: Conflict
    //! "dispensation.meanwhile" where another post recorded one since. Errors also: Denied
    //! "ordonnance.cancelled"; Invalid "dispensation.empty", "dispensation.line" (no such line, or
    //! twice), "dispensation.boxes" (dispensed without a box), "dispensation.reason" (refused
    //! without one); Conflict "dispensation.complete" (a line already wholly dispensed or refused).
    Result<DispensationId> record(const QString &token, const prescription::Ordonnance &ordonnance,
                                  const QList<LineOutcome> &lines, int seen,
                                  const QString &pharmacy, const audit::Actor &actor);

    //! Oldest first.
    Result<QList<Dispensation>> of(const prescription::OrdonnanceNumber &number) const;

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

//! How often a line may be dispensed: once and its renewals.
[[nodiscard]] int deliveriesAllowed(const prescription::Line &line);
//! How often it was, wholly: at once, or in parts that together reached the boxes prescribed.
[[nodiscard]] int deliveriesMade(const prescription::Ordonnance &ordonnance,
                                 const QList<Dispensation> &history, int line);
//! What is missing to the delivery under way; 1 where the ordonnance says no number of boxes.
[[nodiscard]] int boxesDue(const prescription::Ordonnance &ordonnance,
                           const QList<Dispensation> &history, int line);
[[nodiscard]] LineState stateOf(const prescription::Ordonnance &ordonnance,
                                const QList<Dispensation> &history, int line);

} // namespace ambroise::dispensing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/core/clock.h>
#include <ambroise/prescription/ordonnance.h>
#include <ambroise/storage/connection.h>

namespace ambroise::prescription {

//! A way in which a doctor has prescribed a drug.
struct Habit {
    QString posology{};
    int durationDays = 0;
    int renewals = 0;
    bool ald = false;
    int times = 0; //!< that it was signed

    [[nodiscard]] Line line(const QString &cis, const QString &label) const;
    friend bool operator==(const Habit &, const Habit &) = default;
};

//! What each doctor prescribes of each drug, counted when it is signed. What is offered follows
//! from the doctor's own use and from nothing else: the most used first, of two alike the last used
//! (HAS référentiel LAP 2016, criterion 34). It is no clinical record: a habit may be forgotten.
class HabitRepository {
public:
    HabitRepository(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! In the transaction that signs.
    Status count(const QList<Line> &lines, const audit::Actor &actor);
    //! Of that drug, at most `limit`.
    Result<QList<Habit>> of(UserId prescriber, const QString &cis, const QString &label,
                            int limit) const;
    Status forget(const QString &cis, const QString &label, const Habit &habit,
                  const audit::Actor &actor);

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::prescription

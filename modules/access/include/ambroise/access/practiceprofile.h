// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>

namespace ambroise::access {

//! The practice as it presents itself on paper.
struct PracticeProfile {
    QString name{};
    QString street{};
    QString postalCode{};
    QString city{};
    QString phone{}; //!< as typed; printed with +33
    QString email{};
    QString finess{};
    bool demonstration = false; //!< everything printed says so
    qint64 version = 0;

    friend bool operator==(const PracticeProfile &, const PracticeProfile &) = default;
};

//! Errors: NotFound "practice.profile", Invalid "practice.name" (empty), Conflict
//! "storage.version".
class PracticeProfileRepository {
public:
    PracticeProfileRepository(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }
    Result<PracticeProfile> get() const;
    //! Writes it; the first one has version 0.
    Status put(const PracticeProfile &profile, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::access

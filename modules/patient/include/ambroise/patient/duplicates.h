// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

namespace ambroise::patient {

//! What speaks for two records being of one person, or against it.
enum class DuplicateSign {
    SameTraits,
    SwappedNames,
    SimilarNames,
    TransposedBirthDate,
    SimilarBirthDate,
    FormerTraits, //!< what one was called before a correction is what the other is called
    FormerIns,    //!< one had the INS that the other has or had
    SamePlace,
    SamePhone,
    SameEmail,
    SameAddress,
    OtherGivenName, //!< as twins have
    OtherSex,
    OtherPlace,
};

//! Two active records that may be of one person.
struct DuplicatePair {
    PatientSummary first{}; //!< the older record
    PatientSummary second{};
    int score = 0; //!< 50 to 100
    QList<DuplicateSign> signs{};
};

//! How likely two records are of one person: 85 and more, very; from 65 on, probable; below,
//! possible.
enum class Likelihood { Possible, Probable, VeryProbable };
[[nodiscard]] Likelihood likelihoodOf(int score);

//! Looks through the practice for records of one person. The score is ours: traits first (guide EXI
//! ID 17), then what families share as well, which only confirms. Never proposed: two records with
//! different INS, an invented person with a real one, those that somebody found to be of two
//! persons.
class DuplicateFinder {
public:
    //! References are kept.
    DuplicateFinder(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! The likeliest first, at most `limit`. Error: Cancelled "duplicates.find".
    Result<QList<DuplicatePair>> find(int limit, const Progress &progress = {}) const;

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::patient

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/progress.h>
#include <ambroise/storage/connection.h>

namespace ambroise::patient {

//! What records are heard by (PatientRepository::lookFor). New ones have it from the beginning;
//! those that an older program wrote get it here, a few at a time, so that nobody who writes
//! meanwhile waits long, and where it was given up it goes on the next time.
class SoundIndex {
public:
    //! The reference is kept.
    explicit SoundIndex(storage::Connection &db)
        : m_db(db)
    {
    }

    //! Records that cannot be read are passed over: opening them tells why. Errors: those of
    //! storage; Cancelled "patient.sounds".
    Status complete(const Progress &progress = {});

private:
    //! The next active records after that one that nobody hears yet.
    Result<QList<qint64>> missingAfter(qint64 id) const;
    Status add(const QList<qint64> &ids);

    storage::Connection &m_db;
};

} // namespace ambroise::patient

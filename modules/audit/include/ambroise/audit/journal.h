// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/event.h>
#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

class QIODevice;

namespace ambroise::audit {

//! What to find; an absent criterion lets everything pass.
struct Filter {
    PatientId patient{};
    UserId user{};
    QString userName{}; //!< part of it, case ignored
    QDateTime since{};  //!< inclusive
    QDateTime until{};  //!< exclusive
    std::optional<Action> action{};
    qint64 before = 0; //!< only events older than this seq; 0: from the newest
    int limit = 500;
};

struct Verdict {
    bool ok = false;
    qint64 events = 0;
    //! The seq of the first event that is not as it was written; where events are missing at the
    //! end, the first missing.
    std::optional<qint64> firstBad;
};

//! Who saw or changed what, when, from where and why: an append-only chain, each link sealed with
//! the practice's audit key over the one before, and the end of the chain sealed too. Editing,
//! deleting, reordering or cutting is found by `verify`; putting back an old copy of the whole
//! practice is not.
class Journal {
public:
    //! `key`: crypto::hkdf(practice key, "audit"). References are kept.
    Journal(storage::Connection &db, const crypto::SecretBytes &key, const Clock &clock);

    //! Appends. Inside a transaction of the caller it is kept or undone with it.
    Status record(const Deed &deed, const Actor &actor);

    //! Newest first.
    Result<QList<Event>> find(const Filter &filter) const;

    Result<Verdict> verify(const Progress &progress = {}) const;

    //! Oldest first: a header line, then a line an event; RFC 4180, UTF-8 with a byte order mark,
    //! CRLF. Errors: Unavailable "journal.write".
    Status exportCsv(QIODevice &out, const Filter &filter) const;
    //! Oldest first: a line an event; RFC 5424, facility 13 (log audit), structured data
    //! `audit@32473`.
    Status exportSyslog(QIODevice &out, const Filter &filter) const;

private:
    Result<QList<Event>> oldestFirst(const Filter &filter) const;

    storage::Connection &m_db;
    const crypto::SecretBytes &m_key;
    const Clock &m_clock;
};

} // namespace ambroise::audit

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
    QList<PatientId> merged{}; //!< records that are a part of that patient's: theirs too
    UserId user{};
    QString userName{}; //!< part of it, case and accents ignored
    QDateTime since{};  //!< inclusive
    QDateTime until{};  //!< exclusive
    std::optional<Action> action{};
    qint64 before =
        0; //!< only what follows the event of this seq, newest first; 0: from the newest
    int limit = 500;
};

enum class ExportFormat { Csv, Syslog };

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

    //! Newest first: by time, and by number within the same instant. With one criterion it takes
    //! as long as what it answers, however many events there are.
    Result<QList<Event>> find(const Filter &filter) const;
    //! Everybody who acted, by the names that they had then.
    Result<QStringList> people() const;

    //! As the journal is at the beginning of the call, also while others write on. Error: Cancelled
    //! "journal.verify".
    Result<Verdict> verify(const Progress &progress = {}) const;

    //! Everything that the filter lets pass, oldest first, whatever its `before` and `limit`; a few
    //! events are in memory at a time. Answers how many were written. Errors: Unavailable
    //! "journal.write"; Cancelled "journal.export".
    //!
    //! A header line, then a line an event; RFC 4180, UTF-8 with a byte order mark, CRLF. What a
    //! spreadsheet would take for a formula begins with an apostrophe.
    Result<qint64> exportCsv(QIODevice &out, const Filter &filter,
                             const Progress &progress = {}) const;
    //! A line an event; RFC 5424, facility 13 (log audit), structured data `audit@32473`. Control
    //! characters become blanks.
    Result<qint64> exportSyslog(QIODevice &out, const Filter &filter,
                                const Progress &progress = {}) const;

private:
    Result<qint64> write(QIODevice &out, const Filter &filter, const Progress &progress,
                         QString (*line)(const Event &)) const;

    storage::Connection &m_db;
    const crypto::SecretBytes &m_key;
    const Clock &m_clock;
};

} // namespace ambroise::audit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/id.h>
#include <ambroise/storage/connection.h>

#include <optional>

namespace ambroise::access {

//! What somebody is typing, kept as they type: it is back after a crash, a lock or a change of
//! user, and it goes when the work is kept or given up. One draft for an author, a kind of work and
//! a subject.
class DraftJournal {
public:
    struct Draft {
        QString kind{};       //!< "patient", "ordonnance": the owner's word
        qint64 subjectId = 0; //!< of the patient or thing written about; 0 for a new one
        QString body{};       //!< the owner's own form, UTF-8 text
        QDateTime savedAt{};
    };

    DraftJournal(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    Status save(UserId author, const QString &kind, qint64 subjectId, const QString &body);
    Result<std::optional<Draft>> find(UserId author, const QString &kind, qint64 subjectId) const;
    //! Whether anybody's draft of that kind about that subject waits.
    Result<bool> isWaiting(const QString &kind, qint64 subjectId) const;
    //! Of that author, newest first.
    Result<QList<Draft>> all(UserId author) const;
    Status drop(UserId author, const QString &kind, qint64 subjectId);

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::access

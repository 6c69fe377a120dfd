// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/storage/connection.h>

#include <QDateTime>

namespace ambroise::record {

//! What a professional notes for themselves of a patient (CSP R.4127-45: personal notes are no part
//! of the record, and are not handed over).
struct PersonalNote {
    PatientId patient{};
    QString body{};
    qint64 version = 0; //!< 0: nothing was written yet
    QDateTime writtenAt{};
};

//! Personal notes, each read and written by its owner alone. They are in no search and in no
//! export.
class PersonalNotes {
public:
    static constexpr qsizetype longest = 100'000; //!< characters

    //! References are kept.
    PersonalNotes(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! That of the record first, there or not; then those of the records merged into it.
    Result<QList<PersonalNote>> of(const patient::RecordIds &records, UserId owner) const;
    //! The actor's own, written over that version; answers what it is now. Journaled once a
    //! sitting: changes that follow each other within ten minutes are one. Errors: Invalid
    //! "personal_note.long"; Conflict "storage.version" (written at another post since).
    Result<PersonalNote> save(const PersonalNote &note, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::record

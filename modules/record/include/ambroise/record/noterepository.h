// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>
#include <ambroise/record/note.h>
#include <ambroise/record/repository.h>

namespace ambroise::record {

//! Notes of consultation with the measures taken in them: kept together or not at all.
class NoteRepository {
public:
    NoteRepository(storage::Connection &db, RecordRepository &records)
        : m_db(db)
        , m_records(records)
    {
    }

    //! What is signed is in the record; from then on it changes by revisions only. Errors: Invalid
    //! "note.empty", and those of RecordRepository::add.
    Result<EntryId> sign(PatientId patient, const Note &note, const QList<Measure> &measures,
                         const QDateTime &happened, const audit::Actor &actor);
    //! A revision of the note; its measures become these. Of each kind, those that are the same
    //! stay as they are; the others follow each other in order: the first that is gone is revised
    //! to the first that is new, and so on; what is left over is added, or marked as gone. Errors:
    //! Invalid "note.empty", and those of RecordRepository::revise.
    Status correct(const Entry &before, const Note &note, const QList<Measure> &measures,
                   const audit::Actor &actor);
    //! The note in which a measure stands; nothing: it was entered without one.
    Result<std::optional<Entry>> noteOf(EntryId measure) const;
    //! That hold now, in the order in which they were written.
    Result<QList<Entry>> measuresOf(EntryId note) const;

private:
    Status addMeasure(EntryId note, PatientId patient, const Measure &measure,
                      const QDateTime &happened, const audit::Actor &actor);

    storage::Connection &m_db;
    RecordRepository &m_records;
};

} // namespace ambroise::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/record/entry.h>

#include <QHash>

namespace ambroise::record {

//! What may be known to be none, which is not the same as never asked.
enum class Topic { Allergies, Problems, Antecedents, FamilyAntecedents, Treatments };
enum class TopicState { NotFilledIn, NoneKnown, Listed };

[[nodiscard]] QString code(Topic topic); //!< "allergy"; stable
[[nodiscard]] QList<Topic> allTopics();
[[nodiscard]] EntryKind kindOf(Topic topic);

//! What the first page of a record shows.
struct Overview {
    QHash<Topic, TopicState> topics{}; //!< absent: not filled in
    QList<Entry> allergies;
    QList<Entry> problems;
    QList<Entry> antecedents; //!< with the problems that are over
    QList<Entry> familyAntecedents;
    QList<Entry> riskFactors;
    QList<Entry> pregnancies;
    QList<Entry> implants;
    QList<Entry> treatments;
    QList<Entry> measures; //!< that hold, newest first, of every kind
    QList<Entry>
        history; //!< consultations, results, letters, documents, vaccinations; newest first

    [[nodiscard]] TopicState stateOf(Topic topic) const { return topics.value(topic); }
};

//! Entries of the records. What is written is journaled in the same transaction; who reads calls
//! `overview` once the reading is journaled (patient::PatientRepository::open).
class RecordRepository {
public:
    RecordRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Errors: Invalid "entry.title" (empty), "entry.long" (above 1,000,000 characters),
    //! "entry.date".
    Result<EntryId> add(PatientId patient, const NewEntry &entry, const audit::Actor &actor);
    //! A new revision; the former one is kept. Conflict "storage.version", NotFound
    //! "entry.unknown".
    Status revise(const Entry &entry, const audit::Actor &actor);
    //! « Aucune allergie connue », « Aucun antécédent »: refused with Conflict "entry.listed" while
    //! one is listed.
    Status sayNone(Topic topic, const patient::RecordIds &patient, const audit::Actor &actor);
    //! Takes it back: not filled in any more.
    Status forgetNone(Topic topic, const patient::RecordIds &patient, const audit::Actor &actor);

    //! Everything in one pass over the patient's entries.
    Result<Overview> overview(const patient::RecordIds &patient) const;
    //! Of that kind, what holds and what does no more, newest first.
    Result<QList<Entry>> ofKind(EntryKind kind, const patient::RecordIds &patient) const;
    //! The words read off what the entry of that code stands for: no revision, nobody wrote them.
    //! Nothing where it has a text already. Cut at 1,000,000 characters.
    Status completeText(PatientId patient, const QString &code, const QString &text);
    //! Files an entry with another one: a document with its consultation. In the transaction of
    //! whoever adds it, who journals it.
    Status link(EntryId entry, EntryId filedWith);
    //! What was filed with the entry, or what it was filed with; what holds, the newest first. Not
    //! the measures of a note (NoteRepository::measuresOf).
    Result<QList<Entry>> linkedWith(EntryId entry) const;
    //! Error: NotFound "entry.unknown".
    Result<Entry> find(EntryId entry) const;
    Result<QList<Revision>> revisions(EntryId entry) const;
    Result<qint64> count() const;
    Result<qint64> countOf(const patient::RecordIds &patient) const;
    //! Whose records have the most entries, the longest first.
    Result<QList<PatientId>> longest(int limit) const;
    //! Everybody who has an entry: for a check that each of them is there.
    Result<QList<PatientId>> patientsNamed() const;

    //! Adds many at once for a generated practice: no journal event an entry, the caller records
    //! one for all, and has them indexed (EntryIndex::owe, complete).
    Status addGenerated(PatientId patient, const QList<NewEntry> &entries,
                        const audit::Actor &actor);

private:
    Status endNone(PatientId patient, const NewEntry &entry);
    Status tellNone(const QString &what, PatientId record, const audit::Actor &actor);
    Result<EntryId> insert(PatientId patient, const NewEntry &entry, const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::record

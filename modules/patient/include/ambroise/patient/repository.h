// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/identity/trace.h>
#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

namespace ambroise::patient {

//! Why a record is shown before another one is created.
enum class Closeness {
    SameTraits,          //!< name, first given name, birth date
    SwappedNames,        //!< the same with surname and given name exchanged
    SimilarName,         //!< same birth date, a name written nearly so or with the same beginning
    TransposedBirthDate, //!< day and month exchanged, a similar name
    SimilarBirthDate,    //!< same names, one of day, month, year differs
};

struct CloseRecord {
    PatientSummary summary{};
    Closeness closeness = Closeness::SimilarName;
};

//! What is typed to look for somebody before a record of them is created; each part may be empty
//! or not finished.
struct SoughtPerson {
    QString birthDate{}; //!< in any French way of writing it
    QString surname{};
    QString givenName{};
};

//! Why a record is shown to who looks for somebody.
enum class Likeness {
    Written,             //!< begins so
    Sounding,            //!< is said so
    SameBirthDate,       //!< and the same first three letters of the surname
    TransposedBirthDate, //!< the same with day and month exchanged
};

struct LikeRecord {
    PatientSummary summary{};
    Likeness likeness = Likeness::Written;
};

//! What is to be done about an identity.
enum class IdentityQueue {
    Retrieved,   //!< from INSi: a document is to be checked
    Validated,   //!< a document was checked: INSi is to be asked
    Provisional, //!< neither
    Doubtful,    //!< somebody doubts
    Qualified,   //!< nothing, but that INSi may hold their INS no longer
};

//! How sure the identities of the active records are.
struct IdentityCounts {
    qint64 qualified = 0;
    qint64 validated = 0;
    qint64 retrieved = 0;
    qint64 provisional = 0;
    qint64 doubtful = 0;
    qint64 fictive = 0;

    [[nodiscard]] qint64 all() const
    {
        return qualified + validated + retrieved + provisional + doubtful + fictive;
    }
    friend bool operator==(const IdentityCounts &, const IdentityCounts &) = default;
};

//! What somebody decided about an identity, with what it rests upon.
struct IdentityDecision {
    identity::Cause cause = identity::Cause::Checked;
    identity::Identity after;
    QString reason{};
    std::optional<identity::Evidence::Parts> evidence{};
    identity::InsiCallId call{};
    QList<identity::InsRecord> history{}; //!< other INS that INSi told with this one
    identity::Mandate mandate{};
};

//! The patients of the practice. Every reading of a record and every change goes to the journal, in
//! the same transaction; its detail names the fields and never tells a value. Who may do what is
//! decided above (access::Session).
//!
//! Errors besides those of storage: NotFound "patient.missing"; Conflict "storage.version" (another
//! post changed the record since `version`), "patient.ins_taken" (that INS has another active
//! record); Invalid "patient.length" (a text too long), "patient.deceased" (before the birth),
//! "patient.identity" (a status that no correction gives: see decide()); Conflict "patient.merged"
//! (a record that is a part of another one is not written to); Corrupt "patient.corrupt".
//! How an identity came to be what it is stands in the trace, in the same transaction.
class PatientRepository {
public:
    //! References are kept.
    PatientRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock);

    //! Search as you type: birth and used names, given names, a birth date in any French way of
    //! writing it or as far as it is typed, a telephone number, a whole matricule; in any order,
    //! accents, hyphens and apostrophes ignored, every word by its beginning. Best first. Archived
    //! records are not found. Nothing typed finds nothing. Not journaled: nothing of a record is
    //! open yet.
    Result<QList<PatientSummary>> search(QStringView typed, int limit = 50) const;
    //! The same without loading what the lines show.
    Result<QList<PatientId>> find(QStringView typed, int limit = 50) const;
    //! Search before a creation (guide EXI ID 17): by birth and used surname, by given names and
    //! used given name, each by its beginning or by its sound (see SoundIndex), and by birth date;
    //! then those close to it. Best first, none twice. Archived records are not found: near() has
    //! them. Not journaled.
    Result<QList<LikeRecord>> lookFor(const SoughtPerson &sought, int limit = 50) const;
    //! In the order given; those that are not there are left out.
    Result<QList<PatientSummary>> summaries(const QList<PatientId> &ids) const;

    //! Journaled as a reading.
    Result<Patient> open(PatientId id, const audit::Actor &actor);
    //! Again, of a record that the same person holds open. Not journaled.
    Result<Patient> reload(PatientId id) const;

    Result<PatientId> add(const NewPatient &patient, const audit::Actor &actor);
    //! What was there is kept as a revision. Answers the new version; where nothing differs,
    //! nothing is written.
    Result<qint64> update(PatientId id, qint64 version, const PatientDetails &details,
                          const audit::Actor &actor);
    //! The identity by what was decided at once: INSi accepted, a document checked, a check
    //! withdrawn; all of it is written, in that order, or nothing. Answers the new version; each
    //! is traced even where nothing of the record differs.
    Result<qint64> decide(PatientId id, qint64 version, const QList<IdentityDecision> &decisions,
                          const audit::Actor &actor);
    //! How identities came to be what they are.
    [[nodiscard]] identity::IdentityTrace &trace() { return m_trace; }
    //! A mark, with its author in the journal: the record leaves the search, and nothing is lost.
    Result<qint64> archive(PatientId id, qint64 version, const audit::Actor &actor);
    Result<qint64> restore(PatientId id, qint64 version, const audit::Actor &actor);

    //! Under which the patient's things are looked for.
    Result<RecordIds> recordIds(PatientId id) const;
    //! The record that this one is a part of, itself where it was merged into none.
    Result<PatientId> keptFor(PatientId id) const;

    //! Newest first.
    Result<QList<PatientRevision>> revisions(PatientId id) const;

    //! The active record that has this INS, where there is one.
    Result<std::optional<PatientSummary>>
    byMatricule(const identity::InsMatricule &matricule) const;

    //! Records that may be of the same person, archived ones too (not those merged into another
    //! one), closest first, at most 20. Shown
    //! before a creation (guide EXI ID 17). `except`: the record being edited.
    Result<QList<CloseRecord>> near(const identity::StrictTraits &traits,
                                    PatientId except = {}) const;

    //! Active records.
    Result<qint64> count() const;
    //! Those in that state: of `first` in its order, then the others, changed last first.
    Result<QList<PatientSummary>> identities(IdentityQueue queue, int limit,
                                             const QList<PatientId> &first = {}) const;
    //! All of them, without loading what the lines show.
    Result<QList<PatientId>> allIdentities(IdentityQueue queue) const;
    Result<IdentityCounts> identityCounts() const;

private:
    [[nodiscard]] Result<QList<PatientId>> idsOf(IdentityQueue queue, int limit,
                                                 const QList<PatientId> &first) const;
    //! As it is at that version, to be written over.
    Result<Patient> writable(PatientId id, qint64 version) const;
    Result<qint64> mark(PatientId id, qint64 version, bool archived, const audit::Actor &actor);
    Status decideOne(const Patient &before, const IdentityDecision &decision,
                     const audit::Actor &actor);
    Status write(const Patient &before, const PatientDetails &after,
                 const identity::IdentityEvent *event, const audit::Actor &actor);
    Status refuseTakenIns(const PatientDetails &details, PatientId except) const;

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
    identity::IdentityTrace m_trace;
};

} // namespace ambroise::patient

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/identity/trace.h>
#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

#include <array>

namespace ambroise::patient {

//! What two records may tell differently of one person, besides the identity.
enum class MergedField {
    UsedSurname,
    UsedGivenName,
    Phones,
    Email,
    Address,
    MedecinTraitant,
    DeceasedOn,
    Notes
};
inline constexpr std::array allMergedFields = {
    MergedField::UsedSurname, MergedField::UsedGivenName, MergedField::Phones,
    MergedField::Email,       MergedField::Address,       MergedField::MedecinTraitant,
    MergedField::DeceasedOn,  MergedField::Notes};

//! From which record a field is taken.
enum class MergedFrom {
    Kept,
    Absorbed,
    Both //!< telephone numbers and notes only
};

//! Nothing is lost by default: what the kept record does not tell comes from the other, numbers
//! and notes from both.
[[nodiscard]] MergedFrom proposedFor(MergedField field, const PatientDetails &kept,
                                     const PatientDetails &absorbed);
//! The kept record's details with one field as chosen; its identity is never touched.
void take(PatientDetails &into, MergedField field, MergedFrom from, const PatientDetails &kept,
          const PatientDetails &absorbed);
//! With every field as proposed.
[[nodiscard]] PatientDetails proposedMerge(const PatientDetails &kept,
                                           const PatientDetails &absorbed);

//! The record to keep of two: the surer identity, else the older record.
[[nodiscard]] PatientId proposedToKeep(const Patient &a, const Patient &b);

//! Two records of one person that become one.
struct MergeRequest {
    PatientId kept{};
    qint64 keptVersion = 0;
    PatientId absorbed{};
    qint64 absorbedVersion = 0;
    PatientDetails details; //!< of the kept record from then on; with its identity
    QString reason{};
};

//! A merge that stands.
struct Merge {
    PatientId kept{};
    PatientId absorbed{};
    QString absorbedName{}; //!< as displayName() tells it
    QDateTime at{};
    QString authorName{};
    QString reason{};
};

//! Records of one person, made one and made two again. Nothing is moved: the absorbed record
//! leaves the search, keeps everything of its own, and RecordIds has what is read cover both.
//! Undone, each is what it was; what was written since stays with the kept one. Journaled for both
//! records and traced in both identities, in the same transaction.
//!
//! Errors besides those of storage: NotFound "patient.missing"; Conflict "storage.version",
//! "patient.merged" (one of them was absorbed already), "patient.archived", "merge.ins_differ" (two
//! INS are two persons), "merge.keep_ins" (the record with the INS is the one to keep); Invalid
//! "merge.same", "merge.fictive" (an invented person and a real one), "patient.identity" (`details`
//! with another identity), those of PatientRepository::update.
class MergeRepository {
public:
    //! References are kept.
    MergeRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock);

    Status merge(const MergeRequest &request, const audit::Actor &actor);
    //! Error: NotFound "merge.none" (that record was not absorbed).
    Status undo(PatientId absorbed, const QString &reason, const audit::Actor &actor);
    //! What was merged into that record itself, newest first.
    Result<QList<Merge>> into(PatientId kept) const;

    //! They are not proposed as duplicates again.
    Status sayDistinct(PatientId a, PatientId b, const QString &reason, const audit::Actor &actor);
    //! The same, and both are marked as homonyms (guide EXI ID 24) by who may decide of identities,
    //! in that name; one that is marked already stays as it is. Error: Invalid
    //! "identity.attributes" (an invented person has no homonym).
    Status sayHomonyms(PatientId a, PatientId b, const QString &reason,
                       const identity::Mandate &mandate, const audit::Actor &actor);

private:
    Status trace(identity::Cause cause, const Patient &of, const QString &reason,
                 const audit::Actor &actor);
    Status markHomonym(PatientId id, const QString &reason, const identity::Mandate &mandate,
                       const audit::Actor &actor);
    Status journal(const QString &detail, PatientId of, PatientId with, const QString &reason,
                   const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
    identity::IdentityTrace m_trace;
};

} // namespace ambroise::patient

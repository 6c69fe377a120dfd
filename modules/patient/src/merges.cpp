// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/merges.h>

#include "fields.h"
#include "rows.h"

#include <ambroise/patient/repository.h>

#include <algorithm>

namespace ambroise::patient {
namespace {

//! How much an identity is worth keeping: the status, then not being doubted.
int sureness(const Patient &patient)
{
    const identity::IdentityFacts facts = patient.details.identity.facts();
    const bool doubted = patient.details.identity.attributes().isDoubtful();
    return (facts.insiRetrieved ? 4 : 0) + (facts.coherenceChecked ? 2 : 0) + (doubted ? 0 : 1);
}

bool isEmpty(const PostalAddress &address)
{
    return address == PostalAddress();
}

QList<PhoneNumber> joined(QList<PhoneNumber> first, const QList<PhoneNumber> &second)
{
    for (const PhoneNumber &number : second)
        if (!first.contains(number))
            first << number;
    return first;
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty() || first.contains(second))
        return first + (first.isEmpty() ? second : QString());
    return first + u'\n' + second;
}

template <typename T>
T chosen(MergedFrom from, const T &kept, const T &absorbed)
{
    return from == MergedFrom::Absorbed ? absorbed : kept;
}

//! A field that both tell in one value: the kept record's, unless it tells nothing.
MergedFrom unlessEmpty(bool keptIsEmpty, bool absorbedIsEmpty)
{
    return keptIsEmpty && !absorbedIsEmpty ? MergedFrom::Absorbed : MergedFrom::Kept;
}

Status refuse(const Patient &kept, const Patient &absorbed)
{
    const identity::Identity &stays = kept.details.identity;
    const identity::Identity &goes = absorbed.details.identity;
    if (kept.id == absorbed.id)
        return Error{ErrorCode::Invalid, u"merge.same"_qs, {}};
    if (kept.mergedInto.isStored() || absorbed.mergedInto.isStored())
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    if (kept.archived || absorbed.archived)
        return Error{ErrorCode::Conflict, u"patient.archived"_qs, {}};
    if (stays.attributes().isFictive() != goes.attributes().isFictive())
        return Error{ErrorCode::Invalid, u"merge.fictive"_qs, {}};
    if (stays.ins() && goes.ins() && stays.ins() != goes.ins())
        return Error{ErrorCode::Conflict, u"merge.ins_differ"_qs, {}};
    if (goes.ins() && !stays.ins())
        return Error{ErrorCode::Conflict, u"merge.keep_ins"_qs, {}};
    return done();
}

//! What the kept record tells once the merge is undone: what the merge had put there goes, what
//! somebody wrote since stays.
Result<PatientDetails> without(const PatientDetails &now, const QString &beforeJson,
                               const QString &afterJson)
{
    AMBROISE_TRY(const fields::Texts before, fields::textsFromJson(beforeJson));
    AMBROISE_TRY(const fields::Texts after, fields::textsFromJson(afterJson));
    fields::Texts texts = fields::textsOf(now);
    for (size_t i = 0; i < texts.size(); ++i)
        if (after[i] != before[i] && texts[i] == after[i])
            texts[i] = before[i];
    return fields::detailsOf(texts);
}

} // namespace

MergedFrom proposedFor(MergedField field, const PatientDetails &kept,
                       const PatientDetails &absorbed)
{
    const Contacts &stays = kept.contacts;
    const Contacts &goes = absorbed.contacts;
    const auto both = [](bool one, bool other) {
        return one && other ? MergedFrom::Both : unlessEmpty(!one, !other);
    };
    switch (field) {
    case MergedField::UsedSurname:
        return unlessEmpty(kept.usedSurname.isEmpty(), absorbed.usedSurname.isEmpty());
    case MergedField::UsedGivenName:
        return unlessEmpty(kept.usedGivenName.isEmpty(), absorbed.usedGivenName.isEmpty());
    case MergedField::Phones:
        return both(!stays.phones.isEmpty(), !goes.phones.isEmpty());
    case MergedField::Email:
        return unlessEmpty(!stays.email, !goes.email);
    case MergedField::Address:
        return unlessEmpty(isEmpty(stays.address), isEmpty(goes.address));
    case MergedField::MedecinTraitant:
        return unlessEmpty(kept.medecinTraitant.isEmpty(), absorbed.medecinTraitant.isEmpty());
    case MergedField::DeceasedOn:
        return unlessEmpty(!kept.deceasedOn.isValid(), !absorbed.deceasedOn.isValid());
    case MergedField::Notes:
        return both(!kept.notes.isEmpty(), !absorbed.notes.isEmpty());
    }
    return MergedFrom::Kept;
}

void take(PatientDetails &into, MergedField field, MergedFrom from, const PatientDetails &kept,
          const PatientDetails &absorbed)
{
    const bool both = from == MergedFrom::Both;
    switch (field) {
    case MergedField::UsedSurname:
        into.usedSurname = chosen(from, kept.usedSurname, absorbed.usedSurname);
        break;
    case MergedField::UsedGivenName:
        into.usedGivenName = chosen(from, kept.usedGivenName, absorbed.usedGivenName);
        break;
    case MergedField::Phones:
        into.contacts.phones = both ? joined(kept.contacts.phones, absorbed.contacts.phones)
                                    : chosen(from, kept.contacts.phones, absorbed.contacts.phones);
        break;
    case MergedField::Email:
        into.contacts.email = chosen(from, kept.contacts.email, absorbed.contacts.email);
        break;
    case MergedField::Address:
        into.contacts.address = chosen(from, kept.contacts.address, absorbed.contacts.address);
        break;
    case MergedField::MedecinTraitant:
        into.medecinTraitant = chosen(from, kept.medecinTraitant, absorbed.medecinTraitant);
        break;
    case MergedField::DeceasedOn:
        into.deceasedOn = chosen(from, kept.deceasedOn, absorbed.deceasedOn);
        break;
    case MergedField::Notes:
        into.notes =
            both ? joined(kept.notes, absorbed.notes) : chosen(from, kept.notes, absorbed.notes);
        break;
    }
}

PatientDetails proposedMerge(const PatientDetails &kept, const PatientDetails &absorbed)
{
    PatientDetails merged = kept;
    for (const MergedField field : allMergedFields)
        take(merged, field, proposedFor(field, kept, absorbed), kept, absorbed);
    return merged;
}

PatientId proposedToKeep(const Patient &a, const Patient &b)
{
    if (sureness(a) != sureness(b))
        return sureness(a) > sureness(b) ? a.id : b.id;
    return std::min(a.id, b.id);
}

MergeRepository::MergeRepository(storage::Connection &db, audit::Journal &journal,
                                 const Clock &clock)
    : m_db(db)
    , m_journal(journal)
    , m_clock(clock)
    , m_trace(db, clock)
{
}

Status MergeRepository::trace(identity::Cause cause, const Patient &of, const QString &reason,
                              const audit::Actor &actor)
{
    const identity::Identity &same = of.details.identity;
    return m_trace.record(of.id, {.cause = cause, .before = same, .after = same, .reason = reason},
                          actor);
}

Status MergeRepository::journal(const QString &detail, PatientId of, PatientId with,
                                const QString &reason, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Update, audit::Subject::Patient, with.value, of, detail, reason}, actor));
    return m_db.announce({u"patient"_qs, of.value});
}

Status MergeRepository::merge(const MergeRequest &request, const audit::Actor &actor)
{
    AMBROISE_TRY(const PatientDetails after, fields::cleaned(request.details));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Patient kept, rows::load(m_db, request.kept));
    AMBROISE_TRY(const Patient absorbed, rows::load(m_db, request.absorbed));
    if (kept.version != request.keptVersion || absorbed.version != request.absorbedVersion)
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    AMBROISE_CHECK(refuse(kept, absorbed));
    if (after.identity != kept.details.identity)
        return Error{ErrorCode::Invalid, u"patient.identity"_qs, {}};
    const QDateTime now = m_clock.now();
    AMBROISE_CHECK(rows::replace(m_db, absorbed, absorbed.details, true, actor, now));
    AMBROISE_CHECK(rows::replace(m_db, kept, after, false, actor, now));
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO patient_merge (kept_id, absorbed_id, kept_before, kept_after, reason,"
        " merged_at, merged_by, merged_by_name, undone_at, undone_by, undone_by_name, undo_reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', '')",
        {kept.id.value, absorbed.id.value, fields::toJson(fields::textsOf(kept.details)),
         fields::toJson(fields::textsOf(after)), request.reason, storage::toText(now),
         actor.user().value, actor.name()}));
    AMBROISE_CHECK(trace(identity::Cause::Merged, kept, request.reason, actor));
    AMBROISE_CHECK(trace(identity::Cause::Merged, absorbed, request.reason, actor));
    AMBROISE_CHECK(journal(u"merged"_qs, kept.id, absorbed.id, request.reason, actor));
    AMBROISE_CHECK(journal(u"merged_into"_qs, absorbed.id, kept.id, request.reason, actor));
    return transaction.commit();
}

Status MergeRepository::undo(PatientId absorbedId, const QString &reason, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Patient absorbed, rows::load(m_db, absorbedId));
    if (!absorbed.mergedInto.isStored())
        return Error{ErrorCode::NotFound, u"merge.none"_qs, {}};
    AMBROISE_TRY(const Patient kept, rows::load(m_db, absorbed.mergedInto));
    if (kept.mergedInto.isStored())
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    QString before;
    QString after;
    AMBROISE_CHECK(m_db.run("SELECT kept_before, kept_after FROM patient_merge"
                            " WHERE absorbed_id = ? AND undone_at = ''",
                            {absorbedId.value}, [&](const storage::Row &row) {
                                before = row.text(0);
                                after = row.text(1);
                            }));
    AMBROISE_TRY(const PatientDetails restored, without(kept.details, before, after));
    const QDateTime now = m_clock.now();
    AMBROISE_CHECK(rows::replace(m_db, kept, restored, kept.archived, actor, now));
    AMBROISE_CHECK(rows::replace(m_db, absorbed, absorbed.details, false, actor, now));
    AMBROISE_CHECK(m_db.run(
        "UPDATE patient_merge SET undone_at = ?, undone_by = ?, undone_by_name = ?, undo_reason = ?"
        " WHERE absorbed_id = ? AND undone_at = ''",
        {storage::toText(now), actor.user().value, actor.name(), reason, absorbedId.value}));
    AMBROISE_CHECK(trace(identity::Cause::Unmerged, kept, reason, actor));
    AMBROISE_CHECK(trace(identity::Cause::Unmerged, absorbed, reason, actor));
    AMBROISE_CHECK(journal(u"unmerged"_qs, kept.id, absorbed.id, reason, actor));
    AMBROISE_CHECK(journal(u"unmerged_from"_qs, absorbed.id, kept.id, reason, actor));
    return transaction.commit();
}

Result<QList<Merge>> MergeRepository::into(PatientId kept) const
{
    QList<Merge> merges;
    AMBROISE_CHECK(m_db.run(
        "SELECT m.absorbed_id, m.merged_at, m.merged_by_name, m.reason FROM patient_merge m"
        " WHERE m.kept_id = ? AND m.undone_at = '' ORDER BY m.id DESC",
        {kept.value}, [&](const storage::Row &row) {
            merges.append({.kept = kept,
                           .absorbed = PatientId{row.integer(0)},
                           .at = row.instant(1),
                           .authorName = row.text(2),
                           .reason = row.text(3)});
        }));
    for (Merge &merge : merges) {
        AMBROISE_TRY(const Patient absorbed, rows::load(m_db, merge.absorbed));
        merge.absorbedName = displayName(absorbed.details);
    }
    return merges;
}

Status MergeRepository::sayDistinct(PatientId a, PatientId b, const QString &reason,
                                    const audit::Actor &actor)
{
    if (a == b)
        return Error{ErrorCode::Invalid, u"merge.same"_qs, {}};
    const auto [first, second] = std::minmax(a, b);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("INSERT INTO patient_distinct (first_id, second_id, reason, said_at,"
                            " said_by, said_by_name) VALUES (?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (first_id, second_id) DO NOTHING",
                            {first.value, second.value, reason, storage::toText(m_clock.now()),
                             actor.user().value, actor.name()}));
    AMBROISE_CHECK(journal(u"distinct"_qs, first, second, reason, actor));
    AMBROISE_CHECK(journal(u"distinct"_qs, second, first, reason, actor));
    return transaction.commit();
}

Status MergeRepository::sayHomonyms(PatientId a, PatientId b, const QString &reason,
                                    const identity::Mandate &mandate, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(sayDistinct(a, b, reason, actor));
    AMBROISE_CHECK(markHomonym(a, reason, mandate, actor));
    AMBROISE_CHECK(markHomonym(b, reason, mandate, actor));
    return transaction.commit();
}

Status MergeRepository::markHomonym(PatientId id, const QString &reason,
                                    const identity::Mandate &mandate, const audit::Actor &actor)
{
    AMBROISE_TRY(const Patient patient, rows::load(m_db, id));
    const identity::Identity &known = patient.details.identity;
    if (known.attributes().isHomonym())
        return done();
    AMBROISE_TRY(const auto attributes,
                 identity::IdentityAttributes::make(known.attributes().isDoubtful(),
                                                    known.attributes().isFictive(), true));
    const IdentityDecision marked{.cause = identity::Cause::Attributes,
                                  .after = known.withAttributes(attributes),
                                  .reason = reason,
                                  .mandate = mandate};
    const auto version =
        PatientRepository(m_db, m_journal, m_clock).decide(id, patient.version, {marked}, actor);
    return version.ok() ? done() : Status(version.error());
}

} // namespace ambroise::patient

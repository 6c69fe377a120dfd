// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/repository.h>

#include "closeness.h"
#include "fields.h"
#include "likeness.h"
#include "readings.h"
#include "rows.h"

#include <ambroise/storage/prefixindex.h>

#include <QSet>

#include <algorithm>
#include <limits>

namespace ambroise::patient {
namespace {

constexpr qsizetype mostClose = 20;

audit::Deed deed(audit::Action action, PatientId id, const QString &detail = {})
{
    return {action, audit::Subject::Patient, id.value, id, detail};
}

//! Each reading gets its share first, so that none hides the others; then what is left, in order.
QList<PatientId> merged(const QList<QList<qint64>> &found, qsizetype limit)
{
    QList<PatientId> out;
    QSet<qint64> seen;
    const auto take = [&](const QList<qint64> &owners, qsizetype most) {
        for (const qint64 owner : owners) {
            if (most == 0 || out.size() >= limit)
                return;
            if (!seen.contains(owner)) {
                seen.insert(owner);
                out << PatientId{owner};
                --most;
            }
        }
    };
    const qsizetype share = limit / std::max<qsizetype>(found.size(), 1);
    for (const QList<qint64> &owners : found)
        take(owners, std::max<qsizetype>(share, 1));
    for (const QList<qint64> &owners : found)
        take(owners, limit);
    return out;
}

} // namespace

PatientRepository::PatientRepository(storage::Connection &db, audit::Journal &journal,
                                     const Clock &clock)
    : m_db(db)
    , m_journal(journal)
    , m_clock(clock)
    , m_trace(db, clock)
{
}

Result<QList<PatientId>> PatientRepository::find(QStringView typed, int limit) const
{
    const storage::PrefixIndex index(m_db, "patient_term");
    QList<QList<qint64>> found;
    for (const QStringList &reading : readingsOf(typed, m_clock.today())) {
        AMBROISE_TRY(const QList<qint64> owners, index.search(reading, limit));
        found << owners;
    }
    return merged(found, limit);
}

Result<QList<PatientSummary>> PatientRepository::search(QStringView typed, int limit) const
{
    AMBROISE_TRY(const QList<PatientId> ids, find(typed, limit));
    return summaries(ids);
}

Result<QList<LikeRecord>> PatientRepository::lookFor(const SoughtPerson &sought, int limit) const
{
    const storage::PrefixIndex index(m_db, "patient_term");
    QList<PatientId> ids;
    QList<LikeRecord> found;
    for (const LikenessReading &reading : readingsOf(sought, m_clock.today())) {
        if (ids.size() >= limit)
            break;
        AMBROISE_TRY(const QList<qint64> owners, index.search(reading.prefixes, limit));
        for (const qint64 owner : owners)
            if (const PatientId id{owner}; ids.size() < limit && !ids.contains(id)) {
                ids << id;
                found.push_back({{.id = id}, reading.likeness});
            }
    }
    AMBROISE_TRY(const QList<PatientSummary> shown, summaries(ids));
    QHash<PatientId, PatientSummary> byId;
    for (const PatientSummary &summary : shown)
        byId.insert(summary.id, summary);
    for (LikeRecord &one : found)
        one.summary = byId.value(one.summary.id);
    found.removeIf([](const LikeRecord &one) { return !one.summary.id.isStored(); });
    return found;
}

Result<QList<PatientSummary>> PatientRepository::summaries(const QList<PatientId> &ids) const
{
    return rows::summaries(m_db, ids);
}

Result<Patient> PatientRepository::open(PatientId id, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(Patient patient, rows::load(m_db, id));
    AMBROISE_CHECK(m_journal.record(deed(audit::Action::Read, id), actor));
    AMBROISE_CHECK(transaction.commit());
    return patient;
}

Result<Patient> PatientRepository::reload(PatientId id) const
{
    return rows::load(m_db, id);
}

Status PatientRepository::refuseTakenIns(const PatientDetails &details, PatientId except) const
{
    const auto &ins = details.identity.ins();
    if (!ins)
        return done();
    qint64 others = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM patient WHERE matricule = ? AND oid = ?"
                            " AND matricule <> '' AND archived_at = '' AND id <> ?",
                            {ins->matricule.toString(), oid(ins->authority), except.value},
                            [&](const storage::Row &row) { others = row.integer(0); }));
    if (others > 0)
        return Error{ErrorCode::Conflict, u"patient.ins_taken"_qs, {}};
    return done();
}

Result<PatientId> PatientRepository::add(const NewPatient &patient, const audit::Actor &actor)
{
    AMBROISE_TRY(const PatientDetails details, fields::cleaned(patient));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(refuseTakenIns(details, {}));
    AMBROISE_TRY(const PatientId id, rows::insert(m_db, details, actor, m_clock.now()));
    AMBROISE_CHECK(
        m_trace.record(id, {.cause = identity::Cause::Created, .after = details.identity}, actor));
    AMBROISE_CHECK(m_journal.record(deed(audit::Action::Create, id), actor));
    AMBROISE_CHECK(m_db.announce({u"patient"_qs, id.value}));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status PatientRepository::write(const Patient &before, const PatientDetails &after,
                                const identity::IdentityEvent *event, const audit::Actor &actor)
{
    const QStringList changed = changedFields(before.details, after);
    AMBROISE_CHECK(refuseTakenIns(after, before.id));
    AMBROISE_CHECK(rows::replace(m_db, before, after, before.archived, actor, m_clock.now()));
    if (event)
        AMBROISE_CHECK(m_trace.record(before.id, *event, actor));
    AMBROISE_CHECK(
        m_journal.record(deed(audit::Action::Update, before.id, changed.join(u',')), actor));
    return m_db.announce({u"patient"_qs, before.id.value});
}

Result<Patient> PatientRepository::writable(PatientId id, qint64 version) const
{
    AMBROISE_TRY(Patient before, rows::load(m_db, id));
    if (before.mergedInto.isStored())
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    if (before.version != version)
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    return before;
}

Result<qint64> PatientRepository::update(PatientId id, qint64 version,
                                         const PatientDetails &details, const audit::Actor &actor)
{
    AMBROISE_TRY(const PatientDetails after, fields::cleaned(details));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Patient before, writable(id, version));
    const identity::Identity &was = before.details.identity;
    const identity::Identity &is = after.identity;
    if (changedFields(before.details, after).isEmpty())
        return version;
    if (is != was.withTraits(is.traits()).withAttributes(is.attributes()))
        return Error{ErrorCode::Invalid, u"patient.identity"_qs, {}};
    const identity::IdentityEvent event{.cause = is.attributes() == was.attributes()
                                                     ? identity::Cause::Corrected
                                                     : identity::Cause::Attributes,
                                        .before = was,
                                        .after = is};
    AMBROISE_CHECK(write(before, after, is == was ? nullptr : &event, actor));
    AMBROISE_CHECK(transaction.commit());
    return version + 1;
}

Result<qint64> PatientRepository::decide(PatientId id, qint64 version,
                                         const QList<IdentityDecision> &decisions,
                                         const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    for (const IdentityDecision &decision : decisions) {
        AMBROISE_TRY(const Patient before, writable(id, version));
        AMBROISE_CHECK(decideOne(before, decision, actor));
        ++version;
    }
    AMBROISE_CHECK(transaction.commit());
    return version;
}

Status PatientRepository::decideOne(const Patient &before, const IdentityDecision &decision,
                                    const audit::Actor &actor)
{
    PatientDetails after = before.details;
    after.identity = decision.after;
    const identity::IdentityEvent event{.cause = decision.cause,
                                        .before = before.details.identity,
                                        .after = decision.after,
                                        .reason = decision.reason,
                                        .evidence = decision.evidence,
                                        .call = decision.call,
                                        .mandate = decision.mandate};
    AMBROISE_CHECK(m_trace.recordHistory(before.id, decision.history));
    return write(before, after, &event, actor);
}

Result<qint64> PatientRepository::archive(PatientId id, qint64 version, const audit::Actor &actor)
{
    return mark(id, version, true, actor);
}

Result<qint64> PatientRepository::restore(PatientId id, qint64 version, const audit::Actor &actor)
{
    return mark(id, version, false, actor);
}

Result<qint64> PatientRepository::mark(PatientId id, qint64 version, bool archived,
                                       const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Patient before, writable(id, version));
    if (before.archived == archived)
        return version;
    if (!archived)
        AMBROISE_CHECK(refuseTakenIns(before.details, id));
    AMBROISE_CHECK(rows::replace(m_db, before, before.details, archived, actor, m_clock.now()));
    AMBROISE_CHECK(m_journal.record(archived ? deed(audit::Action::Remove, id, u"archived"_qs)
                                             : deed(audit::Action::Update, id, u"restored"_qs),
                                    actor));
    AMBROISE_CHECK(m_db.announce({u"patient"_qs, id.value}));
    AMBROISE_CHECK(transaction.commit());
    return version + 1;
}

Result<RecordIds> PatientRepository::recordIds(PatientId id) const
{
    return rows::idsOf(m_db, id);
}

Result<PatientId> PatientRepository::keptFor(PatientId id) const
{
    PatientId kept = id;
    AMBROISE_CHECK(m_db.run("WITH RECURSIVE whole (id, step) AS (SELECT kept_id, 1 FROM"
                            " patient_merge WHERE absorbed_id = ? AND undone_at = '' UNION ALL"
                            " SELECT m.kept_id, whole.step + 1 FROM patient_merge m JOIN whole ON"
                            " m.absorbed_id = whole.id WHERE m.undone_at = '')"
                            " SELECT id FROM whole ORDER BY step DESC LIMIT 1",
                            {id.value},
                            [&](const storage::Row &row) { kept = PatientId{row.integer(0)}; }));
    return kept;
}

Result<QList<PatientRevision>> PatientRepository::revisions(PatientId id) const
{
    return rows::revisions(m_db, id);
}

Result<std::optional<PatientSummary>>
PatientRepository::byMatricule(const identity::InsMatricule &matricule) const
{
    std::optional<PatientSummary> found;
    AMBROISE_CHECK(m_db.run("SELECT " + rows::summaryColumns() +
                                " FROM patient WHERE matricule = ? AND matricule <> ''"
                                " AND archived_at = '' ORDER BY id DESC",
                            {matricule.toString()},
                            [&](const storage::Row &row) { found = rows::summaryOf(row); }));
    return found;
}

Result<QList<CloseRecord>> PatientRepository::near(const identity::StrictTraits &traits,
                                                   PatientId except) const
{
    QHash<PatientId, PatientSummary> candidates;
    const auto keep = [&](const PatientSummary &summary) {
        if (summary.id != except)
            candidates.insert(summary.id, summary);
    };
    const QDate birth = traits.birthDate().date();
    const QDate transposed(birth.year(), birth.day(), birth.month());
    AMBROISE_CHECK(
        m_db.run("SELECT " + rows::summaryColumns() +
                     " FROM patient WHERE birth_date IN (?, ?) AND NOT EXISTS (SELECT 1 FROM"
                     " patient_merge WHERE absorbed_id = patient.id AND undone_at = '')",
                 {birth, transposed.isValid() ? transposed : birth},
                 [&](const storage::Row &row) { keep(rows::summaryOf(row)); }));
    constexpr int namesakes = 200;
    const QString names = traits.surname().text() + u' ' + traits.firstGivenName().text();
    AMBROISE_TRY(const QList<PatientSummary> sameNames, search(names, namesakes));
    std::for_each(sameNames.begin(), sameNames.end(), keep);

    QList<CloseRecord> close;
    for (const PatientSummary &summary : std::as_const(candidates))
        if (const auto closeness = closenessOf(traits, summary))
            close.push_back({summary, *closeness});
    std::sort(close.begin(), close.end(), [](const CloseRecord &a, const CloseRecord &b) {
        return std::tie(a.closeness, a.summary.id) < std::tie(b.closeness, b.summary.id);
    });
    return close.mid(0, mostClose);
}

Result<qint64> PatientRepository::count() const
{
    qint64 count = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM patient WHERE archived_at = ''", {},
                            [&](const storage::Row &row) { count = row.integer(0); }));
    return count;
}

Result<QList<PatientSummary>> PatientRepository::identities(IdentityQueue queue, int limit,
                                                            const QList<PatientId> &first) const
{
    AMBROISE_TRY(const QList<PatientId> ids, idsOf(queue, limit, first));
    return summaries(ids);
}

Result<QList<PatientId>> PatientRepository::allIdentities(IdentityQueue queue) const
{
    return idsOf(queue, std::numeric_limits<int>::max(), {});
}

Result<QList<PatientId>> PatientRepository::idsOf(IdentityQueue queue, int limit,
                                                  const QList<PatientId> &first) const
{
    const bool qualified = queue == IdentityQueue::Qualified;
    const bool retrieved = qualified || queue == IdentityQueue::Retrieved;
    const bool checked = qualified || queue == IdentityQueue::Validated;
    const bool doubtful = queue == IdentityQueue::Doubtful;
    storage::Values values{retrieved ? 1 : 0, checked ? 1 : 0};
    values << rows::padded(first) << limit;
    QList<PatientId> ids;
    AMBROISE_CHECK(m_db.run(
        "SELECT id FROM patient WHERE archived_at = '' AND insi_retrieved = ? AND"
        " coherence_checked = ? AND " +
            QByteArray(doubtful ? "attributes LIKE 'DOUT%'" : "attributes IN ('', 'HOMD')") +
            " ORDER BY CASE WHEN id IN (" + storage::placeholders(rows::padded(first).size()) +
            ") THEN 0 ELSE 1 END, updated_at DESC, id LIMIT ?",
        values, [&](const storage::Row &row) { ids << PatientId{row.integer(0)}; }));
    std::stable_sort(ids.begin(), ids.end(), [&](PatientId a, PatientId b) {
        const auto place = [&](PatientId id) {
            const qsizetype index = first.indexOf(id);
            return index < 0 ? first.size() : index;
        };
        return place(a) < place(b);
    });
    return ids;
}

Result<IdentityCounts> PatientRepository::identityCounts() const
{
    IdentityCounts counts;
    AMBROISE_CHECK(
        m_db.run("SELECT insi_retrieved, coherence_checked, attributes, count(*) FROM patient"
                 " WHERE archived_at = '' GROUP BY insi_retrieved, coherence_checked, attributes",
                 {}, [&](const storage::Row &row) {
                     const auto attributes = identity::IdentityAttributes::parse(row.text(2));
                     const qint64 many = row.integer(3);
                     if (attributes.ok() && attributes->isFictive())
                         counts.fictive += many;
                     else if (attributes.ok() && attributes->isDoubtful())
                         counts.doubtful += many;
                     else if (row.boolean(0))
                         (row.boolean(1) ? counts.qualified : counts.retrieved) += many;
                     else
                         (row.boolean(1) ? counts.validated : counts.provisional) += many;
                 }));
    return counts;
}

} // namespace ambroise::patient

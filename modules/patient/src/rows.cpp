// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include "fields.h"
#include "terms.h"

namespace ambroise::patient::rows {
namespace {

constexpr int columnCount = int(fields::columns.size());

storage::PrefixIndex index(storage::Connection &db)
{
    return {db, "patient_term"};
}

storage::Values valuesOf(const PatientDetails &details)
{
    storage::Values values;
    values.reserve(columnCount + 8);
    for (const QString &text : fields::textsOf(details))
        values << text;
    return values;
}

//! The table has one unique index besides its key.
Error named(const Error &error)
{
    if (error.subject == u"storage.constraint")
        return {ErrorCode::Conflict, u"patient.ins_taken"_qs, error.detail};
    return error;
}

fields::Texts textsOf(const storage::Row &row, int from)
{
    fields::Texts texts;
    for (int i = 0; i < columnCount; ++i)
        texts[size_t(i)] = row.text(from + i);
    return texts;
}

} // namespace

Result<PatientId> insert(storage::Connection &db, const PatientDetails &details,
                         const audit::Actor &actor, const QDateTime &now)
{
    static const QByteArray sql =
        "INSERT INTO patient (" + fields::columnList() +
        ", sort, archived_at, version, created_at, updated_at, updated_by, updated_by_name)"
        " VALUES (" +
        storage::placeholders(columnCount + 1) + ", '', 1, ?, ?, ?, ?) RETURNING id";
    const QString sort = terms::sortOf(details);
    const QString at = storage::toText(now);
    const Result<qint64> id =
        db.insert(sql, valuesOf(details) << sort << at << at << actor.user().value << actor.name());
    if (!id.ok())
        return named(id.error());
    AMBROISE_CHECK(index(db).add(*id, terms::of(details), sort));
    return PatientId{*id};
}

Result<Patient> load(storage::Connection &db, PatientId id)
{
    static const QByteArray sql =
        "SELECT version, archived_at, created_at, updated_at, updated_by, updated_by_name,"
        " coalesce((SELECT kept_id FROM patient_merge WHERE absorbed_id = patient.id AND"
        " undone_at = ''), 0), " +
        fields::columnList() + " FROM patient WHERE id = ?";
    Result<Patient> found = Error{ErrorCode::NotFound, u"patient.missing"_qs, {}};
    AMBROISE_CHECK(db.run(sql, {id.value}, [&](const storage::Row &row) {
        const Result<PatientDetails> details = fields::detailsOf(textsOf(row, 7));
        if (!details.ok()) {
            found = details.error();
            return;
        }
        found = Patient{.id = id,
                        .version = row.integer(0),
                        .details = *details,
                        .archived = !row.text(1).isEmpty(),
                        .mergedInto = PatientId{row.integer(6)},
                        .createdAt = row.instant(2),
                        .updatedAt = row.instant(3),
                        .updatedBy = UserId{row.integer(4)},
                        .updatedByName = row.text(5)};
    }));
    if (!found.ok())
        return found;
    AMBROISE_TRY(Patient patient, std::move(found));
    AMBROISE_TRY(const RecordIds ids, idsOf(db, id));
    patient.merged = ids.merged();
    return patient;
}

Result<RecordIds> idsOf(storage::Connection &db, PatientId id)
{
    QList<PatientId> merged;
    AMBROISE_CHECK(db.run("WITH RECURSIVE part (id) AS (SELECT absorbed_id FROM patient_merge"
                          " WHERE kept_id = ? AND undone_at = '' UNION SELECT m.absorbed_id FROM"
                          " patient_merge m JOIN part ON m.kept_id = part.id"
                          " WHERE m.undone_at = '') SELECT id FROM part ORDER BY id",
                          {id.value},
                          [&](const storage::Row &row) { merged << PatientId{row.integer(0)}; }));
    return RecordIds(id, merged);
}

Status replace(storage::Connection &db, const Patient &before, const PatientDetails &after,
               bool archived, const audit::Actor &actor, const QDateTime &now)
{
    static const QByteArray update =
        "UPDATE patient SET (" + fields::columnList() +
        ", sort, archived_at, version, updated_at, updated_by, updated_by_name) = (" +
        storage::placeholders(columnCount + 6) + ") WHERE id = ? AND version = ?";
    const QString sort = terms::sortOf(after);
    const QString at = storage::toText(now);
    const Status written =
        db.updateOne(update, valuesOf(after) << sort << (archived ? at : QString())
                                             << before.version + 1 << at << actor.user().value
                                             << actor.name() << before.id.value << before.version);
    if (!written.ok())
        return named(written.error());
    AMBROISE_CHECK(db.run(
        "INSERT INTO patient_revision (patient_id, version, written_at, written_by,"
        " written_by_name, body) VALUES (?, ?, ?, ?, ?, ?)",
        {before.id.value, before.version, storage::toText(before.updatedAt), before.updatedBy.value,
         before.updatedByName, fields::toJson(fields::textsOf(before.details))}));
    if (archived)
        return index(db).remove(before.id.value);
    return index(db).replace(before.id.value, terms::of(after), sort);
}

Result<QList<PatientRevision>> revisions(storage::Connection &db, PatientId id)
{
    QList<PatientRevision> out;
    Status read = done();
    AMBROISE_CHECK(db.run("SELECT version, written_at, written_by, written_by_name, body"
                          " FROM patient_revision WHERE patient_id = ? ORDER BY version DESC",
                          {id.value}, [&](const storage::Row &row) {
                              const auto texts = fields::textsFromJson(row.text(4));
                              const auto details = texts.ok()
                                                       ? fields::detailsOf(*texts)
                                                       : Result<PatientDetails>(texts.error());
                              if (details.ok())
                                  out.push_back({row.integer(0), row.instant(1),
                                                 UserId{row.integer(2)}, row.text(3), *details});
                              else
                                  read = details.error();
                          }));
    if (!read.ok())
        return read.error();
    return out;
}

QByteArray summaryColumns()
{
    return "id, birth_surname, given_names, first_given_name, used_surname, used_given_name, sex,"
           " birth_date, birth_date_interpreted, phones, city, insi_retrieved, coherence_checked,"
           " attributes, deceased_on, archived_at";
}

PatientSummary summaryOf(const storage::Row &row)
{
    const auto phone = PhoneNumber::parse(row.text(9).section(u'\n', 0, 0));
    const auto attributes = identity::IdentityAttributes::parse(row.text(13));
    return {.id = PatientId{row.integer(0)},
            .birthSurname = row.text(1),
            .givenNames = row.text(2),
            .firstGivenName = row.text(3),
            .usedSurname = row.text(4),
            .usedGivenName = row.text(5),
            .sex = identity::sexOf(row.text(6)).value_or(identity::Sex::Indeterminate),
            .birthDate = row.date(7),
            .birthDateInterpreted = row.boolean(8),
            .phone = phone.ok() ? phone->toFrench() : QString(),
            .city = row.text(10),
            .status = identity::IdentityFacts{row.boolean(11), row.boolean(12)}.status(),
            .attributes = attributes.ok() ? *attributes : identity::IdentityAttributes(),
            .deceased = !row.text(14).isEmpty(),
            .archived = !row.text(15).isEmpty()};
}

storage::Values padded(const QList<PatientId> &ids)
{
    qsizetype size = 10;
    while (size < ids.size())
        size *= 2;
    storage::Values values;
    for (const PatientId id : ids)
        values << id.value;
    while (values.size() < size)
        values << 0;
    return values;
}

Result<QList<PatientSummary>> summaries(storage::Connection &db, const QList<PatientId> &ids)
{
    if (ids.isEmpty())
        return QList<PatientSummary>{};
    const storage::Values values = padded(ids);
    QHash<PatientId, PatientSummary> byId;
    AMBROISE_CHECK(db.run("SELECT " + summaryColumns() + " FROM patient WHERE id IN (" +
                              storage::placeholders(values.size()) + ")",
                          values, [&](const storage::Row &row) {
                              PatientSummary summary = summaryOf(row);
                              byId.insert(summary.id, std::move(summary));
                          }));
    QList<PatientSummary> out;
    for (const PatientId id : ids)
        if (const auto found = byId.constFind(id); found != byId.cend())
            out << *found;
    return out;
}

} // namespace ambroise::patient::rows

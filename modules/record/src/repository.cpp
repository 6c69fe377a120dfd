// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/repository.h>

#include "entryrow.h"

#include <ambroise/record/entrysearch.h>

#include <array>

namespace ambroise::record {
namespace {

constexpr qsizetype maxText = 1'000'000;

struct KindWord {
    EntryKind kind;
    QStringView code;
};

constexpr std::array kinds = {KindWord{EntryKind::Consultation, u"consultation"},
                              KindWord{EntryKind::Problem, u"problem"},
                              KindWord{EntryKind::Antecedent, u"antecedent"},
                              KindWord{EntryKind::Allergy, u"allergy"},
                              KindWord{EntryKind::Treatment, u"treatment"},
                              KindWord{EntryKind::Measure, u"measure"},
                              KindWord{EntryKind::Vaccination, u"vaccination"},
                              KindWord{EntryKind::Result, u"result"},
                              KindWord{EntryKind::Letter, u"letter"},
                              KindWord{EntryKind::Document, u"document"},
                              KindWord{EntryKind::FamilyAntecedent, u"family"},
                              KindWord{EntryKind::RiskFactor, u"risk"},
                              KindWord{EntryKind::Pregnancy, u"pregnancy"},
                              KindWord{EntryKind::Implant, u"implant"}};

struct TopicWord {
    Topic topic;
    EntryKind kind;
};

constexpr std::array topics = {TopicWord{Topic::Allergies, EntryKind::Allergy},
                               TopicWord{Topic::Problems, EntryKind::Problem},
                               TopicWord{Topic::Antecedents, EntryKind::Antecedent},
                               TopicWord{Topic::FamilyAntecedents, EntryKind::FamilyAntecedent},
                               TopicWord{Topic::Treatments, EntryKind::Treatment}};

Status checked(const NewEntry &entry)
{
    if (entry.title.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"entry.title"_qs, {}};
    if (entry.title.size() > maxText || entry.body.size() > maxText)
        return Error{ErrorCode::Invalid, u"entry.long"_qs, {}};
    if (!entry.happened.isValid())
        return Error{ErrorCode::Invalid, u"entry.date"_qs, {}};
    return done();
}

//! Where an entry of that kind is shown; null: it is not, where it holds no more.
QList<Entry> *placeOf(Overview &overview, EntryKind kind, bool active)
{
    switch (kind) {
    case EntryKind::Allergy:
        return active ? &overview.allergies : nullptr;
    case EntryKind::Problem:
        return active ? &overview.problems : &overview.antecedents;
    case EntryKind::Antecedent:
        return active ? &overview.antecedents : nullptr;
    case EntryKind::Treatment:
        return active ? &overview.treatments : nullptr;
    case EntryKind::Measure: // else it was taken back with the note it stood in
        return active ? &overview.measures : nullptr;
    case EntryKind::FamilyAntecedent:
        return active ? &overview.familyAntecedents : nullptr;
    case EntryKind::RiskFactor:
        return active ? &overview.riskFactors : nullptr;
    case EntryKind::Pregnancy:
        return active ? &overview.pregnancies : nullptr;
    case EntryKind::Implant:
        return active ? &overview.implants : nullptr;
    case EntryKind::Consultation:
    case EntryKind::Vaccination:
    case EntryKind::Result:
    case EntryKind::Letter:
    case EntryKind::Document:
        break;
    }
    return &overview.history;
}

//! Where entries of that kind say that there are some, "none known" is over.
std::optional<Topic> topicOf(EntryKind kind)
{
    for (const TopicWord &word : topics)
        if (word.kind == kind)
            return word.topic;
    return std::nullopt;
}

} // namespace

Entry entryOf(const storage::Row &row)
{
    return {EntryId{row.integer(0)},
            PatientId{row.integer(1)},
            NewEntry{entryKindOf(row.text(2)).value_or(EntryKind::Document), row.instant(3),
                     row.text(4), row.text(5), row.text(6), row.text(7), row.text(8),
                     row.boolean(9)},
            UserId{row.integer(10)},
            row.text(11),
            row.instant(12),
            row.integer(13)};
}

QString code(EntryKind kind)
{
    return kinds.at(size_t(kind)).code.toString();
}

std::optional<EntryKind> entryKindOf(QStringView text)
{
    for (const KindWord &word : kinds)
        if (word.code == text)
            return word.kind;
    return std::nullopt;
}

QString code(Topic topic)
{
    return code(kindOf(topic));
}

QList<Topic> allTopics()
{
    QList<Topic> all;
    for (const TopicWord &word : topics)
        all << word.topic;
    return all;
}

EntryKind kindOf(Topic topic)
{
    return topics.at(size_t(topic)).kind;
}

Result<EntryId> RecordRepository::insert(PatientId patient, const NewEntry &entry,
                                         const audit::Actor &actor)
{
    AMBROISE_TRY(
        const qint64 id,
        m_db.insert(
            "INSERT INTO entry (patient_id, kind, happened, title, body, code, value, unit, active,"
            " author_id, author_name, written_at, version)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING id",
            {patient.value, code(entry.kind), storage::toText(entry.happened), entry.title,
             entry.body, entry.code, entry.value, entry.unit, entry.active, actor.user().value,
             actor.name(), storage::toText(m_clock.now())}));
    return EntryId{id};
}

Result<EntryId> RecordRepository::add(PatientId patient, const NewEntry &entry,
                                      const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(entry));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const EntryId id, insert(patient, entry, actor));
    AMBROISE_CHECK(EntryIndex(m_db).put(id, entry));
    AMBROISE_CHECK(endNone(patient, entry));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Create, audit::Subject::Entry, id.value, patient, code(entry.kind)},
        actor));
    AMBROISE_CHECK(m_db.announce({u"record"_qs, patient.value}));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status RecordRepository::revise(const Entry &entry, const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(entry.content));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Entry before, find(entry.id));
    AMBROISE_TRY(const qint64 kept, m_db.run("INSERT INTO entry_revision (entry_id, version, "
                                             "happened, title, body, code, value, unit, active,"
                                             " author_id, author_name, written_at)"
                                             " SELECT id, version, happened, title, body, code, "
                                             "value, unit, active, author_id, author_name,"
                                             " written_at FROM entry WHERE id = ? AND version = ?",
                                             {entry.id.value, entry.version}));
    if (kept != 1)
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE entry SET happened = ?, title = ?, body = ?, code = ?, value = ?, unit = ?,"
        " active = ?, author_id = ?, author_name = ?, written_at = ?, version = version + 1"
        " WHERE id = ? AND version = ?",
        {storage::toText(entry.content.happened), entry.content.title, entry.content.body,
         entry.content.code, entry.content.value, entry.content.unit, entry.content.active,
         actor.user().value, actor.name(), storage::toText(m_clock.now()), entry.id.value,
         entry.version}));
    AMBROISE_CHECK(EntryIndex(m_db).put(entry.id, entry.content, before.content.happened));
    AMBROISE_CHECK(endNone(entry.patient, entry.content));
    AMBROISE_CHECK(m_journal.record({audit::Action::Update, audit::Subject::Entry, entry.id.value,
                                     entry.patient, code(entry.content.kind)},
                                    actor));
    AMBROISE_CHECK(m_db.announce({u"record"_qs, entry.patient.value}));
    return transaction.commit();
}

Status RecordRepository::sayNone(Topic topic, const patient::RecordIds &patient,
                                 const audit::Actor &actor)
{
    const PatientId record = patient.record();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    storage::Values values = patient.values();
    values << code(topic);
    AMBROISE_TRY(const qint64 listed, m_db.run("SELECT id FROM entry WHERE patient_id IN (" +
                                                   storage::placeholders(patient.all().size()) +
                                                   ") AND kind = ? AND active = 1",
                                               values));
    if (listed > 0)
        return Error{ErrorCode::Conflict, u"entry.listed"_qs, {}};
    AMBROISE_CHECK(
        m_db.run("INSERT INTO none_known (patient_id, topic, said_at, author_name)"
                 " VALUES (?, ?, ?, ?) ON CONFLICT (patient_id, topic) DO UPDATE SET"
                 " said_at = excluded.said_at, author_name = excluded.author_name",
                 {record.value, code(topic), storage::toText(m_clock.now()), actor.name()}));
    AMBROISE_CHECK(tellNone(u"none_known "_qs + code(topic), record, actor));
    return transaction.commit();
}

Status RecordRepository::forgetNone(Topic topic, const patient::RecordIds &patient,
                                    const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    storage::Values values = patient.values();
    values << code(topic);
    AMBROISE_CHECK(m_db.run("DELETE FROM none_known WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) + ") AND topic = ?",
                            values));
    AMBROISE_CHECK(tellNone(u"not_filled_in "_qs + code(topic), patient.record(), actor));
    return transaction.commit();
}

//! What is listed is not known to be none any more.
Status RecordRepository::endNone(PatientId patient, const NewEntry &entry)
{
    const auto topic = topicOf(entry.kind);
    if (topic && entry.active)
        AMBROISE_CHECK(m_db.run("DELETE FROM none_known WHERE patient_id = ? AND topic = ?",
                                {patient.value, code(*topic)}));
    return done();
}

Status RecordRepository::tellNone(const QString &what, PatientId record, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Update, audit::Subject::Patient, record.value, record, what}, actor));
    return m_db.announce({u"record"_qs, record.value});
}

Result<Overview> RecordRepository::overview(const patient::RecordIds &patient) const
{
    const QByteArray places = storage::placeholders(patient.all().size());
    Overview overview;
    AMBROISE_CHECK(m_db.run("SELECT topic FROM none_known WHERE patient_id IN (" + places + ')',
                            patient.values(), [&](const storage::Row &row) {
                                for (const Topic topic : allTopics())
                                    if (code(topic) == row.text(0))
                                        overview.topics[topic] = TopicState::NoneKnown;
                            }));
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(entryColumns) +
                                " FROM entry WHERE patient_id IN (" + places +
                                ") ORDER BY happened DESC, id DESC",
                            patient.values(), [&](const storage::Row &row) {
                                Entry entry = entryOf(row);
                                const bool active = entry.content.active;
                                QList<Entry> *place = placeOf(overview, entry.content.kind, active);
                                const auto topic = topicOf(entry.content.kind);
                                if (topic && active)
                                    overview.topics[*topic] = TopicState::Listed;
                                if (place)
                                    place->append(std::move(entry));
                            }));
    return overview;
}

Result<QList<Entry>> RecordRepository::ofKind(EntryKind kind,
                                              const patient::RecordIds &patient) const
{
    QList<Entry> entries;
    storage::Values values = patient.values();
    values << code(kind);
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(entryColumns) +
                                " FROM entry WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ") AND kind = ? ORDER BY happened DESC, id DESC",
                            values, [&](const storage::Row &row) { entries << entryOf(row); }));
    return entries;
}

Status RecordRepository::completeText(PatientId patient, const QString &code, const QString &text)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    QList<Entry> entries;
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(entryColumns) +
                                " FROM entry WHERE patient_id = ? AND code = ? AND body = ''",
                            {patient.value, code},
                            [&](const storage::Row &row) { entries << entryOf(row); }));
    for (Entry &entry : entries) {
        entry.content.body = text.left(maxText);
        AMBROISE_CHECK(m_db.run("UPDATE entry SET body = ? WHERE id = ?",
                                {entry.content.body, entry.id.value}));
        AMBROISE_CHECK(EntryIndex(m_db).put(entry.id, entry.content));
    }
    AMBROISE_CHECK(m_db.announce({u"record"_qs, patient.value}));
    return transaction.commit();
}

Status RecordRepository::link(EntryId entry, EntryId filedWith)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO entry_link (entry_id, linked_id) VALUES (?, ?)",
                            {entry.value, filedWith.value}));
    return done();
}

Result<QList<Entry>> RecordRepository::linkedWith(EntryId entry) const
{
    QList<Entry> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT " + QByteArray(entryColumns) +
            " FROM entry WHERE kind <> 'measure' AND active = 1 AND (id IN (SELECT"
            " linked_id FROM entry_link WHERE entry_id = ?) OR id IN (SELECT entry_id"
            " FROM entry_link WHERE linked_id = ?)) ORDER BY happened DESC, id DESC",
        {entry.value, entry.value}, [&](const storage::Row &row) { found << entryOf(row); }));
    return found;
}

Result<Entry> RecordRepository::find(EntryId entry) const
{
    std::optional<Entry> found;
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(entryColumns) + " FROM entry WHERE id = ?",
                            {entry.value}, [&](const storage::Row &row) { found = entryOf(row); }));
    if (!found)
        return Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}};
    return *found;
}

Result<QList<Revision>> RecordRepository::revisions(EntryId entry) const
{
    QList<Revision> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT r.version, e.kind, r.happened, r.title, r.body, r.code, r.value, r.unit, r.active,"
        " r.author_name, r.written_at FROM entry_revision r JOIN entry e ON e.id = r.entry_id"
        " WHERE r.entry_id = ? ORDER BY r.version",
        {entry.value}, [&](const storage::Row &row) {
            found.append({row.integer(0),
                          NewEntry{entryKindOf(row.text(1)).value_or(EntryKind::Document),
                                   row.instant(2), row.text(3), row.text(4), row.text(5),
                                   row.text(6), row.text(7), row.boolean(8)},
                          row.text(9), row.instant(10)});
        }));
    return found;
}

Result<qint64> RecordRepository::count() const
{
    qint64 count = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM entry", {},
                            [&](const storage::Row &row) { count = row.integer(0); }));
    return count;
}

Result<qint64> RecordRepository::countOf(const patient::RecordIds &patient) const
{
    qint64 count = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM entry WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) + ')',
                            patient.values(),
                            [&](const storage::Row &row) { count = row.integer(0); }));
    return count;
}

Result<QList<PatientId>> RecordRepository::patientsNamed() const
{
    QList<PatientId> patients;
    AMBROISE_CHECK(
        m_db.run("SELECT DISTINCT patient_id FROM entry ORDER BY patient_id", {},
                 [&](const storage::Row &row) { patients << PatientId{row.integer(0)}; }));
    return patients;
}

Result<QList<PatientId>> RecordRepository::longest(int limit) const
{
    QList<PatientId> patients;
    AMBROISE_CHECK(
        m_db.run("SELECT patient_id FROM entry GROUP BY patient_id "
                 "ORDER BY COUNT(*) DESC, patient_id LIMIT ?",
                 {limit}, [&](const storage::Row &row) { patients << PatientId{row.integer(0)}; }));
    return patients;
}

Status RecordRepository::addGenerated(PatientId patient, const QList<NewEntry> &entries,
                                      const audit::Actor &actor)
{
    for (const NewEntry &entry : entries)
        AMBROISE_CHECK(insert(patient, entry, actor));
    return done();
}

} // namespace ambroise::record

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/noterepository.h>

#include <algorithm>

namespace ambroise::record {
namespace {

bool isOfKind(const Entry &entry, const Measure &measure)
{
    return entry.content.title == definitionOf(measure.kind()).name;
}

bool says(const Entry &entry, const Measure &measure)
{
    return isOfKind(entry, measure) && entry.content.value == measure.stored() &&
           entry.content.body == measure.circumstance();
}

//! What a correction does to the measures of a note.
struct Correspondence {
    QList<Entry> revised{}; //!< as they are to be
    QList<Measure> added{};
};

Correspondence correspondence(QList<Entry> before, QList<Measure> now)
{
    before.removeIf([&](const Entry &entry) {
        const auto same = std::find_if(
            now.begin(), now.end(), [&](const Measure &measure) { return says(entry, measure); });
        if (same == now.end())
            return false;
        now.erase(same);
        return true;
    });
    Correspondence plan;
    for (Entry &entry : before) {
        const auto next = std::find_if(now.begin(), now.end(), [&](const Measure &measure) {
            return isOfKind(entry, measure);
        });
        entry.content.active = next != now.end();
        if (next != now.end()) {
            entry.content.value = next->stored();
            entry.content.body = next->circumstance();
            now.erase(next);
        }
        plan.revised << entry;
    }
    plan.added = now;
    return plan;
}

} // namespace

Result<EntryId> NoteRepository::sign(PatientId patient, const Note &note,
                                     const QList<Measure> &measures, const QDateTime &happened,
                                     const audit::Actor &actor)
{
    if (note.isEmpty())
        return Error{ErrorCode::Invalid, u"note.empty"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const EntryId id, m_records.add(patient, note.entry(happened), actor));
    for (const Measure &measure : measures)
        AMBROISE_CHECK(addMeasure(id, patient, measure, happened, actor));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status NoteRepository::correct(const Entry &before, const Note &note,
                               const QList<Measure> &measures, const audit::Actor &actor)
{
    if (note.isEmpty())
        return Error{ErrorCode::Invalid, u"note.empty"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    Entry after = before;
    after.content = note.entry(before.content.happened);
    AMBROISE_CHECK(m_records.revise(after, actor));
    AMBROISE_TRY(const QList<Entry> kept, measuresOf(before.id));
    const Correspondence plan = correspondence(kept, measures);
    for (const Entry &entry : plan.revised)
        AMBROISE_CHECK(m_records.revise(entry, actor));
    for (const Measure &measure : plan.added)
        AMBROISE_CHECK(
            addMeasure(before.id, before.patient, measure, before.content.happened, actor));
    return transaction.commit();
}

Status NoteRepository::addMeasure(EntryId note, PatientId patient, const Measure &measure,
                                  const QDateTime &happened, const audit::Actor &actor)
{
    AMBROISE_TRY(const EntryId id, m_records.add(patient, measure.entry(happened), actor));
    AMBROISE_CHECK(m_db.run("INSERT INTO entry_link (entry_id, linked_id) VALUES (?, ?)",
                            {note.value, id.value}));
    return done();
}

Result<std::optional<Entry>> NoteRepository::noteOf(EntryId measure) const
{
    EntryId note;
    AMBROISE_CHECK(m_db.run("SELECT entry_id FROM entry_link WHERE linked_id = ?", {measure.value},
                            [&](const storage::Row &row) { note = EntryId{row.integer(0)}; }));
    if (!note.isStored())
        return std::optional<Entry>();
    AMBROISE_TRY(const Entry entry, m_records.find(note));
    return std::optional(entry);
}

Result<QList<Entry>> NoteRepository::measuresOf(EntryId note) const
{
    QList<EntryId> ids;
    AMBROISE_CHECK(
        m_db.run("SELECT linked_id FROM entry_link WHERE entry_id = ? ORDER BY linked_id",
                 {note.value}, [&](const storage::Row &row) { ids << EntryId{row.integer(0)}; }));
    QList<Entry> measures;
    for (const EntryId id : ids) {
        AMBROISE_TRY(const Entry entry, m_records.find(id));
        if (entry.content.kind == EntryKind::Measure && entry.content.active)
            measures << entry;
    }
    return measures;
}

} // namespace ambroise::record

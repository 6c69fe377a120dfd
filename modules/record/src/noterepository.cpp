// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/noterepository.h>

#include <algorithm>

namespace ambroise::record {
namespace {

const Measure *ofKind(const QList<Measure> &measures, QStringView name)
{
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure &one) {
        return definitionOf(one.kind()).name == name;
    });
    return found == measures.end() ? nullptr : &*found;
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
    QStringList known;
    for (const Entry &entry : kept) {
        known << entry.content.title;
        AMBROISE_CHECK(reviseMeasure(entry, measures, actor));
    }
    for (const Measure &measure : measures)
        if (!known.contains(definitionOf(measure.kind()).name))
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

Status NoteRepository::reviseMeasure(const Entry &before, const QList<Measure> &measures,
                                     const audit::Actor &actor)
{
    const Measure *now = ofKind(measures, before.content.title);
    if (now && now->stored() == before.content.value)
        return done();
    Entry after = before;
    after.content.active = now != nullptr;
    if (now)
        after.content.value = now->stored();
    return m_records.revise(after, actor);
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

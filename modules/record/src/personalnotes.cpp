// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/personalnotes.h>

namespace ambroise::record {
namespace {

constexpr qint64 sittingSeconds = 600;

} // namespace

Result<QList<PersonalNote>> PersonalNotes::of(const patient::RecordIds &records, UserId owner) const
{
    QList<PersonalNote> notes{{records.record()}};
    AMBROISE_CHECK(m_db.run("SELECT patient_id, body, version, written_at FROM personal_note WHERE"
                            " patient_id IN (" +
                                storage::placeholders(records.all().size()) +
                                ") AND owner_id = ? ORDER BY patient_id",
                            records.values() << owner.value, [&](const storage::Row &row) {
                                const PersonalNote note{PatientId{row.integer(0)}, row.text(1),
                                                        row.integer(2), row.instant(3)};
                                if (note.patient == records.record())
                                    notes.first() = note;
                                else
                                    notes << note;
                            }));
    return notes;
}

Result<PersonalNote> PersonalNotes::save(const PersonalNote &note, const audit::Actor &actor)
{
    if (note.body.size() > longest)
        return Error{ErrorCode::Invalid, u"personal_note.long"_qs, {}};
    const QDateTime now = m_clock.now();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    QDateTime journaled;
    AMBROISE_CHECK(
        m_db.run("SELECT journaled_at FROM personal_note WHERE patient_id = ? AND owner_id = ?",
                 {note.patient.value, actor.user().value},
                 [&](const storage::Row &row) { journaled = row.instant(0); }));
    const bool sameSitting = journaled.isValid() && journaled.secsTo(now) < sittingSeconds;
    if (!sameSitting)
        journaled = now;
    if (note.version == 0) {
        const auto added =
            m_db.run("INSERT INTO personal_note (patient_id, owner_id, body, version, written_at,"
                     " journaled_at) VALUES (?, ?, ?, 1, ?, ?)",
                     {note.patient.value, actor.user().value, note.body, storage::toText(now),
                      storage::toText(journaled)});
        if (!added.ok() && added.error().subject == u"storage.constraint")
            return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
        AMBROISE_CHECK(added);
    } else {
        AMBROISE_CHECK(m_db.updateOne(
            "UPDATE personal_note SET body = ?, version = version + 1, written_at = ?,"
            " journaled_at = ? WHERE patient_id = ? AND owner_id = ? AND version = ?",
            {note.body, storage::toText(now), storage::toText(journaled), note.patient.value,
             actor.user().value, note.version}));
    }
    if (!sameSitting)
        AMBROISE_CHECK(m_journal.record({audit::Action::Update, audit::Subject::Patient,
                                         note.patient.value, note.patient, u"personal_note"_qs},
                                        actor));
    AMBROISE_CHECK(transaction.commit());
    return PersonalNote{note.patient, note.body, note.version + 1, now};
}

} // namespace ambroise::record

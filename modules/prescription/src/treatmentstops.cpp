// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentdeeds.h"

#include <ambroise/prescription/treatmentstops.h>

namespace ambroise::prescription {
namespace {

constexpr QStringView stopDeed = u"treatment_stop";

Error alreadyStopped()
{
    return {ErrorCode::Conflict, u"treatment.stopped"_qs, {}};
}

} // namespace

Result<TreatmentStopId> TreatmentStops::add(PatientId patient, const StoppedLine &line,
                                            const record::TreatmentStop &stop, QDate started,
                                            const audit::Actor &actor)
{
    AMBROISE_CHECK(record::checkStop(stop, started, m_clock.today()));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const qint64 held, m_db.run("SELECT id FROM treatment_stop WHERE number = ?"
                                             " AND place = ? AND taken_back_at = ''",
                                             {line.number, line.place}));
    if (held > 0)
        return alreadyStopped();
    const auto id = m_db.insert(
        "INSERT INTO treatment_stop (patient_id, number, place, substances, stopped_on,"
        " reason, words, said_at, author_id, author_name, taken_back_at, taken_back_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '') RETURNING id",
        {patient.value, line.number, line.place, line.substances, stop.day.toString(Qt::ISODate),
         record::code(stop.reason), stop.words.simplified(), storage::toText(m_clock.now()),
         actor.user().value, actor.name()});
    if (!id.ok()) // another post was faster, by less than it took to look
        return id.error().subject == u"storage.constraint" ? alreadyStopped() : id.error();
    AMBROISE_CHECK(TreatmentDeeds(m_db, m_journal)
                       .tell(stopDeed, patient, line, audit::Action::Update,
                             record::code(stop.reason), actor));
    AMBROISE_CHECK(transaction.commit());
    return TreatmentStopId{*id};
}

Status TreatmentStops::takeBack(TreatmentStopId id, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    std::optional<std::pair<PatientId, StoppedLine>> kept;
    AMBROISE_CHECK(
        m_db.run("SELECT patient_id, number, place, substances FROM treatment_stop WHERE id = ?",
                 {id.value}, [&](const storage::Row &row) {
                     kept = {PatientId{row.integer(0)},
                             StoppedLine{row.text(1), int(row.integer(2)), row.text(3)}};
                 }));
    if (!kept)
        return Error{ErrorCode::NotFound, u"treatment.stop_unknown"_qs, {}};
    AMBROISE_TRY(const qint64 rows,
                 m_db.run("UPDATE treatment_stop SET taken_back_at = ?, taken_back_by = ?"
                          " WHERE id = ? AND taken_back_at = ''",
                          {storage::toText(m_clock.now()), actor.name(), id.value}));
    if (rows == 0)
        return Error{ErrorCode::Conflict, u"treatment.taken_back"_qs, {}};
    AMBROISE_CHECK(TreatmentDeeds(m_db, m_journal)
                       .tell(stopDeed, kept->first, kept->second, audit::Action::Cancel,
                             u"taken_back"_qs, actor));
    return transaction.commit();
}

Result<QList<KeptStop>> TreatmentStops::of(const patient::RecordIds &patient) const
{
    QList<KeptStop> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, number, place, substances, stopped_on, reason, words, said_at, author_name,"
        " taken_back_at, taken_back_by FROM treatment_stop WHERE patient_id IN (" +
            storage::placeholders(patient.all().size()) + ") ORDER BY said_at, id",
        patient.values(), [&](const storage::Row &row) {
            found.append({TreatmentStopId{row.integer(0)},
                          {row.text(1), int(row.integer(2)), row.text(3)},
                          {QDate::fromString(row.text(4), Qt::ISODate),
                           record::stopReasonOf(row.text(5)).value_or(record::StopReason::Other),
                           row.text(6)},
                          row.instant(7),
                          row.text(8),
                          row.instant(9),
                          row.text(10)});
        }));
    return found;
}

} // namespace ambroise::prescription

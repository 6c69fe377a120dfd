// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/agenda/repository.h>

namespace ambroise::agenda {
namespace {

const QByteArray columns =
    "id, patient_id, professional_id, starts_at, minutes, kind, reason, walk_in, state, arrived_at,"
    " begun_at, ended_at, author_name, written_at, version";

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checked(const AppointmentDetails &details)
{
    if (details.patient.isStored() == (details.kind == AppointmentKind::Closed))
        return invalid(u"appointment.patient"_qs);
    if (!details.professional.isStored())
        return invalid(u"appointment.professional"_qs);
    if (!details.start.isValid())
        return invalid(u"appointment.start"_qs);
    if (details.length < AppointmentLimits::shortest || details.length > AppointmentLimits::longest)
        return invalid(u"appointment.length"_qs);
    if (details.reason.size() > AppointmentLimits::reason)
        return invalid(u"appointment.reason"_qs);
    return done();
}

Appointment appointmentOf(const storage::Row &row)
{
    Appointment one;
    one.id = AppointmentId{row.integer(0)};
    one.details = {PatientId{row.integer(1)},
                   UserId{row.integer(2)},
                   row.instant(3),
                   std::chrono::minutes(row.integer(4)),
                   appointmentKindOf(row.text(5)).value_or(AppointmentKind::Consultation),
                   row.text(6),
                   row.boolean(7)};
    one.state = appointmentStateOf(row.text(8)).value_or(AppointmentState::Planned);
    one.arrivedAt = row.instant(9);
    one.begunAt = row.instant(10);
    one.endedAt = row.instant(11);
    one.authorName = row.text(12);
    one.writtenAt = row.instant(13);
    one.version = row.integer(14);
    return one;
}

QString textOf(const QDateTime &instant)
{
    return instant.isValid() ? storage::toText(instant) : QString();
}

//! The hours of a visit once it is in that state: what did not happen has none.
Appointment noted(Appointment visit, AppointmentState state, const QDateTime &now)
{
    using enum AppointmentState;
    const bool came = state == Waiting || state == InConsultation || state == Done;
    const bool begun = state == InConsultation || state == Done;
    if (!came)
        visit.arrivedAt = {};
    else if (!visit.arrivedAt.isValid())
        visit.arrivedAt = now;
    if (!begun)
        visit.begunAt = {};
    else if (!visit.begunAt.isValid())
        visit.begunAt = now;
    visit.endedAt = state == Done ? now : QDateTime();
    visit.state = state;
    return visit;
}

//! The day changed; nobody's record did.
const storage::Change changed{u"agenda"_qs, 0};

} // namespace

Result<AppointmentId> AppointmentRepository::insert(const Appointment &appointment,
                                                    const audit::Actor &actor)
{
    const AppointmentDetails &details = appointment.details;
    AMBROISE_CHECK(checked(details));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 id,
        m_db.insert(
            "INSERT INTO appointment (patient_id, professional_id, starts_at, minutes, kind,"
            " reason, walk_in, state, arrived_at, begun_at, ended_at, author_id, author_name,"
            " written_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, 1)"
            " RETURNING id",
            {details.patient.value, details.professional.value, storage::toText(details.start),
             qint64(details.length.count()), code(details.kind), details.reason, details.walkIn,
             code(appointment.state), textOf(appointment.arrivedAt), actor.user().value,
             actor.name(), storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Create, audit::Subject::Appointment, id,
                                     details.patient, code(appointment.state)},
                                    actor));
    AMBROISE_CHECK(m_db.announce(changed));
    AMBROISE_CHECK(transaction.commit());
    return AppointmentId{id};
}

Result<AppointmentId> AppointmentRepository::add(const AppointmentDetails &details,
                                                 const audit::Actor &actor)
{
    Appointment planned;
    planned.details = details;
    return insert(planned, actor);
}

Result<AppointmentId> AppointmentRepository::receive(const AppointmentDetails &details,
                                                     const audit::Actor &actor)
{
    Appointment arrived;
    arrived.details = details;
    arrived.details.walkIn = true;
    return insert(noted(arrived, AppointmentState::Waiting, m_clock.now()), actor);
}

Status AppointmentRepository::change(AppointmentId id, qint64 version,
                                     const AppointmentDetails &details, const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(details));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Appointment before, find(id));
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE appointment SET patient_id = ?, professional_id = ?, starts_at = ?, minutes = ?,"
        " kind = ?, reason = ?, walk_in = ?, author_id = ?, author_name = ?, written_at = ?,"
        " version = version + 1 WHERE id = ? AND version = ?",
        {details.patient.value, details.professional.value, storage::toText(details.start),
         qint64(details.length.count()), code(details.kind), details.reason, details.walkIn,
         actor.user().value, actor.name(), storage::toText(m_clock.now()), id.value, version}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Update, audit::Subject::Appointment, id.value,
                                     details.patient, u"changed"_qs},
                                    actor));
    if (before.details.patient != details.patient)
        AMBROISE_CHECK(m_journal.record({audit::Action::Update, audit::Subject::Appointment,
                                         id.value, before.details.patient, u"given_away"_qs},
                                        actor));
    AMBROISE_CHECK(m_db.announce(changed));
    return transaction.commit();
}

Status AppointmentRepository::become(const Appointment &appointment, AppointmentState state,
                                     const audit::Actor &actor)
{
    if (!mayBecome(appointment.state, state))
        return Error{ErrorCode::Conflict, u"appointment.state"_qs, {}};
    return step(noted(appointment, state, m_clock.now()), appointment.version, actor);
}

Status AppointmentRepository::takeBack(const Appointment &before, const audit::Actor &actor)
{
    return step(before, before.version + 1, actor);
}

Status AppointmentRepository::step(const Appointment &next, qint64 version,
                                   const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE appointment SET state = ?, arrived_at = ?, begun_at = ?, ended_at = ?,"
        " author_id = ?, author_name = ?, written_at = ?, version = version + 1"
        " WHERE id = ? AND version = ?",
        {code(next.state), textOf(next.arrivedAt), textOf(next.begunAt), textOf(next.endedAt),
         actor.user().value, actor.name(), storage::toText(m_clock.now()), next.id.value,
         version}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Update, audit::Subject::Appointment,
                                     next.id.value, next.details.patient, code(next.state)},
                                    actor));
    AMBROISE_CHECK(m_db.announce(changed));
    return transaction.commit();
}

Result<Appointment> AppointmentRepository::find(AppointmentId id) const
{
    std::optional<Appointment> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM appointment WHERE id = ?", {id.value},
                            [&](const storage::Row &row) { found = appointmentOf(row); }));
    if (!found)
        return Error{ErrorCode::NotFound, u"appointment.unknown"_qs, {}};
    return *found;
}

Result<QList<Appointment>> AppointmentRepository::ofDay(QDate day) const
{
    QList<Appointment> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns +
                                " FROM appointment WHERE starts_at >= ? AND starts_at < ?"
                                " ORDER BY starts_at, id",
                            {storage::toText(day.startOfDay().toUTC()),
                             storage::toText(day.addDays(1).startOfDay().toUTC())},
                            [&](const storage::Row &row) { found << appointmentOf(row); }));
    return found;
}

Result<QList<Appointment>> AppointmentRepository::of(const patient::RecordIds &patient,
                                                     int limit) const
{
    storage::Values values = patient.values();
    values << limit;
    QList<Appointment> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM appointment WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ") ORDER BY starts_at DESC, id DESC LIMIT ?",
                            values, [&](const storage::Row &row) { found << appointmentOf(row); }));
    return found;
}

} // namespace ambroise::agenda

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/agenda/appointment.h>
#include <ambroise/audit/journal.h>
#include <ambroise/core/clock.h>
#include <ambroise/patient/recordids.h>

namespace ambroise::agenda {

//! The appointments of the practice. What is written is journaled in the same transaction and told
//! to every post as "agenda". Errors of the writing calls: Invalid "appointment.patient" (nobody,
//! or somebody in closed time), "appointment.professional", "appointment.start",
//! "appointment.length", "appointment.reason" (too long); NotFound "appointment.unknown"; Conflict
//! "storage.version" (changed since at another post), "appointment.state" (does not follow from
//! where the visit is).
class AppointmentRepository {
public:
    //! The references are kept.
    AppointmentRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    Result<AppointmentId> add(const AppointmentDetails &details, const audit::Actor &actor);
    //! Somebody who stands there without being expected: at once in the waiting room.
    Result<AppointmentId> receive(const AppointmentDetails &details, const audit::Actor &actor);
    //! Another hour, professional, reason; the patient too.
    Status change(AppointmentId id, qint64 version, const AppointmentDetails &details,
                  const audit::Actor &actor);
    //! Notes the hour of it. A step back forgets that of what did not happen.
    Status become(const Appointment &appointment, AppointmentState state,
                  const audit::Actor &actor);

    //! The one step that was taken since `before` was a mistake: its state and its hours are back.
    //! Conflict "storage.version" where more was changed since.
    Status takeBack(const Appointment &before, const audit::Actor &actor);

    Result<Appointment> find(AppointmentId id) const;
    //! Those that begin on that civil day where the post stands, by hour; cancelled ones too.
    Result<QList<Appointment>> ofDay(QDate day) const;
    //! All of a patient's, the newest first.
    Result<QList<Appointment>> of(const patient::RecordIds &patient, int limit = 50) const;

private:
    //! State and hours of `next`, over that version.
    Status step(const Appointment &next, qint64 version, const audit::Actor &actor);
    Result<AppointmentId> insert(const Appointment &appointment, const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::agenda

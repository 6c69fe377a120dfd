// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/agenda/appointment.h>
#include <ambroise/core/result.h>
#include <ambroise/patient/patient.h>
#include <ambroise/uikit/listrow.h>

#include <functional>

namespace ambroise::agenda::ui {

//! Somebody who receives patients: a column of the day.
struct Professional {
    UserId id{};
    QString name{};     //!< short: "Dr Fontanel", "S. Aubrac"
    bool active = true; //!< still receives; the others are shown where they did

    friend bool operator==(const Professional &, const Professional &) = default;
};

//! What the page asks of the practice, answered within a frame.
struct AgendaServices {
    std::function<Result<QList<Professional>>()> professionals;
    std::function<Result<QList<Appointment>>(QDate day)> ofDay;
    std::function<Result<QList<patient::PatientSummary>>(const QList<PatientId> &ids)> patients;
    std::function<Result<QList<patient::PatientSummary>>(const QString &typed)> search;
    std::function<uikit::RowChip(const patient::PatientSummary &patient)> statusChip;
    std::function<Result<AppointmentId>(const AppointmentDetails &details)> add;
    //! Somebody who stands there already.
    std::function<Result<AppointmentId>(const AppointmentDetails &details)> receive;
    std::function<Status(const Appointment &before, const AppointmentDetails &details)> change;
    std::function<Status(const Appointment &appointment, AppointmentState state)> become;
    //! Undoes the one step that was taken since.
    std::function<Status(const Appointment &before)> takeBack;
    std::function<QString(const Error &error)> explain;
    UserId me{}; //!< not stored: who is signed in receives nobody
};

} // namespace ambroise::agenda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/core/result.h>

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace ambroise::agenda {

using AppointmentId = Id<struct AppointmentTag>;

enum class AppointmentKind {
    Consultation,
    Teleconsultation,
    HomeVisit,
    Closed //!< nobody is received: a pause, a meeting, an absence; without a patient
};

//! How far the visit is.
enum class AppointmentState {
    Planned,
    Waiting, //!< arrived, in the waiting room
    InConsultation,
    Done,
    Absent,   //!< did not come
    Cancelled //!< by the patient or by the practice, before
};

[[nodiscard]] QString code(AppointmentKind kind);   //!< "home_visit"; stable
[[nodiscard]] QString code(AppointmentState state); //!< "in_consultation"; stable
[[nodiscard]] std::optional<AppointmentKind> appointmentKindOf(QStringView code);
[[nodiscard]] std::optional<AppointmentState> appointmentStateOf(QStringView code);
[[nodiscard]] QList<AppointmentState> allAppointmentStates();

//! Whether a visit may go from one to the other: forward, or one step back where the first was a
//! mistake.
[[nodiscard]] bool mayBecome(AppointmentState from, AppointmentState to);

//! Who is expected, as it is written in the agenda.
struct AppointmentDetails {
    PatientId patient{}; //!< not stored where Closed
    UserId professional{};
    QDateTime start{}; //!< UTC
    std::chrono::minutes length{15};
    AppointmentKind kind = AppointmentKind::Consultation;
    QString reason{};    //!< one line, as the patient or the secretary says it
    bool walkIn = false; //!< came without being expected

    [[nodiscard]] QDateTime end() const;
    friend bool operator==(const AppointmentDetails &, const AppointmentDetails &) = default;
};

struct AppointmentLimits {
    static constexpr std::chrono::minutes shortest{5};
    static constexpr std::chrono::minutes longest{24 * 60};
    static constexpr qsizetype reason = 200; //!< UTF-16 units
};

//! One line of the agenda, as it was at `version`.
struct Appointment {
    AppointmentId id{};
    AppointmentDetails details;
    AppointmentState state = AppointmentState::Planned;
    QDateTime arrivedAt{}; //!< UTC; invalid: not yet
    QDateTime begunAt{};   //!< UTC; invalid: not yet
    QDateTime endedAt{};   //!< UTC; invalid: not yet
    QString authorName{};  //!< of the last change
    QDateTime writtenAt{};
    qint64 version = 0;

    //! How long somebody in the waiting room is there at `now`; nothing for the others.
    [[nodiscard]] std::optional<std::chrono::minutes> waited(const QDateTime &now) const;
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

//! Those in the waiting room, in the order in which they are called: by the hour that they were
//! given, then as they came. `professional` not stored: everybody's.
[[nodiscard]] QList<Appointment> waiting(const QList<Appointment> &day, UserId professional = {});
//! Those with a professional now, the longest first.
[[nodiscard]] QList<Appointment> inConsultation(const QList<Appointment> &day,
                                                UserId professional = {});

} // namespace ambroise::agenda

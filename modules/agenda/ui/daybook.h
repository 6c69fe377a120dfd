// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/agenda/ui/agendaservices.h>

#include <QHash>

namespace ambroise::agenda::ui {

//! A day of the agenda with everything that its views show.
struct DayBook {
    QDate day{};
    QDateTime now{}; //!< UTC
    QList<Professional> professionals{};
    QList<Appointment> appointments{}; //!< by hour; cancelled ones too
    QHash<PatientId, patient::PatientSummary> patients{};

    [[nodiscard]] const Appointment *find(AppointmentId id) const; //!< null: not of this day
    [[nodiscard]] const patient::PatientSummary *patientOf(const Appointment &one) const;
    [[nodiscard]] QString nameOf(const Appointment &one) const; //!< of the patient
    [[nodiscard]] QString professionalOf(const Appointment &one) const;
    //! How long those in the waiting room are there, on average.
    [[nodiscard]] std::chrono::minutes meanWait() const;
};

//! Errors: those of the services.
[[nodiscard]] Result<DayBook> readDay(const AgendaServices &services, QDate day,
                                      const QDateTime &now);

[[nodiscard]] QString hourText(const QDateTime &instant); //!< « 10:42 », where the post stands
[[nodiscard]] QString stateWord(AppointmentState state);
[[nodiscard]] QString kindWord(AppointmentKind kind);
//! Reason, and what is particular: « fièvre, ajouté », « téléconsultation ».
[[nodiscard]] QString reasonText(const Appointment &one);
//! The whole line for a screen reader.
[[nodiscard]] QString spoken(const DayBook &book, const Appointment &one);

} // namespace ambroise::agenda::ui

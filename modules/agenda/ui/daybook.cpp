// SPDX-License-Identifier: GPL-3.0-or-later
#include "daybook.h"

#include <QCoreApplication>

#include <algorithm>

namespace ambroise::agenda::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

bool receives(const Professional &professional, const QList<Appointment> &appointments)
{
    return std::any_of(appointments.begin(), appointments.end(), [&](const Appointment &one) {
        return one.details.professional == professional.id;
    });
}

} // namespace

const Appointment *DayBook::find(AppointmentId id) const
{
    for (const Appointment &one : appointments)
        if (one.id == id)
            return &one;
    return nullptr;
}

const patient::PatientSummary *DayBook::patientOf(const Appointment &one) const
{
    const auto found = patients.constFind(one.details.patient);
    return found == patients.cend() ? nullptr : &*found;
}

QString DayBook::nameOf(const Appointment &one) const
{
    const patient::PatientSummary *patient = patientOf(one);
    return patient ? displayName(*patient) : QString();
}

QString DayBook::professionalOf(const Appointment &one) const
{
    for (const Professional &professional : professionals)
        if (professional.id == one.details.professional)
            return professional.name;
    return {};
}

std::chrono::minutes DayBook::meanWait() const
{
    const QList<Appointment> there = waiting(appointments);
    if (there.isEmpty())
        return std::chrono::minutes(0);
    qint64 sum = 0;
    for (const Appointment &one : there)
        sum += one.waited(now).value_or(std::chrono::minutes(0)).count();
    return std::chrono::minutes(sum / there.size());
}

Result<DayBook> readDay(const AgendaServices &services, QDate day, const QDateTime &now)
{
    AMBROISE_TRY(const auto professionals, services.professionals());
    AMBROISE_TRY(const auto appointments, services.ofDay(day));
    QList<PatientId> ids;
    for (const Appointment &one : appointments)
        if (one.details.patient.isStored())
            ids << one.details.patient;
    AMBROISE_TRY(const auto patients, services.patients(ids));
    DayBook book{day, now, {}, appointments, {}};
    for (const Professional &one : professionals)
        if (one.active || receives(one, appointments))
            book.professionals << one;
    for (const patient::PatientSummary &patient : patients)
        book.patients.insert(patient.id, patient);
    return book;
}

QString hourText(const QDateTime &instant)
{
    return instant.toLocalTime().toString(u"HH:mm");
}

QString stateWord(AppointmentState state)
{
    switch (state) {
    case AppointmentState::Planned:
        return Words::tr("prévu");
    case AppointmentState::Waiting:
        return Words::tr("en salle d’attente");
    case AppointmentState::InConsultation:
        return Words::tr("en consultation");
    case AppointmentState::Done:
        return Words::tr("vu");
    case AppointmentState::Absent:
        return Words::tr("absent");
    case AppointmentState::Cancelled:
        return Words::tr("annulé");
    }
    return {};
}

QString kindWord(AppointmentKind kind)
{
    switch (kind) {
    case AppointmentKind::Consultation:
        return Words::tr("Consultation");
    case AppointmentKind::Teleconsultation:
        return Words::tr("Téléconsultation");
    case AppointmentKind::HomeVisit:
        return Words::tr("Visite à domicile");
    case AppointmentKind::Closed:
        return Words::tr("Pas de rendez-vous");
    }
    return {};
}

QString reasonText(const Appointment &one)
{
    QStringList parts;
    if (!one.details.reason.isEmpty())
        parts << one.details.reason;
    if (one.details.kind == AppointmentKind::Teleconsultation)
        parts << Words::tr("téléconsultation");
    if (one.details.kind == AppointmentKind::HomeVisit)
        parts << Words::tr("visite");
    if (one.details.walkIn)
        parts << Words::tr("ajouté");
    return parts.join(u", "_qs);
}

QString spoken(const DayBook &book, const Appointment &one)
{
    QStringList parts{hourText(one.details.start)};
    if (one.details.kind == AppointmentKind::Closed)
        parts << kindWord(one.details.kind);
    else
        parts << book.nameOf(one) << stateWord(one.state);
    parts << reasonText(one) << book.professionalOf(one);
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

} // namespace ambroise::agenda::ui

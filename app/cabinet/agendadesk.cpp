// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendadesk.h"

#include <words/sentences.h>

#include <ambroise/patient/ui/statuschip.h>

namespace ambroise::app {
namespace {

using agenda::Appointment;
using agenda::AppointmentState;

bool receivesPatients(access::Role role)
{
    return role == access::Role::Medecin || role == access::Role::Remplacant ||
           role == access::Role::Infirmier;
}

//! « Dr Fontanel », « S. Aubrac »
QString shortName(const access::Person &person)
{
    const QString first = person.title.isEmpty() ? person.givenName.left(1) + u'.' : person.title;
    return first + u' ' + person.surname;
}

} // namespace

AgendaDesk::AgendaDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
                       QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_page(new agenda::ui::DayPage(services(), practice.clock(), &pages))
{
    pages.addWidget(m_page);
}

bool AgendaDesk::receives() const
{
    return receivesPatients(m_session.account().person.role);
}

agenda::ui::AgendaServices AgendaDesk::services()
{
    agenda::ui::AgendaServices services;
    services.professionals = [this] {
        return professionals();
    };
    services.ofDay = [this](QDate day) {
        return m_practice.appointments().ofDay(day);
    };
    services.patients = [this](const QList<PatientId> &ids) {
        return m_practice.patients().summaries(ids);
    };
    services.search = [this](const QString &typed) {
        return m_practice.patients().search(typed, 20);
    };
    services.statusChip = [](const patient::PatientSummary &patient) {
        return patient::ui::shortStatusChip(patient.status, patient.attributes);
    };
    services.add =
        [this](const agenda::AppointmentDetails &details) -> Result<agenda::AppointmentId> {
        AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
        return m_practice.appointments().add(details, m_session.actor());
    };
    services.receive =
        [this](const agenda::AppointmentDetails &details) -> Result<agenda::AppointmentId> {
        AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
        return m_practice.appointments().receive(details, m_session.actor());
    };
    services.change = [this](const Appointment &before,
                             const agenda::AppointmentDetails &details) -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
        return m_practice.appointments().change(before.id, before.version, details,
                                                m_session.actor());
    };
    services.become = [this](const Appointment &one, AppointmentState state) {
        return become(one, state);
    };
    services.takeBack = [this](const Appointment &before) -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
        return m_practice.appointments().takeBack(before, m_session.actor());
    };
    services.explain = sentenceOf;
    if (receives())
        services.me = m_session.account().id;
    return services;
}

Result<QList<agenda::ui::Professional>> AgendaDesk::professionals() const
{
    AMBROISE_TRY(const auto everybody, m_practice.accounts().all());
    QList<agenda::ui::Professional> found;
    for (const access::Account &account : everybody)
        if (receivesPatients(account.person.role))
            found.append({account.id, shortName(account.person), account.active});
    return found;
}

Result<QList<Appointment>> AgendaDesk::today() const
{
    return m_practice.appointments().ofDay(m_practice.clock().today());
}

Status AgendaDesk::become(const Appointment &one, AppointmentState state)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
    return m_practice.appointments().become(one, state, m_session.actor());
}

Result<int> AgendaDesk::waitingCount() const
{
    AMBROISE_TRY(const auto day, today());
    return int(waiting(day, receives() ? m_session.account().id : UserId{}).size());
}

Result<PatientId> AgendaDesk::callNext()
{
    const UserId me = m_session.account().id;
    AMBROISE_TRY(const auto day, today());
    const QList<Appointment> there = waiting(day, me);
    if (there.isEmpty())
        return Error{ErrorCode::NotFound, u"agenda.nobody_waits"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    for (const Appointment &one : inConsultation(day, me))
        AMBROISE_CHECK(become(one, AppointmentState::Done));
    AMBROISE_CHECK(become(there.first(), AppointmentState::InConsultation));
    AMBROISE_CHECK(transaction.commit());
    return there.first().details.patient;
}

Result<PatientId> AgendaDesk::callPrevious()
{
    const UserId me = m_session.account().id;
    AMBROISE_TRY(const auto day, today());
    const Appointment *last = nullptr;
    for (const Appointment &one : day)
        if (one.state == AppointmentState::Done && one.details.professional == me &&
            (!last || one.endedAt > last->endedAt))
            last = &one;
    if (!last)
        return Error{ErrorCode::NotFound, u"agenda.nobody_before"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    for (const Appointment &one : inConsultation(day, me))
        AMBROISE_CHECK(become(one, AppointmentState::Waiting));
    AMBROISE_CHECK(become(*last, AppointmentState::InConsultation));
    AMBROISE_CHECK(transaction.commit());
    return last->details.patient;
}

Status AgendaDesk::finish(const patient::RecordIds &patient)
{
    AMBROISE_TRY(const auto day, today());
    for (const Appointment &one : inConsultation(day, m_session.account().id))
        if (patient.all().contains(one.details.patient))
            AMBROISE_CHECK(become(one, AppointmentState::Done));
    return done();
}

Result<std::optional<agenda::AppointmentId>> AgendaDesk::arrive(const patient::RecordIds &patient)
{
    AMBROISE_TRY(const auto day, today());
    const auto find = [&](AppointmentState state) -> const Appointment * {
        for (const Appointment &one : day)
            if (one.state == state && patient.all().contains(one.details.patient))
                return &one;
        return nullptr;
    };
    for (const AppointmentState there :
         {AppointmentState::Waiting, AppointmentState::InConsultation})
        if (const Appointment *one = find(there))
            return std::optional(one->id);
    const Appointment *expected = find(AppointmentState::Planned);
    if (!expected)
        return std::optional<agenda::AppointmentId>();
    AMBROISE_CHECK(become(*expected, AppointmentState::Waiting));
    return std::optional(expected->id);
}

} // namespace ambroise::app

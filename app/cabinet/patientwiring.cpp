// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientwiring.h"

#include <words/sentences.h>

namespace ambroise::app {
namespace {

bool isStillToCome(agenda::AppointmentState state)
{
    using enum agenda::AppointmentState;
    return state == Planned || state == Waiting || state == InConsultation;
}

constexpr int patientsFound = 50;
constexpr int correspondentsFound = 500;
constexpr int recentPatientsShown = 12;
constexpr int readingsLookedAt = 200;

Result<QList<patient::PatientSummary>> recentPatients(Practice &practice, UserId user)
{
    audit::Filter mine;
    mine.user = user;
    mine.action = audit::Action::Read;
    mine.limit = readingsLookedAt;
    AMBROISE_TRY(const auto events, practice.journal().find(mine));
    QList<PatientId> latest;
    for (const audit::Event &event : events)
        if (event.deed.subject == audit::Subject::Patient && latest.size() < recentPatientsShown &&
            !latest.contains(event.deed.patient))
            latest << event.deed.patient;
    return practice.patients().summaries(latest);
}

} // namespace

patient::ui::PlaceServices placeServices(Practice &practice)
{
    const identity::Birthplaces &places = practice.birthplaces();
    return {.areKnown = [&places]() -> Result<bool> {
                AMBROISE_TRY(const auto cog, places.release());
                return cog.has_value();
            },
            .search = [&places](const QString &typed,
                                QDate born) { return places.search(typed, born); },
            .find =
                [&places](const QString &code, QDate born) {
                    return places.find(code, born);
                }};
}

patient::ui::NewPatientServices newPatientServices(Practice &practice)
{
    const patient::PatientRepository &patients = practice.patients();
    return {
        .lookFor =
            [&patients](const patient::SoughtPerson &sought) { return patients.lookFor(sought); },
        .byMatricule =
            [&patients](const identity::InsMatricule &matricule) {
                return patients.byMatricule(matricule);
            },
        .explain = sentenceOf};
}

patient::ui::IdentitiesPage::Services identitiesServices(Practice &practice)
{
    const patient::PatientRepository &patients = practice.patients();
    patient::ui::IdentitiesPage::Services services;
    services.waiting = [&patients](patient::IdentityQueue queue, int limit,
                                   const QList<PatientId> &first) {
        return patients.identities(queue, limit, first);
    };
    services.expectedToday = [&practice]() -> Result<QList<patient::ui::IdentitiesPage::Expected>> {
        AMBROISE_TRY(const auto day, practice.appointments().ofDay(practice.clock().today()));
        QList<patient::ui::IdentitiesPage::Expected> expected;
        for (const agenda::Appointment &one : day)
            if (one.details.patient.isStored() && isStillToCome(one.state))
                expected.append(
                    {one.details.patient, one.details.start.toLocalTime().toString(u"HH:mm")});
        return expected;
    };
    services.counts = [&patients] {
        return patients.identityCounts();
    };
    services.explain = sentenceOf;
    return services;
}

patient::ui::SearchServices searchServices(Practice &practice, const access::Session &session)
{
    return {.search =
                [&practice](const QString &typed) {
                    return practice.patients().search(typed, patientsFound);
                },
            .recent = [&practice,
                       user = session.account().id] { return recentPatients(practice, user); },
            .explain = sentenceOf};
}

patient::ui::CorrespondentServices correspondentServices(Practice &practice,
                                                         const access::Session &session)
{
    patient::CorrespondentRepository &book = practice.correspondents();
    return {
        .search =
            [&book](const QString &typed) { return book.search(typed, correspondentsFound, true); },
        .save = [&book,
                 &session](const patient::Correspondent &one) -> Result<patient::CorrespondentId> {
            AMBROISE_CHECK(require(session, access::Right::WriteAdministrative));
            return book.save(one, session.actor());
        },
        .explain = sentenceOf};
}

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoday.h"

namespace ambroise::app {
namespace {

using agenda::AppointmentKind;

struct Expected {
    QStringView surname;
    int quarters = 0; //!< of an hour, from the next one on
    int minutes = 15;
    AppointmentKind kind = AppointmentKind::Consultation;
    QStringView reason;
    bool there = false; //!< waits already
};

constexpr std::array day = {
    Expected{u"diallo", 0, 15, AppointmentKind::Consultation, u"certificat", true},
    Expected{u"vasseur", 1, 30, AppointmentKind::Consultation, u"toux, renouvellement", true},
    Expected{u"simon", 3, 15, AppointmentKind::Consultation, u"vaccins 11 ans", false},
    Expected{u"le goff", 4, 30, AppointmentKind::Consultation, u"examen 9 mois, vaccin", false},
    Expected{u"weber", 8, 15, AppointmentKind::Teleconsultation, u"résultats", false},
};

QDateTime nextQuarter(const QDateTime &now)
{
    constexpr qint64 quarter = 15 * 60;
    return QDateTime::fromSecsSinceEpoch((now.toSecsSinceEpoch() / quarter + 1) * quarter, Qt::UTC);
}

} // namespace

Status addDemoDay(Practice &practice, UserId professional, const audit::Actor &actor)
{
    agenda::AppointmentRepository &agenda = practice.appointments();
    const QDateTime first = nextQuarter(practice.clock().now());
    for (const Expected &one : day) {
        AMBROISE_TRY(const auto found, practice.patients().find(one.surname, 1));
        if (found.isEmpty())
            continue;
        agenda::AppointmentDetails details;
        details.patient = found.first();
        details.professional = professional;
        details.start = first.addSecs(one.quarters * qint64(15 * 60));
        details.length = std::chrono::minutes(one.minutes);
        details.kind = one.kind;
        details.reason = one.reason.toString();
        AMBROISE_TRY(const auto id, agenda.add(details, actor));
        if (!one.there)
            continue;
        AMBROISE_TRY(const auto planned, agenda.find(id));
        AMBROISE_CHECK(agenda.become(planned, agenda::AppointmentState::Waiting, actor));
    }
    return done();
}

} // namespace ambroise::app

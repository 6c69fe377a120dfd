// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include "demobook.h"
#include "democharacters.h"
#include "demoday.h"
#include "demoresults.h"

#include <QSysInfo>
#include <ambroise/drugs/formulary.h>

namespace ambroise::app {
namespace {

constexpr qint64 extraPatients = 60;
constexpr quint64 demonstrationSeed = 20261124;

FirstPerson person(const QString &login, const access::Person &who, const QString &password)
{
    return {*access::Login::parse(login), who, password};
}

} // namespace

QList<FirstPerson> demonstrationPeople(const QString &password)
{
    access::Person doctor;
    doctor.title = u"Dr"_qs;
    doctor.surname = u"Fontanel"_qs;
    doctor.givenName = u"Claire"_qs;
    doctor.role = access::Role::Medecin;
    doctor.rpps = u"89970021848"_qs;
    doctor.amNumber = u"631998417"_qs;
    doctor.specialty = u"Médecin généraliste, spécialiste en médecine générale"_qs;
    doctor.phone = u"04 65 71 99 20"_qs;
    doctor.email = u"claire.fontanel@tilleuls.example"_qs;

    access::Person secretary;
    secretary.surname = u"Brunel"_qs;
    secretary.givenName = u"Nadia"_qs;
    secretary.role = access::Role::Secretaire;

    access::Person pharmacist;
    pharmacist.surname = u"Keraudren"_qs;
    pharmacist.givenName = u"Sylvie"_qs;
    pharmacist.role = access::Role::Pharmacien;
    pharmacist.rpps = u"89970031847"_qs;

    access::Person administrator;
    administrator.surname = u"Lambert"_qs;
    administrator.givenName = u"Yves"_qs;
    administrator.role = access::Role::Administrateur;

    return {person(u"medecin"_qs, doctor, password), person(u"secretaire"_qs, secretary, password),
            person(u"pharmacien"_qs, pharmacist, password),
            person(u"admin"_qs, administrator, password)};
}

access::PracticeProfile demonstrationProfile(const QString &name)
{
    access::PracticeProfile profile;
    profile.name = name;
    profile.street = u"12 rue des Tilleuls"_qs;
    profile.postalCode = u"63999"_qs;
    profile.city = u"Saint-Ambroise-les-Prés"_qs;
    profile.phone = u"04 65 71 99 20"_qs;
    profile.email = u"contact@tilleuls.example"_qs;
    profile.demonstration = true;
    return profile;
}

Status addDemonstrationData(Practice &practice)
{
    AMBROISE_CHECK(drugs::importFormulary(practice.connection(), practice.clock()));
    AMBROISE_TRY(const auto doctor, practice.accounts().byLogin(*access::Login::parse(u"medecin")));
    const audit::Actor author(doctor.id, doctor.person.displayName(), code(doctor.person.role),
                              QSysInfo::machineHostName());
    AMBROISE_CHECK(addDemoCharacters(practice, author));
    AMBROISE_CHECK(addDemoBook(practice, author));
    AMBROISE_CHECK(addDemoDay(practice, doctor.id, author));
    AMBROISE_CHECK(addDemoResults(practice, author));
    return addGeneratedData(practice, {extraPatients, 12, demonstrationSeed});
}

} // namespace ambroise::app

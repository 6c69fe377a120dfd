// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/schema.h>
#include <ambroise/identity/schema.h>
#include <ambroise/patient/repository.h>
#include <ambroise/patient/schema.h>

#include <support/engines.h>
#include <support/result.h>

//! Invented people, in few words.
namespace ambroise::test {

inline const audit::Actor fontanel(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs,
                                   u"Cabinet 1"_qs);
inline const audit::Actor brunel(UserId{2}, u"Nadia Brunel"_qs, u"secretaire"_qs, u"Accueil"_qs);

inline QList<storage::Schema> patientSchemas()
{
    return {audit::schema(), identity::schema(), patient::schema()};
}

struct Person {
    QString surname = u"VASSEUR"_qs;
    QString givenNames = u"MADELEINE"_qs;
    QDate birth = QDate(1958, 3, 14);
    identity::Sex sex = identity::Sex::Female;
    QString firstGivenName = {}; //!< empty: the first of the list
    QString usedSurname = {};
    QString usedGivenName = {};
    QString phone = {};
    QString matricule = {};

    [[nodiscard]] identity::StrictTraits traits() const
    {
        const QString first =
            firstGivenName.isEmpty() ? givenNames.section(u' ', 0, 0) : firstGivenName;
        return *identity::StrictTraits::make({*identity::BirthSurname::parse(surname),
                                              *identity::GivenNames::parse(givenNames),
                                              *identity::GivenNames::parse(first),
                                              *identity::BirthDate::of(birth),
                                              sex,
                                              {}});
    }
    [[nodiscard]] patient::NewPatient details() const
    {
        std::optional<identity::Ins> ins;
        if (!matricule.isEmpty())
            ins = identity::Ins{*identity::InsMatricule::parse(matricule),
                                identity::InsAuthority::TestNir};
        patient::NewPatient out{
            .identity = *identity::Identity::make(traits(), ins, {ins.has_value(), false}, {}),
            .usedSurname = usedSurname,
            .usedGivenName = usedGivenName};
        if (!phone.isEmpty())
            out.contacts.phones << *patient::PhoneNumber::parse(phone);
        return out;
    }
};

inline QStringList surnamesOf(const QList<patient::PatientSummary> &found)
{
    QStringList out;
    for (const patient::PatientSummary &summary : found)
        out << summary.birthSurname;
    return out;
}

} // namespace ambroise::test

//! Declares `db`, `journal` and `patients` on a fresh practice of the row's engine.
#define PATIENTS_OF_ROW(engines)                                                                   \
    PRACTICE_OF_ROW(engines, test::patientSchemas());                                              \
    audit::Journal journal(db, (engines).key(), (engines).clock());                                \
    patient::PatientRepository patients(db, journal, (engines).clock())

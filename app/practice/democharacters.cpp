// SPDX-License-Identifier: GPL-3.0-or-later
#include "democharacters.h"

#include <ambroise/record/treatment.h>

#include <array>

namespace ambroise::app {
namespace {

using record::EntryKind;
using record::NewEntry;

struct Character {
    QStringView surname;
    QStringView givenNames;
    QStringView usedSurname;
    QStringView usedGivenName;
    QDate birth;
    identity::Sex sex;
    QStringView placeCode;
    QStringView place;
    QStringView nir; //!< 13 characters of a test number; empty: no INS
    QStringView phone;
    bool qualified;
};

QDateTime at(int year, int month, int day, int hour = 10)
{
    return {QDate(year, month, day), QTime(hour, 0), Qt::UTC};
}

NewEntry listed(EntryKind kind, const QDateTime &since, const QString &title,
                const QString &body = {}, const QString &code = {})
{
    NewEntry entry;
    entry.kind = kind;
    entry.happened = since;
    entry.title = title;
    entry.body = body;
    entry.code = code;
    return entry;
}

NewEntry measure(const QDateTime &when, const QString &title, const QString &value,
                 const QString &unit)
{
    NewEntry entry = listed(EntryKind::Measure, when, title);
    entry.value = value;
    entry.unit = unit;
    return entry;
}

Result<patient::NewPatient> patientOf(const Character &who)
{
    AMBROISE_TRY(auto surname, identity::BirthSurname::parse(who.surname));
    AMBROISE_TRY(auto list, identity::GivenNames::parse(who.givenNames));
    AMBROISE_TRY(auto first,
                 identity::GivenNames::parse(who.givenNames.left(who.givenNames.indexOf(u' '))));
    AMBROISE_TRY(auto birth, identity::BirthDate::of(who.birth));
    AMBROISE_TRY(auto place, identity::BirthPlace::make(who.placeCode, who.place.toString()));
    AMBROISE_TRY(auto traits,
                 identity::StrictTraits::make({surname, list, first, birth, who.sex, place}));
    identity::Identity identity = identity::Identity::provisional(traits);
    if (!who.nir.isEmpty()) {
        AMBROISE_TRY(auto matricule,
                     identity::InsMatricule::parse(who.nir.toString() + identity::keyOf(who.nir)));
        AMBROISE_TRY(identity,
                     identity::Identity::make(
                         traits, identity::Ins{matricule, identity::InsAuthority::TestNir},
                         {true, who.qualified}, {}));
    }
    patient::NewPatient patient{identity};
    patient.usedSurname = who.usedSurname.toString();
    patient.usedGivenName = who.usedGivenName.toString();
    AMBROISE_TRY(auto phone, patient::PhoneNumber::parse(who.phone));
    patient.contacts.phones = {phone};
    patient.contacts.address = {
        u"3 place du Marché"_qs, u"63999"_qs, u"Saint-Ambroise-les-Prés"_qs, {}};
    patient.medecinTraitant = u"Dr Claire Fontanel"_qs;
    return patient;
}

QList<NewEntry> problemsOfMadeleine()
{
    QList<NewEntry> entries = {
        listed(EntryKind::Allergy, at(2004, 5, 3), u"Pénicillines"_qs,
               u"Érythème généralisé, 2004"_qs),
        listed(EntryKind::Problem, at(2011, 3, 1), u"Diabète de type 2"_qs, u"ALD 8"_qs,
               u"CIM-10:E11"_qs),
        listed(EntryKind::Problem, at(2009, 6, 1), u"Hypertension artérielle"_qs, {},
               u"CIM-10:I10"_qs),
        listed(EntryKind::Problem, at(2021, 2, 1), u"Maladie rénale chronique 3a"_qs, {},
               u"CIM-10:N18.3"_qs),
        listed(EntryKind::Problem, at(2012, 9, 1), u"Dyslipidémie"_qs, {}, u"CIM-10:E78.5"_qs),
        listed(EntryKind::Problem, at(2019, 8, 12), u"Goutte"_qs, {}, u"CIM-10:M10"_qs),
        listed(EntryKind::Antecedent, at(1996, 4, 1), u"Cholécystectomie"_qs),
        listed(EntryKind::Antecedent, at(2008, 1, 1), u"Tabac, 22 PA, sevrée"_qs)};
    struct Taken {
        QStringView drug;
        QStringView posology;
        record::TreatmentUse use;
    };
    using enum record::TreatmentUse;
    for (const Taken &one : {Taken{u"Metformine 1000 mg", u"1-0-1", Chronic},
                             Taken{u"Ramipril 5 mg", u"1-0-0", Chronic},
                             Taken{u"Atorvastatine 20 mg", u"0-0-1", Chronic},
                             Taken{u"Allopurinol 100 mg", u"1-0-0", Chronic},
                             Taken{u"Colchicine 1 mg", u"si crise", Occasional},
                             Taken{u"Paracétamol 1 g", u"si douleur", Occasional}}) {
        NewEntry entry = listed(EntryKind::Treatment, at(2026, 5, 19), one.drug.toString(),
                                one.posology.toString());
        entry.unit = record::TreatmentDetails{one.use, {}, {}}.stored();
        entries << entry;
    }
    return entries;
}

QList<NewEntry> measuresOfMadeleine()
{
    const std::array<int, 6> years = {2021, 2022, 2023, 2024, 2025, 2026};
    const std::array<QStringView, 6> hba1c = {u"7.9", u"7.6", u"7.2", u"6.9", u"7.1", u"7.4"};
    const std::array<QStringView, 6> dfg = {u"61", u"59", u"58", u"56", u"55", u"52"};
    const std::array<QStringView, 6> pressure = {u"146/84", u"142/80", u"138/80",
                                                 u"136/76", u"141/82", u"138/78"};
    const std::array<QStringView, 6> weight = {u"77.5", u"76.8", u"76", u"75.1", u"74.9", u"74.2"};
    QList<NewEntry> entries;
    for (size_t i = 0; i < years.size(); ++i) {
        const QDateTime when = at(years.at(i), i == 5 ? 11 : 6, 17);
        entries << measure(when, u"HbA1c"_qs, hba1c.at(i).toString(), u"%"_qs)
                << measure(when, u"DFG"_qs, dfg.at(i).toString(), u"mL/min"_qs)
                << measure(when, u"Tension"_qs, pressure.at(i).toString(), u"mmHg"_qs)
                << measure(when, u"Poids"_qs, weight.at(i).toString(), u"kg"_qs);
    }
    entries << measure(at(2020, 1, 10), u"Taille"_qs, u"161"_qs, u"cm"_qs);
    return entries;
}

QList<NewEntry> historyOfMadeleine()
{
    return {listed(EntryKind::Letter, at(2026, 11, 22), u"SOS Médecins, visite"_qs,
                   u"Fièvre 38,6, toux. Paracétamol, revoir le médecin traitant."_qs),
            listed(EntryKind::Result, at(2026, 11, 17), u"Biologie, labo des Volcans"_qs,
                   u"HbA1c 7,4 %. DFG 52 mL/min. Kaliémie 4,6 mmol/L."_qs),
            listed(EntryKind::Letter, at(2026, 10, 2), u"Dr Amar, cardiologie"_qs,
                   u"ETT normale, FEVG 62 %. Contrôle dans deux ans."_qs),
            listed(EntryKind::Consultation, at(2026, 8, 12),
                   u"Crise de goutte, gros orteil droit"_qs,
                   u"Colchicine 1 mg, 3 j. Uricémie à 15 jours."_qs),
            listed(EntryKind::Consultation, at(2026, 5, 19),
                   u"Suivi du diabète, renouvellement 6 mois"_qs,
                   u"PA 141/82. HbA1c 7,1. Pieds : grade 0."_qs),
            listed(EntryKind::Consultation, at(2026, 2, 11), u"Lombalgie commune"_qs,
                   u"Paracétamol, mobilisation. Pas d’AINS (rein)."_qs),
            listed(EntryKind::Consultation, at(2025, 11, 24),
                   u"Suivi du diabète, renouvellement 6 mois"_qs,
                   u"HbA1c 7,0. Grippe et Covid faits ce jour."_qs),
            listed(EntryKind::Letter, at(2025, 9, 3), u"Dr Perrin, ophtalmologie"_qs,
                   u"Pas de rétinopathie. Contrôle à 1 an."_qs)};
}

struct DemoVaccination {
    QStringView vaccine;
    QList<QString> valences;
    QDate day;
    QStringView lot; //!< empty: told by the booklet
};

Status vaccinate(Practice &practice, PatientId id, QDate birth, const QList<DemoVaccination> &given,
                 const audit::Actor &actor)
{
    const QDate today = practice.clock().today();
    for (const DemoVaccination &one : given) {
        if (one.day > today) // a demonstration made before the days that it tells of
            continue;
        prevention::VaccinationRecord::Parts parts;
        parts.vaccine = one.vaccine.toString();
        parts.valences = one.valences;
        AMBROISE_TRY(parts.date, PartialDate::of(one.day));
        parts.lot = one.lot.toString();
        parts.here = !one.lot.isEmpty();
        parts.by = parts.here ? actor.name() : QString();
        AMBROISE_TRY(const auto record, prevention::VaccinationRecord::make(parts, birth, today));
        AMBROISE_CHECK(practice.prevention().add(id, record, actor));
    }
    return done();
}

//! What the history of the record tells, as prevention keeps it.
Status addPreventionOfMadeleine(Practice &practice, PatientId id, QDate birth,
                                const audit::Actor &actor)
{
    AMBROISE_CHECK(vaccinate(
        practice, id, birth,
        {{u"REVAXIS", {u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs}, QDate(2023, 4, 12), u"R2H45"},
         {u"VAXIGRIP", {u"influenza"_qs}, QDate(2025, 11, 24), u"Y3C12"},
         {u"COMIRNATY", {u"covid"_qs}, QDate(2025, 11, 24), u"GK7781"}},
        actor));
    using prevention::Act;
    const auto isDone = [](const QString &rule, QDate day) {
        return Act{rule, {}, prevention::ActState::Done, day, {}};
    };
    for (const Act &act : {isDone(u"diabete-fond-oeil"_qs, QDate(2025, 9, 3)),
                           isDone(u"glaucome"_qs, QDate(2025, 9, 3)),
                           isDone(u"diabete-pieds"_qs, QDate(2026, 5, 19)),
                           isDone(u"diabete-rein"_qs, QDate(2026, 11, 17)),
                           isDone(u"cancer-sein"_qs, QDate(2025, 3, 4)),
                           isDone(u"cancer-colorectal"_qs, QDate(2025, 6, 2))})
        if (act.date <= practice.clock().today())
            AMBROISE_CHECK(practice.prevention().add(id, act, actor));
    return done();
}

//! Nine months on the day of the demonstration: up to date until the sixth.
Status addPreventionOfMael(Practice &practice, PatientId id, QDate birth, const audit::Actor &actor)
{
    const QList<QString> hexavalent{u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs,
                                    u"pertussis"_qs,  u"hib"_qs,     u"hepatitis-b"_qs};
    AMBROISE_CHECK(vaccinate(practice, id, birth,
                             {{u"HEXYON", hexavalent, QDate(2026, 4, 21), u"H4A11"},
                              {u"VAXNEUVANCE", {u"pneumo-15"_qs}, QDate(2026, 4, 21), u"P15B2"},
                              {u"ROTARIX", {u"rotavirus-1"_qs}, QDate(2026, 4, 21), u"RX09"},
                              {u"ROTARIX", {u"rotavirus-1"_qs}, QDate(2026, 5, 22), u"RX09"},
                              {u"BEXSERO", {u"men-b"_qs}, QDate(2026, 5, 22), u"BX71"},
                              {u"HEXYON", hexavalent, QDate(2026, 6, 22), u"H4A19"},
                              {u"VAXNEUVANCE", {u"pneumo-15"_qs}, QDate(2026, 6, 22), u"P15B2"},
                              {u"BEXSERO", {u"men-b"_qs}, QDate(2026, 7, 22), u"BX80"}},
                             actor));
    return done();
}

//! Born in 2015: what his booklet tells.
Status addPreventionOfLeo(Practice &practice, PatientId id, QDate birth, const audit::Actor &actor)
{
    const QList<QString> hexavalent{u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs,
                                    u"pertussis"_qs,  u"hib"_qs,     u"hepatitis-b"_qs};
    const QList<QString> ror{u"measles"_qs, u"mumps"_qs, u"rubella"_qs};
    return vaccinate(practice, id, birth,
                     {{u"INFANRIX HEXA", hexavalent, QDate(2015, 6, 22), {}},
                      {u"INFANRIX HEXA", hexavalent, QDate(2015, 8, 24), {}},
                      {u"INFANRIX HEXA", hexavalent, QDate(2016, 3, 21), {}},
                      {u"PRIORIX", ror, QDate(2016, 4, 25), {}},
                      {u"PRIORIX", ror, QDate(2016, 9, 12), {}},
                      {u"INFANRIX TETRA",
                       {u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs, u"pertussis"_qs},
                       QDate(2021, 5, 10),
                       {}}},
                     actor);
}

//! From his birth on, as the carnet de santé has them.
QList<NewEntry> measuresOfMael()
{
    struct Visit {
        QDate day;
        QStringView weight;
        QStringView height;
        QStringView head;
    };
    const QList<Visit> visits = {
        {{2026, 2, 20}, u"3.42", u"50", u"35"},  {{2026, 3, 23}, u"4.35", u"54.5", u"37.3"},
        {{2026, 4, 21}, u"5.4", u"58", u"39"},   {{2026, 6, 22}, u"6.9", u"63.5", u"41.4"},
        {{2026, 8, 24}, u"7.8", u"67", u"43.2"}, {{2026, 11, 20}, u"8.9", u"71.5", u"45"}};
    QList<NewEntry> entries;
    for (const Visit &visit : visits) {
        const QDateTime when(visit.day, QTime(9, 0), Qt::UTC);
        entries << measure(when, u"Poids"_qs, visit.weight.toString(), u"kg"_qs)
                << measure(when, u"Taille"_qs, visit.height.toString(), u"cm"_qs)
                << measure(when, u"Périmètre crânien"_qs, visit.head.toString(), u"cm"_qs);
    }
    return entries;
}

Status addMael(Practice &practice, PatientId id, const audit::Actor &actor)
{
    for (const NewEntry &entry : measuresOfMael())
        AMBROISE_CHECK(practice.records().add(id, entry, actor));
    return done();
}

Status addMadeleine(Practice &practice, PatientId id, const audit::Actor &actor)
{
    for (const auto &entries : {problemsOfMadeleine(), measuresOfMadeleine(), historyOfMadeleine()})
        for (const NewEntry &entry : entries)
            AMBROISE_CHECK(practice.records().add(id, entry, actor));
    return done();
}

} // namespace

Status addDemoCharacters(Practice &practice, const audit::Actor &actor)
{
    using identity::Sex;
    const QList<Character> characters = {
        {u"VASSEUR", u"MADELEINE JEANNE", u"Mercadier", u"Madeleine", QDate(1958, 3, 14),
         Sex::Female, u"63113", u"Clermont-Ferrand", u"2580363113981", u"04 65 71 00 11", true},
        {u"DIALLO",
         u"IBRAHIM",
         {},
         {},
         QDate(1987, 7, 2),
         Sex::Male,
         u"69123",
         u"Lyon",
         u"1870769123456",
         u"06 39 98 11 24",
         true},
        {u"WEBER",
         u"ANTON",
         {},
         {},
         QDate(1991, 9, 2),
         Sex::Male,
         u"67482",
         u"Strasbourg",
         u"1910967482112",
         u"06 39 98 41 07",
         false},
        {u"LE GOFF",
         u"MAEL",
         {},
         u"Maël",
         QDate(2026, 2, 20),
         Sex::Male,
         u"63113",
         u"Clermont-Ferrand",
         {},
         u"06 39 98 52 80",
         false},
        {u"SIMON",
         u"LEO",
         {},
         u"Léo",
         QDate(2015, 4, 19),
         Sex::Male,
         u"63113",
         u"Clermont-Ferrand",
         {},
         u"06 39 98 77 31",
         false}};
    for (const Character &character : characters) {
        AMBROISE_TRY(const auto patient, patientOf(character));
        AMBROISE_TRY(const PatientId id, practice.patients().add(patient, actor));
        if (character.surname == u"VASSEUR")
            AMBROISE_CHECK(addMadeleine(practice, id, actor));
        if (character.surname == u"VASSEUR")
            AMBROISE_CHECK(addPreventionOfMadeleine(practice, id, character.birth, actor));
        if (character.surname == u"LE GOFF")
            AMBROISE_CHECK(addMael(practice, id, actor));
        if (character.surname == u"LE GOFF")
            AMBROISE_CHECK(addPreventionOfMael(practice, id, character.birth, actor));
        if (character.surname == u"SIMON")
            AMBROISE_CHECK(addPreventionOfLeo(practice, id, character.birth, actor));
        if (character.surname == u"DIALLO")
            AMBROISE_CHECK(practice.records().sayNone(record::Topic::Allergies,
                                                      patient::RecordIds(id), actor));
    }
    return done();
}

} // namespace ambroise::app

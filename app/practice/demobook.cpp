// SPDX-License-Identifier: GPL-3.0-or-later
#include "demobook.h"

#include <array>

namespace ambroise::app {
namespace {

using namespace patient;

struct Entry {
    QStringView title;
    QStringView surname;
    QStringView givenName;
    QStringView profession;
    QStringView street;
    QStringView city;
    QStringView phone;
};

constexpr std::array entries = {
    Entry{u"Dr", u"Marchal", u"Anne", u"Cardiologue", u"12 quai des Saules", u"Riom",
          u"04 65 71 12 01"},
    Entry{u"Dr", u"Oukaci", u"Samir", u"Endocrinologue", u"Centre hospitalier, avenue du Parc",
          u"Riom", u"04 65 71 12 02"},
    Entry{u"Dr", u"Lemoine", u"Pascale", u"Ophtalmologue", u"4 rue des Arts", u"Thiers",
          u"04 65 71 12 03"},
    Entry{u"Mme", u"Garrigue", u"Élodie", u"Infirmière", u"1 place du Marché",
          u"Saint-Ambroise-les-Prés", u"06 39 98 12 04"},
    Entry{u"M.", u"Perrin", u"Julien", u"Kinésithérapeute", u"8 rue du Lavoir",
          u"Saint-Ambroise-les-Prés", u"06 39 98 12 05"},
    Entry{u"", u"Pharmacie du Marché", u"", u"Pharmacie", u"5 place du Marché",
          u"Saint-Ambroise-les-Prés", u"04 65 71 12 06"},
    Entry{u"", u"Service des urgences", u"", u"Centre hospitalier de Riom", u"Avenue du Parc",
          u"Riom", u"04 65 71 12 07"},
};

Result<CorrespondentId> add(Practice &practice, const Entry &entry, const audit::Actor &author)
{
    Correspondent one;
    one.title = entry.title.toString();
    one.surname = entry.surname.toString();
    one.givenName = entry.givenName.toString();
    one.profession = entry.profession.toString();
    one.address = {entry.street.toString(), u"63999"_qs, entry.city.toString(), {}};
    AMBROISE_TRY(one.phone, PhoneNumber::parse(entry.phone));
    return practice.correspondents().save(one, author);
}

Status addAround(Practice &practice, PatientId patient, const QList<CorrespondentId> &book,
                 const audit::Actor &author)
{
    AdministrativeRepository &files = practice.administrative();
    AdministrativeLine<RelatedPerson> daughter;
    daughter.patient = patient;
    daughter.content.name = u"Sophie Mercier"_qs;
    daughter.content.link = u"fille"_qs;
    daughter.content.roles = {PersonRole::ToWarn, PersonRole::Trusted};
    AMBROISE_TRY(daughter.content.phone, PhoneNumber::parse(u"06 39 98 12 10"));
    daughter.content.designatedOn = QDate(2025, 3, 12);
    AMBROISE_CHECK(files.save(daughter, author));
    for (const auto &[index, note] : {std::pair{0, u"suit l’hypertension"_qs},
                                      std::pair{1, u"suit le diabète"_qs}, std::pair{3, QString()}})
        AMBROISE_CHECK(files.save(
            AdministrativeLine<CareMember>{
                {}, patient, 0, {book.at(index), false, {}, note}, {}, {}},
            author));
    AMBROISE_CHECK(files.save(
        AdministrativeLine<Coverage>{
            {},
            patient,
            0,
            {CoverageKind::Ald, {}, {}, QDate(2011, 4, 1), QDate(2031, 3, 31), {}},
            {},
            {}},
        author));
    AMBROISE_CHECK(files.save(
        AdministrativeLine<Coverage>{
            {},
            patient,
            0,
            {CoverageKind::Amc, u"Mutuelle des Prés"_qs, u"0042719"_qs, QDate(2020, 1, 1), {}, {}},
            {},
            {}},
        author));
    Consent consent;
    consent.on = QDate(2026, 1, 15);
    consent.means = ConsentMeans::Written;
    consent.topic = ConsentTopic::Reminders;
    AMBROISE_CHECK(files.add(patient, consent, author));
    consent.topic = ConsentTopic::DataReuse;
    consent.agreed = false;
    consent.means = ConsentMeans::Spoken;
    return files.add(patient, consent, author);
}

} // namespace

Status addDemoBook(Practice &practice, const audit::Actor &author)
{
    QList<CorrespondentId> book;
    for (const Entry &entry : entries) {
        AMBROISE_TRY(const CorrespondentId id, add(practice, entry, author));
        book << id;
    }
    AMBROISE_TRY(const auto found, practice.patients().search(u"vasseur madeleine", 1));
    return found.isEmpty() ? done() : addAround(practice, found.first().id, book, author);
}

} // namespace ambroise::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ambroise::patient {
namespace fields {
namespace {

enum Column {
    BirthSurname,
    GivenNames,
    FirstGivenName,
    Sex,
    BirthDate,
    BirthDateInterpreted,
    BirthPlaceCode,
    BirthPlaceLabel,
    Matricule,
    Oid,
    InsiRetrieved,
    CoherenceChecked,
    Attributes,
    UsedSurname,
    UsedGivenName,
    Phones,
    Email,
    Street,
    PostalCode,
    City,
    Country,
    MedecinTraitant,
    DeceasedOn,
    Notes,
};
static_assert(Notes + 1 == columns.size());

Error corrupt(const QString &detail = {})
{
    return {ErrorCode::Corrupt, u"patient.corrupt"_qs, detail};
}

QString flag(bool value)
{
    return value ? u"1"_qs : u"0"_qs;
}

QDate dateOf(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

void putIdentity(Texts &out, const identity::Identity &identity)
{
    const identity::StrictTraits &traits = identity.traits();
    out[BirthSurname] = traits.surname().text();
    out[GivenNames] = traits.givenNames().text();
    out[FirstGivenName] = traits.firstGivenName().text();
    out[Sex] = code(traits.sex());
    out[BirthDate] = traits.birthDate().date().toString(Qt::ISODate);
    out[BirthDateInterpreted] = flag(traits.birthDate().isInterpreted());
    out[BirthPlaceCode] = traits.birthPlace().code();
    out[BirthPlaceLabel] = traits.birthPlace().label();
    if (identity.ins()) {
        out[Matricule] = identity.ins()->matricule.toString();
        out[Oid] = oid(identity.ins()->authority);
    }
    out[InsiRetrieved] = flag(identity.facts().insiRetrieved);
    out[CoherenceChecked] = flag(identity.facts().coherenceChecked);
    out[Attributes] = identity.attributes().codes();
}

Result<identity::StrictTraits> traitsOf(const Texts &in)
{
    using namespace identity;
    AMBROISE_TRY(const identity::BirthSurname surname,
                 identity::BirthSurname::parse(in[BirthSurname]));
    AMBROISE_TRY(const identity::GivenNames given, identity::GivenNames::parse(in[GivenNames]));
    AMBROISE_TRY(const identity::GivenNames first, identity::GivenNames::parse(in[FirstGivenName]));
    AMBROISE_TRY(
        const identity::BirthDate birth,
        identity::BirthDate::stored(dateOf(in[BirthDate]), in[BirthDateInterpreted] == u"1"));
    AMBROISE_TRY(const BirthPlace place, BirthPlace::make(in[BirthPlaceCode], in[BirthPlaceLabel]));
    const std::optional<identity::Sex> sex = sexOf(in[Sex]);
    if (!sex)
        return corrupt(u"sex"_qs);
    return StrictTraits::make({surname, given, first, birth, *sex, place});
}

Result<std::optional<identity::Ins>> insOf(const Texts &in)
{
    if (in[Matricule].isEmpty())
        return std::optional<identity::Ins>{};
    AMBROISE_TRY(const identity::InsMatricule matricule,
                 identity::InsMatricule::fromInsi(in[Matricule]));
    const auto authority = identity::authorityOf(in[Oid]);
    if (!authority)
        return corrupt(u"oid"_qs);
    return std::optional(identity::Ins{matricule, *authority});
}

Result<identity::Identity> identityOf(const Texts &in)
{
    AMBROISE_TRY(identity::StrictTraits traits, traitsOf(in));
    AMBROISE_TRY(std::optional<identity::Ins> ins, insOf(in));
    AMBROISE_TRY(const identity::IdentityAttributes attributes,
                 identity::IdentityAttributes::parse(in[Attributes]));
    return identity::Identity::make(std::move(traits), std::move(ins),
                                    {in[InsiRetrieved] == u"1", in[CoherenceChecked] == u"1"},
                                    attributes);
}

Result<Contacts> contactsOf(const Texts &in)
{
    Contacts contacts;
    for (const QString &text : in[Phones].split(u'\n', Qt::SkipEmptyParts)) {
        AMBROISE_TRY(PhoneNumber number, PhoneNumber::parse(text));
        contacts.phones << std::move(number);
    }
    if (!in[Email].isEmpty()) {
        AMBROISE_TRY(EmailAddress address, EmailAddress::parse(in[Email]));
        contacts.email = std::move(address);
    }
    contacts.address = {in[Street], in[PostalCode], in[City], in[Country]};
    return contacts;
}

//! PostgreSQL takes no NUL, and no field has a use for the others.
QString withoutControls(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        if (c == u'\n' || c.category() != QChar::Other_Control)
            out += c;
    return out.trimmed();
}

} // namespace

Texts textsOf(const PatientDetails &details)
{
    Texts out;
    putIdentity(out, details.identity);
    out[UsedSurname] = details.usedSurname;
    out[UsedGivenName] = details.usedGivenName;
    QStringList phones;
    for (const PhoneNumber &phone : details.contacts.phones)
        phones << phone.international();
    out[Phones] = phones.join(u'\n');
    out[Email] = details.contacts.email ? details.contacts.email->toString() : QString();
    out[Street] = details.contacts.address.street;
    out[PostalCode] = details.contacts.address.postalCode;
    out[City] = details.contacts.address.city;
    out[Country] = details.contacts.address.country;
    out[MedecinTraitant] = details.medecinTraitant;
    out[DeceasedOn] = details.deceasedOn.toString(Qt::ISODate);
    out[Notes] = details.notes;
    return out;
}

Result<PatientDetails> detailsOf(const Texts &in)
{
    Result<identity::Identity> identity = identityOf(in);
    if (!identity.ok())
        return corrupt(identity.error().subject);
    Result<Contacts> contacts = contactsOf(in);
    if (!contacts.ok())
        return corrupt(contacts.error().subject);
    return PatientDetails{.identity = std::move(*identity),
                          .usedSurname = in[UsedSurname],
                          .usedGivenName = in[UsedGivenName],
                          .contacts = std::move(*contacts),
                          .medecinTraitant = in[MedecinTraitant],
                          .deceasedOn = dateOf(in[DeceasedOn]),
                          .notes = in[Notes]};
}

QString toJson(const Texts &texts)
{
    QJsonObject object;
    for (size_t i = 0; i < columns.size(); ++i)
        object.insert(QLatin1String(columns[i]), texts[i]);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Texts> textsFromJson(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return corrupt(u"revision"_qs);
    Texts texts;
    for (size_t i = 0; i < columns.size(); ++i)
        texts[i] = document[QLatin1String(columns[i])].toString();
    return texts;
}

QByteArray columnList()
{
    QByteArray out;
    for (const char *column : columns)
        out += (out.isEmpty() ? "" : ", ") + QByteArray(column);
    return out;
}

Result<PatientDetails> cleaned(const PatientDetails &details)
{
    PatientDetails out = details;
    PostalAddress &address = out.contacts.address;
    for (QString *line : {&out.usedSurname, &out.usedGivenName, &address.postalCode, &address.city,
                          &address.country, &out.medecinTraitant}) {
        *line = withoutControls(*line).simplified();
        if (line->size() > DetailLimits::line)
            return Error{ErrorCode::Invalid, u"patient.length"_qs, {}};
    }
    address.street = withoutControls(address.street);
    out.notes = withoutControls(out.notes);
    if (address.street.size() > DetailLimits::street || out.notes.size() > DetailLimits::notes)
        return Error{ErrorCode::Invalid, u"patient.length"_qs, {}};
    if (out.deceasedOn.isValid() && out.deceasedOn < out.identity.traits().birthDate().date())
        return Error{ErrorCode::Invalid, u"patient.deceased"_qs, {}};
    return out;
}

} // namespace fields

QStringList changedFields(const PatientDetails &before, const PatientDetails &after)
{
    const fields::Texts old = fields::textsOf(before);
    const fields::Texts now = fields::textsOf(after);
    QStringList names;
    for (size_t i = 0; i < old.size(); ++i)
        if (old[i] != now[i])
            names << QLatin1String(fields::columns[i]);
    return names;
}

} // namespace ambroise::patient

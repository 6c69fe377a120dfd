// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ambroise::ctl {
namespace {

QJsonObject toJson(const patient::PatientSummary &patient)
{
    return {{u"id"_qs, patient.id.toString()},
            {u"surname"_qs, patient.birthSurname},
            {u"given_names"_qs, patient.givenNames},
            {u"used_surname"_qs, patient.usedSurname},
            {u"used_given_name"_qs, patient.usedGivenName},
            {u"birth_date"_qs, patient.birthDate.toString(Qt::ISODate)},
            {u"sex"_qs, code(patient.sex)},
            {u"status"_qs, code(patient.status)}};
}

QJsonObject toJson(const patient::Patient &patient)
{
    const auto &details = patient.details;
    const identity::StrictTraits &traits = details.identity.traits();
    QJsonArray phones;
    for (const patient::PhoneNumber &phone : details.contacts.phones)
        phones.append(phone.international());
    QJsonObject json{
        {u"id"_qs, patient.id.toString()},
        {u"version"_qs, patient.version},
        {u"surname"_qs, traits.surname().text()},
        {u"given_names"_qs, traits.givenNames().text()},
        {u"first_given_name"_qs, traits.firstGivenName().text()},
        {u"used_surname"_qs, details.usedSurname},
        {u"used_given_name"_qs, details.usedGivenName},
        {u"sex"_qs, code(traits.sex())},
        {u"birth_date"_qs, traits.birthDate().date().toString(Qt::ISODate)},
        {u"birth_date_interpreted"_qs, traits.birthDate().isInterpreted()},
        {u"birth_place"_qs, traits.birthPlace().code()},
        {u"birth_place_label"_qs, traits.birthPlace().label()},
        {u"status"_qs, code(details.identity.status())},
        {u"attributes"_qs, details.identity.attributes().codes()},
        {u"phones"_qs, phones},
        {u"email"_qs, details.contacts.email ? details.contacts.email->toString() : QString()},
        {u"street"_qs, details.contacts.address.street},
        {u"postal_code"_qs, details.contacts.address.postalCode},
        {u"city"_qs, details.contacts.address.city},
        {u"medecin_traitant"_qs, details.medecinTraitant},
        {u"deceased_on"_qs, details.deceasedOn.toString(Qt::ISODate)},
        {u"archived"_qs, patient.archived}};
    if (const auto &ins = details.identity.ins()) {
        json.insert(u"matricule"_qs, ins->matricule.toString());
        json.insert(u"oid"_qs, identity::oid(ins->authority));
    }
    if (patient.mergedInto.isStored())
        json.insert(u"merged_into"_qs, patient.mergedInto.toString());
    QJsonArray merged;
    for (const PatientId part : patient.merged)
        merged.append(part.toString());
    if (!merged.isEmpty())
        json.insert(u"merged"_qs, merged);
    return json;
}

QJsonObject toJson(const record::Entry &entry)
{
    const record::NewEntry &content = entry.content;
    return {{u"id"_qs, entry.id.toString()},
            {u"kind"_qs, code(content.kind)},
            {u"date"_qs, storage::toText(content.happened)},
            {u"title"_qs, content.title},
            {u"body"_qs, content.body},
            {u"code"_qs, content.code},
            {u"value"_qs, content.value},
            {u"unit"_qs, content.unit},
            {u"active"_qs, content.active},
            {u"author"_qs, entry.authorName},
            {u"version"_qs, entry.version}};
}

QString codeOf(record::TopicState state)
{
    switch (state) {
    case record::TopicState::NotFilledIn:
        return u"unknown"_qs;
    case record::TopicState::NoneKnown:
        return u"none_known"_qs;
    case record::TopicState::Listed:
        return u"listed"_qs;
    }
    return {};
}

Status addClinical(QJsonObject &json, Opened &opened, const patient::RecordIds &ids)
{
    AMBROISE_TRY(const auto overview, opened.practice->records().overview(ids));
    QJsonArray entries;
    for (const auto &list : {overview.allergies, overview.problems, overview.antecedents,
                             overview.treatments, overview.measures, overview.history})
        for (const record::Entry &entry : list)
            entries.append(toJson(entry));
    json.insert(u"allergies"_qs, codeOf(overview.stateOf(record::Topic::Allergies)));
    json.insert(u"entries"_qs, entries);
    QJsonArray ordonnances;
    AMBROISE_TRY(const auto signedOnes, opened.practice->ordonnances().ofPatient(ids));
    for (const prescription::Ordonnance &one : signedOnes) {
        QJsonObject content = QJsonDocument::fromJson(one.content.canonical()).object();
        content.insert(u"cancelled"_qs, one.isCancelled());
        ordonnances.append(content);
    }
    json.insert(u"ordonnances"_qs, ordonnances);
    return done();
}

Result<Answer> search(const Context &context)
{
    AMBROISE_TRY(const qint64 limit, context.arguments.number(u"limit"_qs, 20, 1, 1000));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::ReadAdministrative));
    AMBROISE_TRY(const auto found, opened.practice->patients().search(
                                       context.arguments.words().join(u' '), int(limit)));
    QJsonArray array;
    QString text;
    for (const patient::PatientSummary &patient : found) {
        array.append(toJson(patient));
        text +=
            u"%1  %2 %3  %4\n"_qs.arg(patient.id.toString(), patient.birthSurname,
                                      patient.givenNames, patient.birthDate.toString(Qt::ISODate));
    }
    return Answer{array, text};
}

Result<Answer> show(const Context &context)
{
    const auto id = PatientId::fromString(context.arguments.word(0));
    if (!id)
        return Error{ErrorCode::NotFound, u"patient.missing"_qs, {}};
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::ReadAdministrative));
    AMBROISE_TRY(const auto patient, opened.practice->patients().open(*id, opened.session.actor()));
    QJsonObject json = toJson(patient);
    if (opened.session.may(access::Right::ReadClinical))
        AMBROISE_CHECK(addClinical(json, opened, patient.recordIds()));
    return Answer{json, QString::fromUtf8(QJsonDocument(json).toJson())};
}

} // namespace

QList<Command> patientCommands()
{
    return {
        Command{u"patient"_qs,
                u"search"_qs,
                u"TEXTE [--limit N]"_qs,
                Ctl::tr("Cherche un patient par nom, date de naissance, téléphone ou matricule."),
                1,
                50,
                {u"limit"_qs},
                {},
                true,
                search},
        Command{u"patient"_qs,
                u"show"_qs,
                u"ID"_qs,
                Ctl::tr("Montre le dossier d’un patient ; la lecture est tracée."),
                1,
                1,
                {},
                {},
                true,
                show}};
}

} // namespace ambroise::ctl

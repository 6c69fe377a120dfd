// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/cda.h>

#include "cdabody.h"

#include <QRegularExpression>

namespace ambroise::documents {
namespace {

using patient::ToldId;

ToldId idOf(const CdaElement *element)
{
    return element ? ToldId{element->attribute(u"root"), element->attribute(u"extension")}
                   : ToldId{};
}

QList<ToldId> idsOf(const CdaElement &element)
{
    QList<ToldId> ids;
    for (const CdaElement *id : element.all(u"id"))
        if (!id->attribute(u"root").isEmpty())
            ids << idOf(id);
    return ids;
}

//! « DR Marcel CAMPARINI »: what is written, in the order of reading. The title of French documents
//! stands in `suffix`, the civility in `prefix`; the first that is told is enough.
QString personName(const CdaElement *name)
{
    if (!name)
        return {};
    const QString title = name->wordsOf(u"suffix");
    QStringList parts{title.isEmpty() ? name->wordsOf(u"prefix") : title, name->wordsOf(u"given"),
                      name->wordsOf(u"family")};
    parts.removeAll(QString());
    return parts.isEmpty() ? name->words() : parts.join(u' ');
}

const CdaElement *firstOf(const CdaElement &element, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names)
        if (const CdaElement *found = element.first(name))
            return found;
    return nullptr;
}

//! What stands in author, authenticator, participant, performer: the same things by other names.
CdaParty partyOf(const CdaElement &element)
{
    CdaParty party;
    party.type = element.attribute(u"typeCode");
    party.time = CdaTime::of(element.first(u"time"));
    const CdaElement *entity =
        firstOf(element, {u"assignedAuthor", u"assignedEntity", u"assignedCustodian",
                          u"associatedEntity", u"participantRole", u"intendedRecipient"});
    if (!entity)
        return party;
    party.ids = idsOf(*entity);
    if (const CdaElement *code = entity->first(u"code"))
        party.role = code->attribute(u"displayName");
    if (const CdaElement *phone = entity->first(u"telecom"))
        party.phone = phone->attribute(u"value").remove(u"tel:"_qs);
    if (const CdaElement *person = firstOf(*entity, {u"assignedPerson", u"associatedPerson",
                                                     u"playingEntity", u"informationRecipient"}))
        party.person = personName(person->first(u"name"));
    if (const CdaElement *device = entity->first(u"assignedAuthoringDevice"))
        party.person = device->wordsOf(u"softwareName");
    if (const CdaElement *organisation =
            firstOf(*entity, {u"representedOrganization", u"representedCustodianOrganization",
                              u"scopingOrganization", u"receivedOrganization"})) {
        party.organisation = organisation->wordsOf(u"name");
        party.organisationIds = idsOf(*organisation);
    }
    return party;
}

QList<CdaParty> partiesOf(const CdaElement &root, QStringView name)
{
    QList<CdaParty> parties;
    for (const CdaElement *element : root.all(name))
        parties << partyOf(*element);
    return parties;
}

//! AAAA-MM-JJ as ToldTraits want it, 00 for what is not told.
QString isoDate(const QString &value)
{
    static const QRegularExpression digits(u"^(\\d{4})(\\d{2})?(\\d{2})?"_qs);
    const auto match = digits.match(value);
    if (!match.hasMatch())
        return {};
    const auto part = [&](int group) {
        return match.captured(group).isEmpty() ? u"00"_qs : match.captured(group);
    };
    return match.captured(1) + u'-' + part(2) + u'-' + part(3);
}

//! The names of a patient. Source: CI-SIS Structuration minimale, recordTarget: the birth surname
//! is qualified BR, the list of given names is not qualified, the first of them BR, what is used
//! CL. A surname qualified as the spouse's is not taken for the birth's.
void readNames(const CdaElement &name, CdaDocument &out)
{
    for (const CdaElement *family : name.all(u"family")) {
        const QString qualifier = family->attribute(u"qualifier");
        if (qualifier == u"BR" || (qualifier.isEmpty() && out.patient.traits.surname.isEmpty()))
            out.patient.traits.surname = family->words();
        else if (qualifier == u"CL" || qualifier == u"SP")
            out.usedSurname = family->words();
    }
    for (const CdaElement *given : name.all(u"given")) {
        const QString qualifier = given->attribute(u"qualifier");
        if (qualifier == u"BR")
            out.patient.firstGivenName = given->words();
        else if (qualifier == u"CL")
            out.usedGivenName = given->words();
        else
            out.patient.traits.givenNames =
                (out.patient.traits.givenNames + u' ' + given->words()).trimmed();
    }
}

void readPatient(const CdaElement &root, CdaDocument &out)
{
    const CdaElement *role = root.at({u"recordTarget", u"patientRole"});
    if (!role)
        return;
    out.patient.ids = idsOf(*role);
    const CdaElement *person = role->first(u"patient");
    if (!person)
        return;
    if (const CdaElement *name = person->first(u"name"))
        readNames(*name, out);
    if (const CdaElement *sex = person->first(u"administrativeGenderCode"))
        out.patient.traits.sex = sex->attribute(u"code");
    if (const CdaElement *birth = person->first(u"birthTime"))
        out.patient.traits.birthDate = isoDate(birth->attribute(u"value"));
    if (const CdaElement *place = person->at({u"birthplace", u"place", u"addr"})) {
        out.patient.traits.birthPlace = place->wordsOf(u"county");
        out.patient.traits.birthPlaceName = place->wordsOf(u"city");
    }
}

void readServices(const CdaElement &root, CdaDocument &out)
{
    for (const CdaElement *documented : root.all(u"documentationOf")) {
        const CdaElement *event = documented->first(u"serviceEvent");
        if (!event)
            continue;
        CdaService service;
        if (const CdaElement *code = event->first(u"code"))
            service.code = CdaCode::of(*code);
        // urn:oid:1.3.2.1.4.1.19376.1.3.2, the extension of IHE PaLM for partial reports
        if (const CdaElement *status = firstOf(*event, {u"+statusCode", u"statusCode"}))
            service.status = status->attribute(u"code");
        if (const CdaElement *time = event->first(u"effectiveTime")) {
            service.from = CdaTime::of(time->first(u"low"));
            service.to = CdaTime::of(time->first(u"high"));
        }
        if (const CdaElement *performer = event->first(u"performer"))
            service.performer = partyOf(*performer);
        out.services << service;
    }
}

void readHeader(const CdaElement &root, CdaDocument &out)
{
    for (const CdaElement *one : root.all(u"templateId"))
        out.templates << one->attribute(u"root");
    out.id = idOf(root.first(u"id"));
    out.setId = idOf(root.first(u"setId"));
    if (const CdaElement *version = root.first(u"versionNumber"))
        out.version = version->attribute(u"value").toInt();
    if (const CdaElement *code = root.first(u"code"))
        out.code = CdaCode::of(*code);
    out.title = root.wordsOf(u"title");
    out.written = CdaTime::of(root.first(u"effectiveTime"));
    if (const CdaElement *confidentiality = root.first(u"confidentialityCode"))
        out.confidentiality = confidentiality->attribute(u"code");
    readPatient(root, out);
    out.authors = partiesOf(root, u"author");
    if (const CdaElement *custodian = root.first(u"custodian"))
        out.custodian = partyOf(*custodian);
    if (const CdaElement *responsible = root.first(u"legalAuthenticator"))
        out.legalAuthenticator = partyOf(*responsible);
    out.authenticators = partiesOf(root, u"authenticator");
    out.participants = partiesOf(root, u"participant");
    readServices(root, out);
    for (const CdaElement *related : root.all(u"relatedDocument"))
        out.related.append(
            {related->attribute(u"typeCode"), idOf(related->at({u"parentDocument", u"id"}))});
    for (const CdaElement *asked : root.all(u"inFulfillmentOf"))
        out.orders << idOf(asked->at({u"order", u"id"}));
}

} // namespace

CdaCode CdaCode::of(const CdaElement &element)
{
    CdaCode code;
    code.code = element.attribute(u"code");
    code.system = element.attribute(u"codeSystem");
    code.display = element.attribute(u"displayName").simplified();
    code.nullFlavor = element.attribute(u"nullFlavor");
    if (const CdaElement *original = element.first(u"originalText")) {
        if (const CdaElement *reference = original->first(u"reference"))
            code.reference = reference->attribute(u"value");
        code.original = original->words();
    }
    if (code.reference.startsWith(u'#'))
        code.reference.remove(0, 1);
    for (const CdaElement *translation : element.all(u"translation"))
        code.translations << of(*translation);
    return code;
}

CdaTime CdaTime::of(const QString &text)
{
    CdaTime time;
    time.text = text;
    static const QRegularExpression shape(
        u"^(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})?(\\d{2})?(?:\\.\\d+)?)?([+-]\\d{2,4})?$"_qs);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return time;
    time.date =
        QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!time.date.isValid() || match.captured(4).isEmpty())
        return time;
    const QTime hour(match.captured(4).toInt(), match.captured(5).toInt(),
                     match.captured(6).toInt());
    const QString zone = match.captured(7);
    if (zone.size() == 5) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.mid(3, 2).toInt();
        time.instant =
            QDateTime(time.date, hour, Qt::OffsetFromUTC, (zone[0] == u'-' ? -60 : 60) * minutes)
                .toUTC();
    } else if (hour.isValid()) { // "+100" is no zone: the hour is read as the post's
        time.instant = QDateTime(time.date, hour, Qt::LocalTime).toUTC();
    }
    return time;
}

CdaTime CdaTime::of(const CdaElement *element)
{
    if (!element)
        return {};
    if (!element->attribute(u"value").isEmpty())
        return of(element->attribute(u"value"));
    for (const QStringView bound : {u"high", u"low"})
        if (const CdaElement *found = element->first(bound);
            found && !found->attribute(u"value").isEmpty())
            return of(found->attribute(u"value"));
    return {};
}

Result<CdaDocument> readCda(const QByteArray &bytes)
{
    AMBROISE_TRY(const CdaElement root, readCdaXml(bytes));
    CdaDocument out;
    readHeader(root, out);
    AMBROISE_CHECK(readBody(root, out));
    return out;
}

} // namespace ambroise::documents

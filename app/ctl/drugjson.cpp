// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugjson.h"

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QJsonValue amount(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->toString()) : QJsonValue();
}

QJsonObject sourceOf(const drugs::Source &source)
{
    return {{u"name"_qs, source.name}, {u"file"_qs, source.file}, {u"date"_qs, iso(source.date)}};
}

template <class List, class ToJson>
QJsonArray arrayOf(const List &list, ToJson toJson)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(toJson(item));
    return array;
}

//! A part of the answer: what is known, with where it comes from.
template <class List, class ToJson>
QJsonObject part(const drugs::Sourced<List> &sourced, ToJson toJson)
{
    return {{u"source"_qs, sourceOf(sourced.source)},
            {u"items"_qs, arrayOf(sourced.value, toJson)}};
}

QJsonObject presentationJson(const drugs::Presentation &box)
{
    const QJsonArray rates = arrayOf(box.rates, [](int rate) { return QJsonValue(rate); });
    return {{u"cip13"_qs, box.cip13.toString()},
            {u"cip7"_qs, box.cip7},
            {u"label"_qs, box.label},
            {u"marketed"_qs, box.marketed},
            {u"marketing"_qs, box.marketing},
            {u"price"_qs, amount(box.publicPrice)},
            {u"price_without_fee"_qs, amount(box.price)},
            {u"fee"_qs, amount(box.fee)},
            {u"rate"_qs, box.rates.isEmpty() ? QJsonValue() : QJsonValue(box.rates.first())},
            {u"rates"_qs, rates},
            {u"indications"_qs, box.indications}};
}

QJsonObject componentJson(const drugs::Component &component)
{
    const bool fraction = component.nature == drugs::Component::Nature::Therapeutic;
    return {{u"element"_qs, component.element}, {u"code"_qs, component.code},
            {u"name"_qs, component.name},       {u"dosage"_qs, component.dosage},
            {u"per"_qs, component.per},         {u"nature"_qs, fraction ? u"FT"_qs : u"SA"_qs},
            {u"link"_qs, component.link}};
}

QJsonObject groupJson(const drugs::GroupDetail &detail)
{
    QJsonArray princeps;
    QJsonArray members;
    for (const drugs::GroupMember &member : detail.members) {
        members.append(QJsonObject{{u"cis"_qs, member.cis.toString()},
                                   {u"label"_qs, member.label},
                                   {u"type"_qs, int(member.role)},
                                   {u"marketed"_qs, member.marketed}});
        if (member.role == drugs::GroupRole::Princeps)
            princeps.append(member.cis.toString());
    }
    return {{u"id"_qs, QString::number(detail.group.id)},
            {u"label"_qs, detail.group.label},
            {u"type"_qs, int(detail.group.role)},
            {u"princeps"_qs, princeps},
            {u"members"_qs, members}};
}

QJsonObject hybridJson(const drugs::HybridGroup &group)
{
    return {{u"id"_qs, QString::number(group.id)},
            {u"route"_qs, group.route},
            {u"label"_qs, group.label},
            {u"members"_qs, arrayOf(group.members, [](const drugs::HybridMember &member) {
                 return QJsonObject{{u"cis"_qs, member.cis.toString()},
                                    {u"label"_qs, member.label},
                                    {u"reference"_qs, member.reference},
                                    {u"marketed"_qs, member.marketed}};
             })}};
}

QJsonObject availabilityJson(const drugs::Availability &one)
{
    return {{u"cip13"_qs, one.cip13 ? QJsonValue(one.cip13->toString()) : QJsonValue()},
            {u"state"_qs, int(one.state)},
            {u"since"_qs, iso(one.since)},
            {u"updated"_qs, iso(one.updated)},
            {u"back_on"_qs, iso(one.backOn)},
            {u"link"_qs, one.link}};
}

QJsonObject opinionJson(const drugs::Opinion &opinion)
{
    return {{u"dossier"_qs, opinion.dossier},
            {u"reason"_qs, opinion.reason},
            {u"date"_qs, iso(opinion.givenOn)},
            {u"value"_qs, opinion.value},
            {u"wording"_qs, opinion.wording},
            {u"links"_qs, QJsonArray::fromStringList(opinion.links)}};
}

QJsonObject noticeJson(const drugs::Notice &notice)
{
    return {{u"from"_qs, iso(notice.from)},
            {u"to"_qs, iso(notice.to)},
            {u"wording"_qs, notice.wording},
            {u"link"_qs, notice.link}};
}

} // namespace

QJsonObject toJson(const drugs::Drug &drug)
{
    return {{u"cis"_qs, drug.cis.toString()},
            {u"label"_qs, drug.label},
            {u"inn"_qs, QJsonArray::fromStringList(drug.inn)},
            {u"form"_qs, drug.form},
            {u"routes"_qs, QJsonArray::fromStringList(drug.routes)},
            {u"marketed"_qs, drug.marketed},
            {u"holder"_qs, drug.holder},
            {u"atc"_qs, drug.atc},
            {u"generic_groups"_qs, arrayOf(drug.groups,
                                           [](const drugs::GenericGroup &group) {
                                               return QJsonValue(QString::number(group.id));
                                           })},
            {u"presentations"_qs, arrayOf(drug.presentations, presentationJson)}};
}

QJsonObject toJson(const drugs::DrugDetail &detail)
{
    QJsonObject json = toJson(detail.drug.value);
    json.insert(u"source"_qs, sourceOf(detail.drug.source));
    json.insert(u"authorisation"_qs, detail.authorisation);
    json.insert(u"procedure"_qs, detail.procedure);
    json.insert(u"marketing"_qs, detail.marketing);
    json.insert(u"authorised_on"_qs, iso(detail.authorisedOn));
    json.insert(u"monitored"_qs, detail.monitored);
    json.insert(u"presentation_details"_qs, part(detail.presentations, presentationJson));
    json.insert(u"composition"_qs, part(detail.composition, componentJson));
    json.insert(u"groups"_qs, part(detail.groups, groupJson));
    json.insert(u"hybrids"_qs, part(detail.hybrids, hybridJson));
    json.insert(u"conditions"_qs, part(detail.conditions, [](const drugs::Condition &condition) {
                    return QJsonValue(condition.wording);
                }));
    json.insert(u"availability"_qs, part(detail.availability, availabilityJson));
    json.insert(u"smr"_qs, part(detail.smr, opinionJson));
    json.insert(u"asmr"_qs, part(detail.asmr, opinionJson));
    json.insert(u"notices"_qs, part(detail.notices, noticeJson));
    json.insert(u"atc_source"_qs, sourceOf(detail.atc.source));
    return json;
}

} // namespace ambroise::ctl

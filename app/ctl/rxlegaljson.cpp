// SPDX-License-Identifier: GPL-3.0-or-later
#include "rxlegaljson.h"

#include <ambroise/prescription/boxcontent.h>
#include <ambroise/prescription/legalchecks.h>

#include <QJsonObject>

namespace ambroise::ctl {
namespace {

using prescription::LegalRules;

QJsonValue listOf(const LegalRules &rules)
{
    switch (rules.listing) {
    case drugs::Listing::ListI:
        return u"I"_qs;
    case drugs::Listing::ListII:
        return u"II"_qs;
    case drugs::Listing::Narcotic:
    case drugs::Listing::None:
        break;
    }
    return {};
}

QJsonValue jsonOf(const std::optional<prescription::DurationLimit> &limit)
{
    return limit ? QJsonObject{{u"days"_qs, limit->days}, {u"words"_qs, limit->words}}
                 : QJsonValue();
}

QJsonArray initialOf(const LegalRules &rules)
{
    QJsonArray all;
    for (const prescription::InitialPrescription &one : rules.initial) {
        const bool hospital = one.by == prescription::InitialPrescription::By::Hospital;
        all.append(QJsonObject{
            {u"by"_qs, hospital ? u"hospital"_qs : u"specialists"_qs},
            {u"valid_months"_qs, one.validMonths > 0 ? QJsonValue(one.validMonths) : QJsonValue()},
            {u"sex"_qs, one.of.sex.isEmpty() ? QJsonValue() : QJsonValue(one.of.sex)}});
    }
    return all;
}

QJsonObject jsonOf(const LegalRules &rules)
{
    QStringList kinds;
    for (const prescription::RestrictedKind kind : rules.kinds)
        kinds << prescription::code(kind);
    QStringList mentions;
    for (const prescription::RequiredMention &mention : rules.mentions)
        mentions << mention.words;
    return {{u"list"_qs, listOf(rules)},
            {u"narcotic"_qs, rules.isNarcotic()},
            {u"secured_form"_qs, rules.securedForm},
            {u"full_letters"_qs, rules.fullLetters},
            {u"max_duration"_qs, jsonOf(rules.maxDuration)},
            {u"longer_if"_qs, jsonOf(rules.longerIf)},
            {u"fraction_days"_qs,
             rules.fractionDays > 0 ? QJsonValue(rules.fractionDays) : QJsonValue()},
            {u"overlap_forbidden"_qs, prescription::forbidsOverlap(rules)},
            {u"restricted"_qs, QJsonArray::fromStringList(kinds)},
            {u"initial"_qs, initialOf(rules)},
            {u"reserved_to"_qs, QJsonArray::fromStringList(rules.reservedTo)},
            {u"renewal_reserved_to"_qs, QJsonArray::fromStringList(rules.renewalReservedTo)},
            {u"renewal_unrestricted"_qs, rules.renewalUnrestricted},
            {u"care_agreement"_qs, rules.careAgreement},
            {u"attestation"_qs, !rules.attestations.isEmpty()},
            {u"booklet"_qs, rules.booklet},
            {u"mentions"_qs, QJsonArray::fromStringList(mentions)},
            {u"as_published"_qs, QJsonArray::fromStringList(rules.asPublished + rules.unknown)}};
}

} // namespace

QJsonArray legalJson(const prescription::Treatment &treatment)
{
    QJsonArray all;
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const prescription::CheckedLine &line = treatment.lines.at(i);
        if (line.current || !prescription::whyNoConditions(line).isEmpty())
            continue;
        QJsonObject one = jsonOf(prescription::legalRulesOf(line.facts->conditions));
        one.insert(u"line"_qs, i);
        all.append(one);
    }
    return all;
}

QJsonArray boxesJson(const prescription::Treatment &treatment)
{
    QJsonArray all;
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const prescription::CheckedLine &line = treatment.lines.at(i);
        if (line.current || !line.facts || line.line.boxes > 0)
            continue;
        if (const auto found = prescription::proposedBoxes(line.line, *line.facts))
            all.append(QJsonObject{{u"line"_qs, i},
                                   {u"cip13"_qs, found->box.cip13.toString()},
                                   {u"label"_qs, found->box.label},
                                   {u"boxes"_qs, found->boxes}});
    }
    return all;
}

} // namespace ambroise::ctl

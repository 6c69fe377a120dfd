// SPDX-License-Identifier: GPL-3.0-or-later
#include "rxcheck.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ambroise::ctl {
namespace {

using prescription::DatedValue;
using prescription::PatientFacts;

const Error &bad()
{
    static const Error error{ErrorCode::Invalid, u"patient.json"_qs, {}};
    return error;
}

bool isKnown(const QJsonObject &json, QStringView field)
{
    return !json.value(field).isUndefined() && !json.value(field).isNull();
}

//! A number above 0, of no date.
Status readNumber(const QJsonObject &json, QStringView field, std::optional<DatedValue> &into)
{
    if (!isKnown(json, field))
        return done();
    if (!json.value(field).isDouble() || json.value(field).toDouble() <= 0)
        return bad();
    into = DatedValue{json.value(field).toDouble(), {}};
    return done();
}

Status readFlag(const QJsonObject &json, QStringView field, std::optional<bool> &into)
{
    if (!isKnown(json, field))
        return done();
    if (!json.value(field).isBool())
        return bad();
    into = json.value(field).toBool();
    return done();
}

Result<std::optional<QStringList>> readWords(const QJsonObject &json, QStringView field)
{
    if (!isKnown(json, field))
        return std::optional<QStringList>();
    if (!json.value(field).isArray())
        return bad();
    QStringList words;
    for (const QJsonValue &value : json.value(field).toArray())
        if (value.isString())
            words << value.toString();
        else
            return bad();
    return std::optional(words);
}

//! "K25.4" is CIM-10; "CISP-2:D86" says that it is not; "ulcère" is in words.
prescription::KnownCondition conditionOf(const QString &code)
{
    static const QRegularExpression coded(u"^(CIM-10:|CISP-2:)?[A-Z]\\d{2}"_qs,
                                          QRegularExpression::CaseInsensitiveOption);
    if (!coded.match(code).hasMatch())
        return {{}, code, {}};
    const QString cisp = u"CISP-2:"_qs;
    const bool other = code.startsWith(cisp, Qt::CaseInsensitive);
    return {
        other ? u"cisp:"_qs + code.mid(cisp.size()) : QString(code).remove(u"CIM-10:"_qs), {}, {}};
}

} // namespace

Result<PatientFacts> patientFactsOf(const QJsonObject &json, QDate today)
{
    PatientFacts facts;
    facts.today = today;
    if (isKnown(json, u"birth_date")) {
        facts.birth = QDate::fromString(json.value(u"birth_date").toString(), Qt::ISODate);
        if (!facts.birth.isValid() || facts.birth > today)
            return bad();
    }
    if (isKnown(json, u"sex"))
        facts.sex = json.value(u"sex").toString();
    AMBROISE_CHECK(readNumber(json, u"weight_kg", facts.weight));
    AMBROISE_CHECK(readNumber(json, u"height_cm", facts.height));
    AMBROISE_CHECK(readNumber(json, u"egfr", facts.egfr));
    AMBROISE_CHECK(readFlag(json, u"pregnant", facts.pregnant));
    AMBROISE_CHECK(readFlag(json, u"breastfeeding", facts.breastfeeding));
    std::optional<DatedValue> term;
    AMBROISE_CHECK(readNumber(json, u"pregnancy_weeks", term));
    if (term)
        facts.termWeeks = int(term->value);
    AMBROISE_TRY(const auto allergies, readWords(json, u"allergies"));
    if (allergies) {
        facts.allergies.emplace();
        for (const QString &words : *allergies) {
            prescription::KnownAllergy allergy;
            allergy.text = words;
            facts.allergies->append(allergy);
        }
    }
    AMBROISE_TRY(const auto conditions, readWords(json, u"conditions"));
    facts.conditionsAreAll = conditions.has_value();
    for (const QString &code : conditions.value_or(QStringList())) {
        facts.conditions << conditionOf(code);
        // What is coded in the other classification is not looked for in this one, nor are words.
        const QString &known = facts.conditions.last().code;
        facts.conditionsAreAll &= !known.isEmpty() && !known.startsWith(u"cisp:");
    }
    return facts;
}

} // namespace ambroise::ctl

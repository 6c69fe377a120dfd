// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/patientfacts.h>

namespace ambroise::prescription {

std::optional<int> PatientFacts::ageMonths() const
{
    if (!birth.isValid() || !today.isValid() || birth > today)
        return std::nullopt;
    const int months = (today.year() - birth.year()) * 12 + today.month() - birth.month();
    return months - (today.day() < birth.day() ? 1 : 0);
}

std::optional<int> PatientFacts::ageYears() const
{
    const auto months = ageMonths();
    return months ? std::optional(*months / 12) : std::nullopt;
}

std::optional<DatedValue> PatientFacts::usableWeight() const
{
    if (!weight || !weight->on.isValid() || !today.isValid())
        return weight;
    const int months = ageMonths().value_or(0); // unknown: as of an infant
    const int holds = months < 24 ? 2 : months < 72 ? 6 : months < 180 ? 12 : 36;
    return weight->on.addMonths(holds) >= today ? weight : std::nullopt;
}

bool PatientFacts::mayBePregnant() const
{
    const auto years = ageYears();
    return sex == u"F" && years && *years >= 12 && *years < 50 && pregnant != false;
}

drugs::PatientState stateOf(const PatientFacts &facts)
{
    drugs::PatientState state;
    state.years = facts.ageYears();
    state.sex = facts.sex;
    if (facts.egfr)
        state.egfr = facts.egfr->value;
    QStringList codes;
    for (const KnownCondition &one : facts.conditions)
        if (!one.code.isEmpty() && !one.code.startsWith(u"cisp:"))
            codes << one.code;
    if (facts.conditionsAreAll)
        state.problems = codes;
    return state;
}

} // namespace ambroise::prescription

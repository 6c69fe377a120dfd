// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientfacts.h"

#include <ambroise/core/text.h>
#include <ambroise/record/conditioncode.h>
#include <ambroise/record/measure.h>
#include <ambroise/record/summaryline.h>

#include <algorithm>

namespace ambroise::app {
namespace {

using prescription::DatedValue;
using prescription::KnownAllergy;
using record::Topic;
using record::TopicState;

//! The last one; measures stand newest first.
std::optional<DatedValue> lastOf(const record::Overview &overview, record::MeasureKind kind)
{
    for (const record::Entry &entry : overview.measures) {
        if (record::measureKindOf(entry.content.title) != kind)
            continue;
        bool isNumber = false;
        const double value = entry.content.value.toDouble(&isNumber);
        if (isNumber)
            return DatedValue{value, entry.content.happened.toLocalTime().date()};
    }
    return std::nullopt;
}

//! As far as it is known; what was written before dates could be partial has its day alone.
QString sinceText(const record::Entry &entry)
{
    if (record::isSinceUnknown(entry.content))
        return {};
    if (record::sinceOf(entry.content))
        return entry.content.value;
    return entry.content.happened.toLocalTime().date().toString(Qt::ISODate);
}

KnownAllergy allergyOf(const record::Entry &entry)
{
    using Nature = KnownAllergy::Nature;
    const auto details = record::AllergyDetails::fromStored(entry.content.unit);
    const auto natureOf = [](record::AllergenKind kind) {
        switch (kind) {
        case record::AllergenKind::Drug:
            return Nature::Drug;
        case record::AllergenKind::DrugClass:
            return Nature::Class;
        case record::AllergenKind::Excipient:
            return Nature::Excipient;
        case record::AllergenKind::Food:
        case record::AllergenKind::Other:
            return Nature::Other;
        case record::AllergenKind::Unspecified:
            break;
        }
        return Nature::Unspecified;
    };
    return {entry.content.title, natureOf(details.kind),
            details.certainty == record::AllergyCertainty::Suspected, sinceText(entry)};
}

std::optional<QList<KnownAllergy>> allergiesOf(const record::Overview &overview)
{
    if (overview.allergies.isEmpty())
        return overview.stateOf(Topic::Allergies) == TopicState::NoneKnown
                   ? std::optional(QList<KnownAllergy>())
                   : std::nullopt;
    QList<KnownAllergy> allergies;
    for (const record::Entry &entry : overview.allergies)
        allergies << allergyOf(entry);
    return allergies;
}

//! What is written in words is not among the codes: then they are not all.
void addConditions(const record::Overview &overview, prescription::PatientFacts &facts)
{
    facts.conditionsAreAll = overview.stateOf(Topic::Problems) != TopicState::NotFilledIn &&
                             overview.stateOf(Topic::Antecedents) != TopicState::NotFilledIn;
    for (const QList<record::Entry> &entries : {overview.problems, overview.antecedents})
        for (const record::Entry &entry : entries) {
            const auto coded = record::conditionCodesIn(entry.content.code);
            if (coded.isEmpty())
                facts.conditions.append({{}, entry.content.title, sinceText(entry)});
            for (const record::ConditionCode &one : coded) {
                const bool cisp = one.system() == record::CodeSystem::Cisp2;
                facts.conditions.append({cisp ? u"cisp:"_qs + one.code() : one.code(),
                                         entry.content.title, sinceText(entry)});
            }
            facts.conditionsAreAll &=
                std::any_of(coded.begin(), coded.end(), [](const record::ConditionCode &one) {
                    return one.system() == record::CodeSystem::Cim10;
                });
        }
}

//! One that began less than 43 weeks of amenorrhoea ago. It is recorded by its beginning, two weeks
//! after the last period; a month alone tells no term.
void addPregnancy(const record::Overview &overview, prescription::PatientFacts &facts)
{
    for (const record::Entry &entry : overview.pregnancies) {
        const QDate began = entry.content.happened.toLocalTime().date();
        if (!entry.content.active || record::isSinceUnknown(entry.content) || began > facts.today ||
            began.addDays(7 * 41) < facts.today)
            continue;
        facts.pregnant = true;
        const auto since = record::sinceOf(entry.content);
        if (since && since->day() > 0)
            facts.termWeeks = int(began.daysTo(facts.today) / 7) + 2;
    }
}

//! Recorded as a problem that holds: by its code, Z39.1 « Soins et examens de l'allaitement », or
//! in the first word. « Allaitement artificiel » is none.
bool isBreastfeeding(const record::Entry &problem)
{
    const auto codes = record::conditionCodesIn(problem.content.code);
    const bool coded =
        std::any_of(codes.begin(), codes.end(), [](const record::ConditionCode &one) {
            return one.system() == record::CodeSystem::Cim10 && one.code() == u"Z39.1";
        });
    const QString title = text::folded(problem.content.title);
    return coded || (title.startsWith(text::folded(u"allaitement"_qs)) &&
                     !title.contains(text::folded(u"artificiel"_qs)));
}

} // namespace

prescription::PatientFacts patientFactsOf(const patient::PatientDetails &details,
                                          const record::Overview &overview, QDate today)
{
    const identity::StrictTraits &traits = details.identity.traits();
    prescription::PatientFacts facts;
    facts.today = today;
    const QDate birth = traits.birthDate().date();
    if (birth.isValid() && birth <= today)
        facts.birth = birth;
    facts.sex = code(traits.sex());
    facts.weight = lastOf(overview, record::MeasureKind::Weight);
    facts.height = lastOf(overview, record::MeasureKind::Height);
    const auto egfr = lastOf(overview, record::MeasureKind::GlomerularFiltration);
    if (egfr && egfr->on >= today.addYears(-1))
        facts.egfr = egfr;
    facts.allergies = allergiesOf(overview);
    addConditions(overview, facts);
    addPregnancy(overview, facts);
    if (std::any_of(overview.problems.begin(), overview.problems.end(), isBreastfeeding))
        facts.breastfeeding = true;
    return facts;
}

} // namespace ambroise::app

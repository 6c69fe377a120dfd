// SPDX-License-Identifier: GPL-3.0-or-later
#include "rxcheck.h"

#include "openpractice.h"

#include <ambroise/prescription/legalchecks.h>
#include <ambroise/prescription/linejson.h>

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

Status addLines(const QJsonValue &lines, bool current,
                const prescription::DrugKnowledgeProvider &knowledge,
                prescription::Treatment &treatment)
{
    if (!lines.isUndefined() && !lines.isArray())
        return Error{ErrorCode::Invalid, u"line.json"_qs, {}};
    for (const QJsonValue &value : lines.toArray()) {
        const QJsonValue inn = value[u"inn"];
        if (!value.isObject() || !(inn.isUndefined() || inn.isString()))
            return Error{ErrorCode::Invalid, u"line.json"_qs, {}};
        AMBROISE_TRY(const auto line, prescription::lineFromJson(value.toObject()));
        if (line.cis.isEmpty() && inn.toString().isEmpty())
            return Error{ErrorCode::Invalid, u"line.json"_qs, {}};
        AMBROISE_TRY(const auto checked,
                     prescription::checkedLine(line, inn.toString(), current, knowledge));
        treatment.lines << checked;
    }
    return done();
}

//! What is taken already and has a start and a duration runs to its end.
void addRunning(prescription::Treatment &treatment)
{
    for (const prescription::CheckedLine &line : std::as_const(treatment.lines)) {
        const auto days = prescription::prescribedDays(line);
        if (!line.current || !line.facts || !days || !line.line.startDate.isValid())
            continue;
        const QDate start = line.line.startDate;
        treatment.running.append({line.facts->substances, start, start.addDays(*days - 1)});
    }
}

} // namespace

Result<Answer> checkPrescription(const Context &context)
{
    AMBROISE_TRY(const QJsonObject json, readJsonObject(context.arguments.word(0)));
    AMBROISE_TRY(auto opened, openPractice(context));
    const auto &knowledge = opened.practice->drugKnowledge();
    prescription::Treatment treatment;
    AMBROISE_TRY(treatment.person,
                 patientFactsOf(json.value(u"patient").toObject(), context.clock.today()));
    treatment.patient = prescription::stateOf(treatment.person);
    AMBROISE_CHECK(addLines(json.value(u"lines"), false, knowledge, treatment));
    AMBROISE_CHECK(addLines(json.value(u"current"), true, knowledge, treatment));
    treatment.today = context.clock.today();
    treatment.specialty = json.value(u"prescriber").toObject().value(u"specialty").toString();
    addRunning(treatment);
    AMBROISE_TRY(const auto report, prescription::PrescriptionChecker(knowledge).run(treatment));
    return Answer{toJson(report, treatment), toText(report, treatment)};
}

} // namespace ambroise::ctl

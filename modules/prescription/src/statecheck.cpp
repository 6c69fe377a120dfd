// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <algorithm>

namespace ambroise::prescription {
namespace {

using drugs::Truth;

QStringList heldBy(const StateRule &rule, const DrugFacts &facts,
                   const QList<SubstanceNames> &names)
{
    QStringList held;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (rule.substances.holds(names.at(i)) && !held.contains(facts.substances.at(i).name))
            held << facts.substances.at(i).name;
    return held.isEmpty() || rule.routes.reaches(facts.routes) ? held : QStringList();
}

//! Who would have to be asked about a pregnancy that nobody has to be asked about?
bool isToBeAsked(const QStringList &missing, const PatientFacts &person)
{
    const bool ofPregnancy = missing.contains(u"pregnancy"_qs) || missing.contains(u"term"_qs) ||
                             missing.contains(u"breastfeeding"_qs);
    return !ofPregnancy || person.mayBePregnant() || person.pregnant == true;
}

Alert alertOf(const StateRule &rule, const PatientCondition::Verdict &verdict, int line,
              const QStringList &substances)
{
    Alert alert;
    alert.kind = CheckKind::State;
    alert.decided = verdict.applies == Truth::True;
    alert.rule = alert.decided ? u"state"_qs : u"state.unknown"_qs;
    alert.level = alert.decided ? rule.level : rule.levelUnknown;
    alert.lines = {line};
    alert.subjects = substances;
    alert.substances = {substances};
    alert.risk = rule.risk;
    alert.advice = rule.advice;
    alert.because = alert.decided ? verdict.because : QList<AlertFact>();
    alert.missing = verdict.missing;
    alert.source = rule.source;
    return alert;
}

} // namespace

Status StateCheck::run(const Treatment &treatment, CheckReport &report) const
{
    const TreatmentNames names(treatment);
    QStringList missing;
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const CheckedLine &line = treatment.lines.at(i);
        if (const QString why = whyNotComparable(line); !why.isEmpty()) {
            report.notChecked.append({i, CheckKind::State, why, {}});
            continue;
        }
        if (!countsForSafety(treatment, names, i))
            continue;
        bool named = false;
        for (const StateRule &rule : m_knowledge.states()) {
            const QStringList substances = heldBy(rule, *line.facts, names.of(i));
            if (substances.isEmpty())
                continue;
            named = true;
            const auto verdict = rule.when.of(treatment.person);
            const bool asked = verdict.applies == Truth::Unknown && !rule.levelUnknown.isEmpty() &&
                               isToBeAsked(verdict.missing, treatment.person);
            if (verdict.applies == Truth::True || asked) {
                Alert alert = alertOf(rule, verdict, i, substances);
                alert.level = levelOf(alert.level, treatment, alert.lines);
                report.alerts << alert;
            } else if (verdict.applies == Truth::Unknown) {
                missing += verdict.missing;
            }
        }
        if (!named)
            report.notChecked.append(
                {i, CheckKind::State, u"no_state_rule"_qs, namesOf(line.facts->substances)});
    }
    QStringList words;
    for (const KnownCondition &one : treatment.person.conditions)
        if (one.code.isEmpty() && !words.contains(one.label))
            words << one.label;
    if (!words.isEmpty() && !treatment.lines.isEmpty())
        report.notChecked.append({-1, CheckKind::State, u"condition_words"_qs, words});
    missing.removeDuplicates();
    if (!missing.isEmpty())
        report.notChecked.append({-1, CheckKind::State, u"state_unknown"_qs, missing});
    addTables(report);
    return done();
}

} // namespace ambroise::prescription

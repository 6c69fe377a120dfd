// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/prescription/clinicalknowledge.h>

//! What the tables of resources/knowledge say of a treatment for this patient. What has no row, or
//! needs a datum that nobody recorded, is said among what is not checked. Of what is taken already
//! and not prescribed again nothing interrupts: "stop" becomes "warn".
namespace ambroise::prescription {

//! The recorded allergies against each line: the substance itself, its class, cross-reactions.
//! Not checked: "allergies_not_told", "allergy_unmatched", "allergy_excipient" (the base has no
//! excipients), "allergy_no_drug" (pollens), each with the words in `about`, of no line.
class AllergyCheck : public SafetyCheck {
public:
    explicit AllergyCheck(const DrugKnowledgeProvider &drugs,
                          const ClinicalKnowledge &knowledge = ClinicalKnowledge::builtIn())
        : m_drugs(drugs)
        , m_knowledge(knowledge)
    {
    }
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Allergy; }
    Status run(const Treatment &treatment, CheckReport &report) const override;

private:
    const DrugKnowledgeProvider &m_drugs;
    const ClinicalKnowledge &m_knowledge;
};

//! Doses of an intake, a day, a week, and the interval; those of a day and a week over all lines
//! of the same substance. Ten times the maximum is a "stop". Not checked: "no_dose_rule"
//! (substances in `about`), "dose_unknown" (the posology tells none), "dose_not_for_patient" (no
//! row is of such a patient), "dose_depends" (on what `about` names, as AlertFact::what).
class DoseCheck : public SafetyCheck {
public:
    explicit DoseCheck(const ClinicalKnowledge &knowledge = ClinicalKnowledge::builtIn())
        : m_knowledge(knowledge)
    {
    }
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Dose; }
    Status run(const Treatment &treatment, CheckReport &report) const override;

private:
    const ClinicalKnowledge &m_knowledge;
};

//! Pregnancy, breastfeeding, age, sex, kidneys, conditions. Where it is unknown whether a rule
//! applies, the row says whether that itself is told; else the datum stands once in "state_unknown"
//! (AlertFact::what in `about`), of no line. "no_state_rule": no row names the substances.
//! "condition_words": what is recorded in words, without a code, which no rule finds (of no line).
class StateCheck : public SafetyCheck {
public:
    explicit StateCheck(const ClinicalKnowledge &knowledge = ClinicalKnowledge::builtIn())
        : m_knowledge(knowledge)
    {
    }
    [[nodiscard]] CheckKind kind() const override { return CheckKind::State; }
    Status run(const Treatment &treatment, CheckReport &report) const override;

private:
    const ClinicalKnowledge &m_knowledge;
};

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/prescription/legalrules.h>

//! What the law and the supply say of the lines of an ordonnance; what is taken already is not
//! prescribed now and is left out. Each has its sentences and its level in resources/legal. None
//! is a "stop": nothing here asks for a reason.
namespace ambroise::prescription {

//! For how long a line is prescribed, its renewals counted: its duration, or the one that its
//! posology tells at most, or the one that its boxes last. None where none of them is known.
[[nodiscard]] std::optional<int> prescribedDays(const CheckedLine &line);

//! Whether an ordonnance may not begin before another one of the same drug has ended.
[[nodiscard]] bool forbidsOverlap(const LegalRules &rules);

//! Why the conditions of its drug are not known: "unknown_drug", "inn" (prescribed by substance),
//! "no_conditions" (not imported); empty: they are.
[[nodiscard]] QString whyNoConditions(const CheckedLine &line);

//! The longest duration that the drug's conditions allow, and the twelve months of a list (CSP
//! R.5132-21). Not checked: "unknown_drug", "inn", "no_conditions", "no_duration".
class DurationCheck : public SafetyCheck {
public:
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Duration; }
    Status run(const Treatment &treatment, CheckReport &report) const override;
};

//! Lists, stupéfiants, restricted prescription, mentions and things to be done before; motives of
//! non substituable; hors AMM; the dispenser to be named; overlaps. Not checked: "unknown_drug",
//! "inn", "no_conditions"; what the line itself says is checked all the same.
class LegalCheck : public SafetyCheck {
public:
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Legal; }
    Status run(const Treatment &treatment, CheckReport &report) const override;
};

//! Shortage, tension, end of marketing (ANSM), of all the boxes or of some. Not checked:
//! "unknown_drug", "inn", "no_availability".
class AvailabilityCheck : public SafetyCheck {
public:
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Availability; }
    Status run(const Treatment &treatment, CheckReport &report) const override;
};

} // namespace ambroise::prescription

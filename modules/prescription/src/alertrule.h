// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

namespace ambroise::prescription {

//! By what an alert is known again: a state or a dose has the drug alone for its subject, and says
//! by its risk which of several contra-indications of that drug it is.
[[nodiscard]] inline QStringList ruleOf(const Alert &alert)
{
    const bool byRisk = alert.kind == CheckKind::State || alert.kind == CheckKind::Dose;
    return byRisk ? alert.subjects + QStringList{alert.risk} : alert.subjects;
}

} // namespace ambroise::prescription

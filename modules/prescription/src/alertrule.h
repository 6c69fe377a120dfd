// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

namespace ambroise::prescription {

//! By what an alert is known again. A state or a dose has the drug alone for its subject: it says
//! by its risk which of several contra-indications of that drug it is, and by the patient's data
//! whether it is the one that was looked at: a DFG of 12 is not the 28 of then.
[[nodiscard]] inline QStringList ruleOf(const Alert &alert)
{
    QStringList rule = alert.subjects;
    if (alert.kind != CheckKind::State && alert.kind != CheckKind::Dose)
        return rule;
    rule << alert.risk;
    for (const AlertFact &fact : alert.because)
        rule << fact.what + u'=' + fact.value.simplified();
    return rule;
}

} // namespace ambroise::prescription

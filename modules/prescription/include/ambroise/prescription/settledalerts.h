// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/alertlog.h>

#include <functional>

namespace ambroise::prescription {

//! A reason that was given less than a year ago holds for the same rule of the same source between
//! the same drugs at the same doses: the alert is folded, tells when and why, and is logged as any
//! other (prescription.md §7.4). One that is about a drug whose dose is not known is asked again.
//! `lines`: those that the alerts are about, of the ordonnance and of what is taken beside it.
//! `told`: the sentence that the alert's advice ends with.
void foldSettled(QList<Alert> &alerts, const QList<Line> &lines, const QList<LoggedAlert> &settled,
                 const std::function<QString(const LoggedAlert &before)> &told);

} // namespace ambroise::prescription

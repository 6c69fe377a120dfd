// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/recordids.h>
#include <ambroise/prescription/alertlog.h>

#include <functional>

namespace ambroise::prescription {

//! An alert that was passed over with a reason, and the lines that were signed then.
struct SettledAlert {
    QString number{}; //!< of the ordonnance
    LoggedAlert alert{};
    QList<Line> lines{};
};

//! Those of the patient's ordonnances that stand, since that instant, the newest first. Errors:
//! those of OrdonnanceContent::fromCanonical.
Result<QList<SettledAlert>>
settledAlerts(storage::Connection &db, const patient::RecordIds &patient, const QDateTime &since);

//! A reason that was given less than a year ago holds for the same rule of the same source between
//! the same drugs at the same doses: the alert is folded, tells when and why, and is logged as any
//! other (prescription.md §7.4). One that is about a treatment beside the ordonnance is asked
//! again: its dose of then is not known.
//! `told`: the sentence that the alert's advice ends with.
void foldSettled(QList<Alert> &alerts, const QList<Line> &lines, const QList<SettledAlert> &settled,
                 const std::function<QString(const LoggedAlert &before)> &told);

} // namespace ambroise::prescription

// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningprescriptions.h"

#include "treatmentdesk.h"

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::app {
namespace {

using prescription::CheckedLine;
using prescription::PatientTreatment;
using prescription::PrescribedLine;
using prescription::TreatmentPeriod;

constexpr int monthsWithoutAnEnd = 3;

bool isRunning(const TreatmentPeriod &period, QDate today)
{
    const QDate end = period.plannedEnd.value_or(period.start.addMonths(monthsWithoutAnEnd));
    return period.start <= today && today <= end;
}

//! Written again in a later ordonnance at the same dose, a line goes on and is not taken twice; at
//! another dose it may come on top of the first, and both count. Periods stand in the order in
//! which they were signed.
bool isRenewed(const QList<TreatmentPeriod> &running, qsizetype place)
{
    const TreatmentPeriod &one = running.at(place);
    return std::any_of(running.begin() + place + 1, running.end(), [&](const auto &later) {
        return later.line.number != one.line.number && later.written.cis == one.written.cis &&
               later.written.label == one.written.label &&
               text::folded(later.written.posology) == text::folded(one.written.posology);
    });
}

void addRunning(const PatientTreatment &treatment, const QList<PrescribedLine> &lines, QDate today,
                QList<CheckedLine> &running)
{
    QList<TreatmentPeriod> periods;
    std::copy_if(treatment.periods.begin(), treatment.periods.end(), std::back_inserter(periods),
                 [today](const TreatmentPeriod &one) { return isRunning(one, today); });
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const TreatmentPeriod &period = periods.at(i);
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&period](const PrescribedLine &one) {
                return one.number == period.line.number && one.place == period.line.place;
            });
        if (line == lines.end() || isRenewed(periods, i))
            continue;
        running << line->checked;
        running.last().current = true;
    }
}

} // namespace

Result<QList<CheckedLine>> runningPrescriptions(Practice &practice,
                                                const patient::RecordIds &patient)
{
    const QDate today = practice.clock().today();
    QList<CheckedLine> running;
    AMBROISE_TRY(const auto read,
                 readTreatments(practice, patient, today.addMonths(-monthsOfAnOrdonnance)));
    for (const PatientTreatment &one : read.history.treatments())
        if (!one.entry && one.state == prescription::TreatmentState::Running)
            addRunning(one, read.lines, today, running);
    return running;
}

} // namespace ambroise::app

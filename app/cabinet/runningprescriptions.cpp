// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningprescriptions.h"

#include "treatmentdesk.h"

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

void addRunning(const PatientTreatment &treatment, const QList<PrescribedLine> &lines, QDate today,
                QList<CheckedLine> &running)
{
    for (const TreatmentPeriod &period : treatment.periods) {
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&period](const PrescribedLine &one) {
                return one.number == period.line.number && one.place == period.line.place;
            });
        if (line == lines.end() || !isRunning(period, today))
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

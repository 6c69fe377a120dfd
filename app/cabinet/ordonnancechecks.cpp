// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancechecks.h"

#include "lastingtreatments.h"
#include "patientfacts.h"
#include "runningprescriptions.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/legalchecks.h>
#include <ambroise/prescription/settledalerts.h>
#include <ambroise/prescription/treatmenthistory.h>

#include <QCoreApplication>

#include <algorithm>

namespace ambroise::app {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Wiring)
};

//! Whether an earlier ordonnance of the same drug may still run.
bool concernsOverlaps(const prescription::CheckedLine &line)
{
    return line.facts &&
           prescription::forbidsOverlap(prescription::legalRulesOf(line.facts->conditions));
}

//! What was signed and is not at its end, of the drugs that must not overlap. Nothing is read where
//! the ordonnance has none of them.
Result<QList<prescription::RunningLine>> runningOf(Practice &practice,
                                                   const patient::RecordIds &patient,
                                                   const QList<prescription::CheckedLine> &lines)
{
    QList<prescription::RunningLine> running;
    if (std::none_of(lines.begin(), lines.end(), concernsOverlaps))
        return running;
    const QDate today = practice.clock().today();
    const QDateTime since = today.addMonths(-monthsOfAnOrdonnance).startOfDay();
    AMBROISE_TRY(const auto signedOnes, practice.ordonnances().ofPatient(patient, since));
    for (const prescription::Ordonnance &one : signedOnes) {
        const QDate written = one.content.signedAt().toLocalTime().date();
        if (one.isCancelled())
            continue;
        for (const prescription::Line &line : one.content.lines()) {
            if (line.cis.isEmpty())
                continue;
            AMBROISE_TRY(const auto checked, practice.lineReader().read(line, true));
            const auto days = prescription::prescribedDays(checked);
            const QDate start = line.startDate.isValid() ? line.startDate : written;
            if (days && concernsOverlaps(checked) && start.addDays(*days - 1) >= today)
                running.append({checked.facts->substances, written, start.addDays(*days - 1)});
        }
    }
    return running;
}

//! What was already justified is not asked again.
Status foldWhatIsSettled(Practice &practice, const patient::RecordIds &ids,
                         prescription::ui::Checked &checked)
{
    QList<prescription::Alert> &alerts = checked.report.alerts;
    if (std::none_of(alerts.cbegin(), alerts.cend(), prescription::asksForReason))
        return done();
    AMBROISE_TRY(const auto settled,
                 practice.alerts().settled(ids, practice.clock().now().addYears(-1)));
    const auto told = [](const prescription::LoggedAlert &before) {
        return Words::tr("Déjà justifié le %1 par %2 : %3")
            .arg(text::frenchDate(before.at.toLocalTime().date()), before.authorName,
                 before.reason);
    };
    prescription::foldSettled(alerts, checked.lines, settled, told);
    return done();
}

} // namespace

Result<prescription::ui::Checked> checkOrdonnance(Practice &practice, PatientId patient,
                                                  const QList<prescription::Line> &lines,
                                                  const QString &specialty)
{
    const prescription::OpenDrugKnowledge &knowledge = practice.drugKnowledge();
    const prescription::LineReader &reader = practice.lineReader();
    AMBROISE_TRY(const auto hold, knowledge.hold());
    AMBROISE_TRY(const auto kept, practice.patients().reload(patient));
    AMBROISE_TRY(const auto overview, practice.records().overview(kept.recordIds()));
    prescription::ui::Checked checked;
    prescription::Treatment treatment;
    treatment.person = patientFactsOf(kept.details, overview, practice.clock().today());
    treatment.patient = prescription::stateOf(treatment.person);
    for (const prescription::Line &line : lines) {
        AMBROISE_TRY(const auto one, reader.read(line, false));
        treatment.lines << one;
        checked.lines << line;
    }
    treatment.specialty = specialty;
    treatment.today = practice.clock().today();
    AMBROISE_TRY(treatment.running, runningOf(practice, kept.recordIds(), treatment.lines));
    AMBROISE_TRY(const auto prescribed, runningPrescriptions(practice, kept.recordIds()));
    for (const prescription::CheckedLine &one : prescribed) {
        treatment.lines << one;
        checked.lines << one.line;
        checked.taken.append(prescription::ui::TakenTreatment());
    }
    for (const record::Entry &entry : overview.treatments) {
        AMBROISE_TRY(const auto one, prescription::checkedTreatment(entry, reader));
        treatment.lines << one;
        checked.lines << one.line;
        checked.taken.append({entry.id, {}});
    }
    AMBROISE_TRY(const auto lasting, lastingTreatments(practice, kept.recordIds()));
    for (const LastingTreatment &one : lasting) {
        treatment.lines << one.checked;
        checked.lines << one.checked.line;
        checked.taken.append({one.entry, one.checked.stoppedOn});
    }
    AMBROISE_TRY(checked.report, prescription::PrescriptionChecker(knowledge).run(treatment));
    AMBROISE_CHECK(foldWhatIsSettled(practice, kept.recordIds(), checked));
    return checked;
}

} // namespace ambroise::app

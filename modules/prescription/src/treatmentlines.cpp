// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linechanges.h>
#include <ambroise/prescription/treatmenthistory.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

QString nameOf(const PrescriberOnPaper &who)
{
    return QStringList{who.title, who.givenName, who.surname}.join(u' ').simplified();
}

} // namespace

Line recordedLine(const record::NewEntry &treatment)
{
    Line line;
    line.label = treatment.title;
    line.posology = treatment.body;
    return line;
}

Result<CheckedLine> checkedTreatment(const record::Entry &treatment, const LineReader &reader)
{
    return reader.read(recordedLine(treatment.content), true);
}

Result<QList<PrescribedLine>> prescribedLines(const QList<Ordonnance> &ordonnances,
                                              const LineReader &reader)
{
    QList<PrescribedLine> lines;
    for (const Ordonnance &one : ordonnances) {
        if (one.isCancelled())
            continue;
        const QString who = nameOf(one.content.prescriber());
        for (int place = 0; place < one.content.lines().size(); ++place) {
            const Line &line = one.content.lines().at(place);
            AMBROISE_TRY(auto checked, reader.read(line, true));
            lines.append({one.content.number().value(), place, one.content.signedAt(), who,
                          std::move(checked)});
        }
    }
    return lines;
}

Result<QList<RecordedTreatment>> recordedTreatments(const QList<record::Entry> &entries,
                                                    const LineReader &reader)
{
    QList<RecordedTreatment> recorded;
    for (const record::Entry &entry : entries) {
        AMBROISE_TRY(auto checked, checkedTreatment(entry, reader));
        recorded.append({entry, std::move(checked)});
    }
    return recorded;
}

QDate PatientTreatment::firstDay() const
{
    return start ? QDate(start->year(), std::max(1, start->month()), std::max(1, start->day()))
                 : QDate();
}

QString PatientTreatment::posology() const
{
    if (!periods.isEmpty())
        return periods.last().written.posology;
    return entry ? entry->content.body : QString();
}

QString PatientTreatment::dose() const
{
    if (!periods.isEmpty())
        return doseSentence(periods.last().written);
    return entry ? doseSentence(recordedLine(entry->content)) : QString();
}

record::TreatmentUse PatientTreatment::nextUse() const
{
    using record::TreatmentUse;
    const TreatmentUse first =
        proposedUse == TreatmentUse::Unspecified ? TreatmentUse::Chronic : proposedUse;
    if (use.proposed || use.use == TreatmentUse::Unspecified)
        return first;
    if (use.use != first)
        return TreatmentUse::Unspecified;
    return first == TreatmentUse::Chronic ? TreatmentUse::Occasional : TreatmentUse::Chronic;
}

} // namespace ambroise::prescription

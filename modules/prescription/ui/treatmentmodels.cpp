// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentmodels.h"

#include "treatmentwords.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/linechanges.h>
#include <ambroise/prescription/print.h>
#include <ambroise/record/treatment.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

namespace ambroise::prescription::ui {

using uikit::Row;

void TreatmentModel::set(const QList<PatientTreatment> &treatments)
{
    beginResetModel();
    m_treatments = treatments;
    endResetModel();
}

const PatientTreatment *TreatmentModel::at(int row) const
{
    return row < 0 || row >= m_treatments.size() ? nullptr : &m_treatments.at(row);
}

int TreatmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_treatments.size());
}

int TreatmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant TreatmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PatientTreatment &one = m_treatments.at(index.row());
    if (role == Qt::AccessibleTextRole)
        return sentenceOf(one);
    if (role == Qt::ToolTipRole)
        return uikit::plainTip(sentenceOf(one));
    if (role == Qt::FontRole && index.column() == Name)
        return uikit::font(uikit::TextRole::Body, !one.isOver());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return one.name;
    case Use:
        return useWord(one.use);
    case Start:
        return startWord(one);
    case PlannedEnd:
        return plannedEndWord(one);
    case StopDay:
        return stopDayWord(one);
    case StopReason:
        return one.stop ? stopReasonWord(*one.stop) : QString();
    default:
        return one.prescriber;
    }
}

QVariant TreatmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Traitement"), tr("Usage"), tr("Depuis"),      tr("Fin prévue"),
                       tr("Arrêté le"),  tr("Motif"), tr("Prescripteur")}
        .value(section);
}

void TreatmentSteps::set(const PatientTreatment *treatment)
{
    beginResetModel();
    m_rows.clear();
    if (treatment) {
        addStops(*treatment);
        if (treatment->saidUse && !treatment->use.proposed)
            addUse(*treatment->saidUse);
        for (auto period = treatment->periods.rbegin(); period != treatment->periods.rend();
             ++period)
            addPeriod(*period);
        if (treatment->entry)
            addEntry(*treatment->entry);
    }
    endResetModel();
}

void TreatmentSteps::addStops(const PatientTreatment &treatment)
{
    if (treatment.stop) {
        Row row;
        row.icon = u"flag"_qs;
        row.title = tr("Arrêté : %1").arg(stopReasonWord(*treatment.stop));
        row.right = treatment.stop->day.toString(u"dd/MM/yy");
        row.secondary = treatment.stoppedBy;
        m_rows << row;
    }
    for (const KeptStop &former : treatment.formerStops) {
        Row row;
        row.strong = false;
        row.title = tr("Arrêt repris : %1").arg(stopReasonWord(former.stop));
        row.right = former.stop.day.toString(u"dd/MM/yy");
        row.secondary =
            tr("repris le %1 par %2")
                .arg(text::frenchDate(former.takenBackAt.toLocalTime().date()), former.takenBackBy);
        m_rows << row;
    }
}

void TreatmentSteps::addUse(const KeptUse &use)
{
    Row row;
    row.strong = false;
    row.title = tr("Usage : %1").arg(useWord({use.use, false}).toLower());
    row.right = use.saidAt.toLocalTime().date().toString(u"dd/MM/yy");
    row.secondary = tr("noté par %1").arg(use.saidBy);
    m_rows << row;
}

void TreatmentSteps::addPeriod(const TreatmentPeriod &period)
{
    Row row;
    row.title = printedPosology(period.written);
    row.strong = period.changesDose;
    row.right = period.start.toString(u"dd/MM/yy");
    const QString end = period.plannedEnd
                            ? tr("jusqu’au %1").arg(text::frenchDate(*period.plannedEnd))
                            : tr("fin non dite");
    QStringList said{end, period.written.label, period.prescriber};
    if (!period.dosesBefore.isEmpty()) // what it was can be read however long the sentences are
        said.prepend(tr("avant : %1").arg(period.dosesBefore.join(u" ; "_qs)));
    row.secondary = said.join(u" · "_qs);
    if (period.changesDose) {
        row.chip = uikit::RowChip{uikit::Meaning::Info, tr("changé")};
        row.chipFirst = true;
    }
    m_rows << row;
}

void TreatmentSteps::addEntry(const record::Entry &entry)
{
    Row row;
    row.icon = u"journal-text"_qs;
    row.strong = false;
    const QString dose = doseSentence(recordedLine(entry.content));
    row.title = dose.isEmpty() ? entry.content.title : dose;
    row.secondary = tr("au résumé du dossier, par %1").arg(entry.authorName);
    row.right = entry.writtenAt.toLocalTime().date().toString(u"dd/MM/yy");
    m_rows << row;
}

int TreatmentSteps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TreatmentSteps::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? uikit::rowData(m_rows.at(index.row()), role) : QVariant();
}

} // namespace ambroise::prescription::ui

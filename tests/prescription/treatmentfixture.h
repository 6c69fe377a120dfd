// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmenthistory.h>
#include <ambroise/record/summaryline.h>

//! What a history of treatments is made of, read from nowhere.
namespace ambroise::test {

inline const QDate historyDay(2026, 11, 27);

inline QDateTime at(QDate day, int hour = 9)
{
    return {day, QTime(hour, 0), Qt::UTC};
}

//! Lines as they are read from signed ordonnances: each call is another ordonnance.
class Lines {
public:
    Lines &add(QDate day, const QString &label, const QString &substance, int days,
               const QString &posology = u"1-0-1"_qs)
    {
        prescription::Line line;
        line.label = label;
        line.posology = posology;
        line.durationDays = days;
        return add(day, line, substance);
    }
    Lines &add(QDate day, const prescription::Line &line, const QString &substance,
               const QStringList &routes = {u"orale"_qs})
    {
        prescription::PrescribedLine one;
        one.number = u"N%1"_qs.arg(all.size() + 1);
        one.signedAt = at(day);
        one.prescriber = u"Dr Claire Fontanel"_qs;
        one.checked.line = line;
        if (!substance.isEmpty()) {
            one.checked.facts = prescription::DrugFacts();
            one.checked.facts->substances.append({{}, substance, {}, {}});
            one.checked.facts->routes = routes;
        }
        all << one;
        return *this;
    }
    QList<prescription::PrescribedLine> all;
};

inline prescription::KeptStop stopOf(const prescription::PrescribedLine &line, QDate day)
{
    prescription::KeptStop stop;
    stop.id = prescription::TreatmentStopId{5};
    stop.line = {line.number, line.place, treatmentKey(line.checked)};
    stop.stop = {day, record::StopReason::SideEffect, u"toux"_qs};
    stop.saidAt = at(day, 12);
    stop.saidBy = u"Dr Claire Fontanel"_qs;
    return stop;
}

inline prescription::TreatmentHistory
historyOf(const Lines &lines, const QList<prescription::RecordedTreatment> &recorded = {},
          const QList<prescription::KeptStop> &stops = {})
{
    return prescription::TreatmentHistory::of(lines.all, recorded, stops, historyDay);
}

} // namespace ambroise::test

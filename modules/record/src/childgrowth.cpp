// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/childgrowth.h>

#include <QMap>

namespace ambroise::record {
namespace {

constexpr int correctedYears = 2;

//! The newest of each day.
QMap<QDate, double> byDay(MeasureKind kind, const QList<Entry> &measures)
{
    QMap<QDate, double> days;
    for (const Entry &entry : measures) {
        const auto measure = Measure::of(entry.content);
        const QDate day = entry.content.happened.toLocalTime().date();
        if (measure && measure->kind() == kind && !days.contains(day))
            days.insert(day, measure->value());
    }
    return days;
}

QMap<QDate, double> valuesOf(GrowthIndicator indicator, const QList<Entry> &measures)
{
    switch (indicator) {
    case GrowthIndicator::Height:
        return byDay(MeasureKind::Height, measures);
    case GrowthIndicator::Weight:
        return byDay(MeasureKind::Weight, measures);
    case GrowthIndicator::HeadCircumference:
        return byDay(MeasureKind::HeadCircumference, measures);
    case GrowthIndicator::BodyMassIndex:
        break;
    }
    const QMap<QDate, double> heights = byDay(MeasureKind::Height, measures);
    const QMap<QDate, double> weights = byDay(MeasureKind::Weight, measures);
    QMap<QDate, double> found;
    for (auto weight = weights.begin(); weight != weights.end(); ++weight)
        if (const double metres = heights.value(weight.key()) / 100; metres > 0)
            found.insert(weight.key(), weight.value() / (metres * metres));
    return found;
}

} // namespace

QDate GrowthChild::countedFrom(QDate day, GrowthAge age) const
{
    const QDate due = birth.addDays(term ? term->missingDays() : 0);
    return age == GrowthAge::Corrected && day < due.addYears(correctedYears) ? due : birth;
}

QList<GrowthPoint> growthOf(GrowthIndicator indicator, const GrowthChild &child,
                            const QList<Entry> &measures, const GrowthReference &reference,
                            GrowthAge age)
{
    QList<GrowthPoint> points;
    const QMap<QDate, double> values = valuesOf(indicator, measures);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QDate day = it.key();
        if (day < child.birth)
            continue;
        const QDate from = child.countedFrom(day, age);
        const int days = int(from.daysTo(day));
        points.append({day, days, from != child.birth, it.value(),
                       reference.zScore(indicator, child.sex, days, it.value())});
    }
    return points;
}

} // namespace ambroise::record

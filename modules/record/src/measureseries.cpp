// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/measureseries.h>

#include <QHash>

#include <algorithm>
#include <cmath>

namespace ambroise::record {
namespace {

constexpr int adult = 18;

//! In weeks with their part.
std::optional<SeriesPoint> termOf(const Entry &entry)
{
    constexpr double week = 7;
    const auto term = Measure::of(entry.content);
    if (!term)
        return std::nullopt;
    return SeriesPoint{entry.content.happened, term->value() + *term->second() / week, {}, entry};
}

//! The numbers of an entry, whatever its kind; nothing where there are none.
std::optional<SeriesPoint> pointOf(const Entry &entry)
{
    if (entry.content.title == definitionOf(MeasureKind::BirthTerm).name)
        return termOf(entry);
    const QStringList numbers = entry.content.value.split(u'/');
    bool first = false;
    bool second = true;
    SeriesPoint point;
    point.at = entry.content.happened;
    point.entry = entry;
    point.value = numbers.value(0).toDouble(&first);
    if (numbers.size() == 2)
        point.second = numbers.at(1).toDouble(&second);
    const bool finite = std::isfinite(point.value) && std::isfinite(point.second.value_or(0));
    return first && second && finite && numbers.size() <= 2 ? std::optional(point) : std::nullopt;
}

MeasureSeries emptySeries(const Entry &entry)
{
    MeasureSeries series;
    series.name = entry.content.title;
    series.unit = entry.content.unit;
    series.kind = measureKindOf(series.name);
    if (series.kind)
        series.decimals = definitionOf(*series.kind).decimals;
    return series;
}

const MeasureSeries *seriesOfKind(MeasureKind kind, const QList<MeasureSeries> &all)
{
    const auto found = std::find_if(all.begin(), all.end(),
                                    [kind](const MeasureSeries &one) { return one.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<Measure> measureOf(const SeriesPoint &point)
{
    return point.entry ? Measure::of(point.entry->content) : std::nullopt;
}

//! The height that holds on a day, of an adult or of a child.
const SeriesPoint *heightOn(QDate day, const QList<SeriesPoint> &heights,
                            const std::optional<MeasuredPerson> &person)
{
    const bool grown = person && person->ageOn(day) >= adult;
    const SeriesPoint *before = nullptr;
    for (const SeriesPoint &height : heights) {
        if (!grown && height.day() == day)
            return &height;
        if (!grown || person->ageOn(height.day()) < adult)
            continue;
        if (height.day() > day)
            return before ? before : &height;
        before = &height;
    }
    return before;
}

MeasureSeries massIndexes(const QList<MeasureSeries> &all,
                          const std::optional<MeasuredPerson> &person)
{
    MeasureSeries series{SeriesOrigin::BodyMassIndex, u"IMC"_qs, u"kg/m²"_qs, std::nullopt, 1, {}};
    const MeasureSeries *weights = seriesOfKind(MeasureKind::Weight, all);
    const MeasureSeries *heights = seriesOfKind(MeasureKind::Height, all);
    if (!weights || !heights)
        return series;
    for (const SeriesPoint &weighed : weights->points) {
        const SeriesPoint *tall = heightOn(weighed.day(), heights->points, person);
        const auto weight = measureOf(weighed);
        const auto height = tall ? measureOf(*tall) : std::nullopt;
        if (weight && height)
            if (const auto index = bodyMassIndex(*weight, *height))
                series.points << SeriesPoint{weighed.at, *index, {}, {}, {*weight, *height}};
    }
    return series;
}

MeasureSeries filtrations(const QList<MeasureSeries> &all,
                          const std::optional<MeasuredPerson> &person)
{
    MeasureSeries series{SeriesOrigin::Filtration2009,
                         u"DFG (CKD-EPI 2009)"_qs,
                         u"mL/min/1,73 m²"_qs,
                         std::nullopt,
                         0,
                         {}};
    const MeasureSeries *creatinines = seriesOfKind(MeasureKind::Creatinine, all);
    if (!creatinines || !person)
        return series;
    for (const SeriesPoint &point : creatinines->points) {
        const auto creatinine = measureOf(point);
        if (!creatinine)
            continue;
        const auto rate = glomerularFiltration(
            KidneyFormula::CkdEpi2009,
            {person->ageOn(point.day()), person->sex, *creatinine, std::nullopt});
        if (rate.ok())
            series.points << SeriesPoint{point.at, *rate, {}, {}, {*creatinine}};
    }
    return series;
}

} // namespace

int MeasuredPerson::ageOn(QDate day) const
{
    if (!birth.isValid() || day < birth)
        return -1;
    const int years = day.year() - birth.year();
    return birth.addYears(years) > day ? years - 1 : years;
}

QList<MeasureSeries> seriesOf(const QList<Entry> &measures,
                              const std::optional<MeasuredPerson> &person)
{
    QList<MeasureSeries> all;
    QHash<QString, qsizetype> places;
    for (auto entry = measures.rbegin(); entry != measures.rend(); ++entry) {
        const auto point = pointOf(*entry);
        if (!point)
            continue;
        const QString &name = entry->content.title;
        if (!places.contains(name)) {
            places.insert(name, all.size());
            all << emptySeries(*entry);
        }
        all[places.value(name)].points << *point;
    }
    const auto rank = [](const MeasureSeries &series) {
        return series.kind ? int(*series.kind) : int(allMeasureKinds().size());
    };
    std::stable_sort(all.begin(), all.end(), [&](const MeasureSeries &a, const MeasureSeries &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : !a.kind && a.name < b.name;
    });
    for (const MeasureSeries &computed : {massIndexes(all, person), filtrations(all, person)})
        if (!computed.points.isEmpty())
            all << computed;
    return all;
}

std::optional<MeasureReference> referenceOf(const MeasureSeries &series)
{
    if (series.origin == SeriesOrigin::BodyMassIndex)
        return MeasureReference{18.5, 25, {}, u"OMS, Technical Report Series 894, 2000"};
    if (series.kind == MeasureKind::BloodPressure)
        return MeasureReference{
            {}, 140, 90, u"HAS et SFHTA, HTA de l’adulte, 2016, en consultation"};
    if (series.origin == SeriesOrigin::Filtration2009 ||
        series.kind == MeasureKind::GlomerularFiltration)
        return MeasureReference{60, {}, {}, u"HAS, maladie rénale chronique de l’adulte, 2021"};
    return std::nullopt;
}

Result<QDateTime> momentOf(QDate day, const QDateTime &now, QDate birth)
{
    const QDate today = now.toLocalTime().date();
    if (day > today)
        return Error{ErrorCode::Invalid, u"measure.future"_qs, {}};
    if (birth.isValid() && day < birth)
        return Error{ErrorCode::Invalid, u"measure.before_birth"_qs, {}};
    return day == today ? now : QDateTime(day, QTime(12, 0)).toUTC();
}

} // namespace ambroise::record

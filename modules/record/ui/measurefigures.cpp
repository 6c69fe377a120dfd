// SPDX-License-Identifier: GPL-3.0-or-later
#include "measurefigures.h"

#include "growthchoice.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace ambroise::record::ui {
namespace {

class Figures {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

struct Line {
    double z;
    QStringView name;
    CurveGuide::Look look;
};

using enum CurveGuide::Look;
constexpr std::array deviations = {
    Line{3, u"+3", Extreme}, Line{2, u"+2", Outer},  Line{1, u"+1", Inner},   Line{0, u"0", Median},
    Line{-1, u"−1", Inner},  Line{-2, u"−2", Outer}, Line{-3, u"−3", Extreme}};
// The percentiles of the WHO's charts, as scores of the normal distribution.
constexpr std::array percentiles = {Line{1.880794, u"97", Extreme}, Line{1.036433, u"85", Inner},
                                    Line{0, u"50", Median}, Line{-1.036433, u"15", Inner},
                                    Line{-1.880794, u"3", Extreme}};

QString signedNumber(double value, int decimals)
{
    const QString number = text::frenchNumber(std::abs(value), decimals);
    return number == u"0" ? u"="_qs : (value > 0 ? u"+"_qs : u"−"_qs) + number;
}

QString withUnit(const QString &value, const QString &unit)
{
    return unit.startsWith(u'/') ? value + unit : value + QChar::Nbsp + unit;
}

QString authorOf(const SeriesPoint &point)
{
    if (!point.entry)
        return Figures::tr("calculé de %1").arg(shownInputs(point));
    return point.entry->authorName;
}

QString toldOf(const MeasureSeries &series, qsizetype index)
{
    const SeriesPoint &point = series.points.at(index);
    QStringList parts{text::frenchDate(point.day()) + u" : "_qs +
                      withUnit(shownValue(series, point), series.unit)};
    if (point.entry && !point.entry->content.body.isEmpty())
        parts << point.entry->content.body;
    if (const QString change = shownChange(series, index); !change.isEmpty())
        parts << Figures::tr("%1 depuis le %2")
                     .arg(change, text::frenchDate(series.points.at(index - 1).day()));
    parts << authorOf(point);
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

QString bandWord(const MeasureReference &reference)
{
    if (reference.low && reference.high)
        return Figures::tr("Référence %1 à %2")
            .arg(text::frenchNumber(*reference.low), text::frenchNumber(*reference.high));
    return reference.low
               ? Figures::tr("Référence : au moins %1").arg(text::frenchNumber(*reference.low))
               : QString();
}

//! A threshold along the whole of the curve.
CurveGuide limitAt(double value, double from, double to)
{
    return {text::frenchNumber(value), {{from, value}, {to, value}}, CurveGuide::Look::Limit};
}

void addReference(CurveFigure &figure, const MeasureReference &reference)
{
    if (reference.secondHigh && reference.high) {
        // Two thresholds: a band under the one would hide the other.
        constexpr double ever = 1e15;
        figure.guides << limitAt(*reference.high, -ever, ever)
                      << limitAt(*reference.secondHigh, -ever, ever);
        return;
    }
    figure.bandLow = reference.low;
    figure.bandHigh = reference.high;
    figure.bandWord = bandWord(reference);
}

//! Ages between which a guide has its points: a week apart at first, then a month.
QList<double> agesAlong(std::pair<double, double> range)
{
    QList<double> ages;
    double age = range.first;
    while (age < range.second) {
        ages << std::floor(age);
        age += age < 730 ? 7 : daysPerMonth;
    }
    ages << std::floor(range.second);
    return ages;
}

template <size_t n>
void addGuides(CurveFigure &figure, const std::array<Line, n> &lines, const QList<double> &ages,
               const std::function<std::optional<Lms>(double)> &at)
{
    for (const Line &line : lines) {
        CurveGuide guide{line.name.toString(), {}, line.look};
        for (const double age : ages)
            if (const auto lms = at(age))
                if (const auto value = valueOf(*lms, line.z))
                    guide.points << QPointF(age, *value);
        figure.guides << guide;
    }
}

} // namespace

QString indicatorWord(GrowthIndicator indicator)
{
    switch (indicator) {
    case GrowthIndicator::Height:
        return Figures::tr("Taille pour l’âge");
    case GrowthIndicator::Weight:
        return Figures::tr("Poids pour l’âge");
    case GrowthIndicator::BodyMassIndex:
        return Figures::tr("IMC pour l’âge");
    case GrowthIndicator::HeadCircumference:
        return Figures::tr("Périmètre crânien pour l’âge");
    }
    return {};
}

QString shownAge(QDate birth, QDate day)
{
    int months = (day.year() - birth.year()) * 12 + day.month() - birth.month();
    if (birth.addMonths(months) > day)
        --months;
    if (months < 1)
        return Figures::tr("%n j", nullptr, int(birth.daysTo(day)));
    if (months < 24)
        return Figures::tr("%n mois", nullptr, months);
    const QString years = Figures::tr("%n an(s)", nullptr, months / 12);
    return months % 12 == 0 ? years : years + u' ' + Figures::tr("%n mois", nullptr, months % 12);
}

QString unitOf(GrowthIndicator indicator)
{
    switch (indicator) {
    case GrowthIndicator::Weight:
        return u"kg"_qs;
    case GrowthIndicator::BodyMassIndex:
        return u"kg/m²"_qs;
    case GrowthIndicator::Height:
    case GrowthIndicator::HeadCircumference:
        break;
    }
    return u"cm"_qs;
}

QString shownValue(const MeasureSeries &series, const SeriesPoint &point)
{
    if (series.kind == MeasureKind::BirthTerm && point.entry)
        return QString(point.entry->content.value).remove(u"+0"_qs); // « 32+4 », « 39 »
    const QString value = text::frenchNumber(point.value, series.decimals);
    return point.second ? value + u'/' + text::frenchNumber(*point.second, series.decimals) : value;
}

QString shownChange(const MeasureSeries &series, qsizetype point)
{
    if (point <= 0 || series.points.at(point).second || series.kind == MeasureKind::BirthTerm)
        return {};
    return signedNumber(series.points.at(point).value - series.points.at(point - 1).value,
                        series.decimals);
}

QString shownInputs(const SeriesPoint &point)
{
    QStringList inputs;
    for (const Measure &one : point.from)
        inputs << one.shown();
    return inputs.join(u", "_qs);
}

QString shownScore(std::optional<double> z)
{
    if (!z)
        return u"–"_qs;
    const QString number = QString::number(std::abs(*z), 'f', 2).replace(u'.', u',');
    return (*z < 0 ? u"−"_qs : u"+"_qs) + number;
}

QString shownPercentile(std::optional<double> z)
{
    if (!z)
        return u"–"_qs;
    const double percentile = percentileOf(*z);
    if (percentile < 0.1)
        return u"< 0,1"_qs;
    if (percentile > 99.9)
        return u"> 99,9"_qs;
    return text::frenchNumber(percentile, percentile < 3 || percentile > 97 ? 1 : 0);
}

CurveFigure figureOf(const MeasureSeries &series, const std::optional<MeasureReference> &reference)
{
    CurveFigure figure;
    figure.title = series.name;
    QStringList detail{series.unit,
                       Figures::tr("%n mesure(s)", nullptr, int(series.points.size()))};
    if (reference) {
        addReference(figure, *reference);
        detail << Figures::tr("repère : %1").arg(reference->source);
    }
    figure.detail = detail.join(u" · "_qs);
    for (qsizetype i = 0; i < series.points.size(); ++i) {
        const SeriesPoint &point = series.points.at(i);
        figure.readings.append({double(point.at.toMSecsSinceEpoch()), point.value, point.second,
                                shownValue(series, point), toldOf(series, i)});
    }
    return figure;
}

QString shownAge(const GrowthChild &child, const GrowthPoint &point)
{
    const QString civil = shownAge(child.birth, point.day);
    if (!point.corrected)
        return civil;
    if (point.ageInDays < 0)
        return Figures::tr("%1, avant terme").arg(civil);
    const QDate due = child.countedFrom(point.day, GrowthAge::Corrected);
    return Figures::tr("%1, corrigé %2").arg(civil, shownAge(due, point.day));
}

CurveFigure growthFigureOf(const GrowthCurve &curve, const GrowthChild &child, GrowthLines lines)
{
    const GrowthReference &reference = curve.reference;
    CurveFigure figure;
    const bool corrected = child.isPremature() && curve.age == GrowthAge::Corrected;
    figure.across = corrected ? CurveFigure::Across::CorrectedAge : CurveFigure::Across::Age;
    figure.title = indicatorWord(curve.indicator);
    QStringList detail{unitOf(curve.indicator),
                       child.sex == GrowthSex::Female ? Figures::tr("filles")
                                                      : Figures::tr("garçons"),
                       reference.title(), ageWords(child, curve.age)};
    detail.removeAll(QString());
    figure.detail = detail.join(u" · "_qs);
    if (const auto range = reference.ages(curve.indicator, child.sex)) {
        const auto at = [&](double age) {
            return reference.at(curve.indicator, child.sex, age);
        };
        const QList<double> ages = agesAlong(*range);
        lines == GrowthLines::Deviations ? addGuides(figure, deviations, ages, at)
                                         : addGuides(figure, percentiles, ages, at);
    }
    for (const GrowthPoint &point : curve.points) {
        const QString value = text::frenchNumber(point.value, 1);
        QString told = Figures::tr("%1, %2 : %3")
                           .arg(text::frenchDate(point.day), shownAge(child, point),
                                withUnit(value, unitOf(curve.indicator)));
        told += point.z ? Figures::tr(", Z %1 (percentile %2)")
                              .arg(shownScore(point.z), shownPercentile(point.z))
                        : Figures::tr(", sans référence à cet âge");
        figure.readings.append({double(point.ageInDays), point.value, {}, value, told});
    }
    return figure;
}

} // namespace ambroise::record::ui

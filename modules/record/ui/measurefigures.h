// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curvefigure.h"

#include <ambroise/record/childgrowth.h>
#include <ambroise/record/measureseries.h>

namespace ambroise::record::ui {

[[nodiscard]] QString indicatorWord(GrowthIndicator indicator); //!< « Taille pour l’âge »
//! « 138/78 », « 74,2 », without the unit.
[[nodiscard]] QString shownValue(const MeasureSeries &series, const SeriesPoint &point);
//! « +0,7 » since the point before; empty for the first one, and for pressures.
[[nodiscard]] QString shownChange(const MeasureSeries &series, qsizetype point);
//! « 74,2 kg, 161 cm »: what a point was computed from; empty where it was measured.
[[nodiscard]] QString shownInputs(const SeriesPoint &point);
//! « 5 ans 4 mois », « 9 mois », « 12 j »
[[nodiscard]] QString shownAge(QDate birth, QDate day);
[[nodiscard]] QString unitOf(GrowthIndicator indicator);
[[nodiscard]] QString shownScore(std::optional<double> z); //!< « +0,96 », « − » where there is none
//! « 83 », « < 0,1 », « > 99,9 ».
[[nodiscard]] QString shownPercentile(std::optional<double> z);

//! The curve of measures, with what they are compared with where there is something.
[[nodiscard]] CurveFigure figureOf(const MeasureSeries &series,
                                   const std::optional<MeasureReference> &reference);

enum class GrowthLines { Deviations, Percentiles };
//! A child's points by one indicator, on the curves of that reference, by that age.
struct GrowthCurve {
    GrowthIndicator indicator = GrowthIndicator::Height;
    QList<GrowthPoint> points{};
    GrowthReference reference{};
    GrowthAge age = GrowthAge::Corrected;
};
[[nodiscard]] CurveFigure growthFigureOf(const GrowthCurve &curve, const GrowthChild &child,
                                         GrowthLines lines);
//! « 9 mois », « 9 mois, corrigé 7 mois ».
[[nodiscard]] QString shownAge(const GrowthChild &child, const GrowthPoint &point);

} // namespace ambroise::record::ui

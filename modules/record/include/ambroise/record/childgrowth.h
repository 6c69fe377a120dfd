// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/birthterm.h>
#include <ambroise/record/growth.h>

#include <QDate>

namespace ambroise::record {

//! By which age a child born before term is read. Corrected, that is counted from the day on which
//! 40 weeks of amenorrhoea would have been reached, is usual practice until two years of corrected
//! age; from then on, and for all others, both are the civil age.
enum class GrowthAge { Corrected, Civil };

//! Whose growth it is.
struct GrowthChild {
    QDate birth{};
    GrowthSex sex = GrowthSex::Female;
    std::optional<BirthTerm> term{}; //!< nothing: not known, as that of a child born at term

    [[nodiscard]] bool isPremature() const { return term && term->isPremature(); }
    //! From when the age is counted by which a measure of that day is read.
    [[nodiscard]] QDate countedFrom(QDate day, GrowthAge age) const;
};

//! What was measured of a child on a day.
struct GrowthPoint {
    QDate day{};
    int ageInDays = 0; //!< by which it is read; below 0 before the term, corrected
    bool corrected = false;
    double value = 0;
    std::optional<double> z{}; //!< nothing: no reference at that age

    friend bool operator==(const GrowthPoint &, const GrowthPoint &) = default;
};

//! By day, the oldest first; of two on one day the later written one. A body mass index needs the
//! weight and the height of the same day. `measures`: newest first, as Overview has them. Wherever
//! a Z-score of a child is shown, it comes from here.
[[nodiscard]] QList<GrowthPoint> growthOf(GrowthIndicator indicator, const GrowthChild &child,
                                          const QList<Entry> &measures,
                                          const GrowthReference &reference,
                                          GrowthAge age = GrowthAge::Corrected);

} // namespace ambroise::record

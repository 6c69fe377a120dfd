// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>

#include <QHash>
#include <QStringList>

namespace ambroise::record {

//! What a child's growth is read by, for the age.
enum class GrowthIndicator {
    Height,           //!< cm; lying until 730 days, standing from 731
    Weight,           //!< kg
    BodyMassIndex,    //!< kg/m²
    HeadCircumference //!< cm
};
enum class GrowthSex { Female, Male };

[[nodiscard]] QList<GrowthIndicator> allGrowthIndicators();

//! A skewed distribution by Cole's method (Cole and Green, Stat Med 1992): its power, median and
//! coefficient of variation.
struct Lms {
    double l = 1;
    double m = 0;
    double s = 0;

    friend bool operator==(const Lms &, const Lms &) = default;
};

//! The value of that Z-score. Nothing where the distribution does not go so far.
[[nodiscard]] std::optional<double> valueOf(const Lms &lms, double z);
//! The Z-score of a value above 0. `restricted`: beyond ±3 it goes on in steps of the distance
//! between 2 and 3 SD, as the WHO does for what depends on the weight (WHO Child Growth Standards,
//! Methods and development, 2006, chapter 7).
[[nodiscard]] double zScoreOf(const Lms &lms, double value, bool restricted);
//! In per cent, of the normal distribution.
[[nodiscard]] double percentileOf(double z);

//! The month of the WHO: a twelfth of 365.25 days.
inline constexpr double daysPerMonth = 30.4375;

//! Reference values of growth by sex and age, between two of which L, M and S are interpolated
//! linearly, as the WHO does from 5 years on; its tables have each day until then. Ages are in
//! days; of a child born before term, childgrowth.h says which age they are.
class GrowthReference {
public:
    //! Tables in the form of resources/growth/README.md. Errors: Invalid "growth.columns",
    //! "growth.source" (no name or no source), "growth.row" (its line is the detail; a median that
    //! cannot be, too), "growth.empty", "growth.encoding" (no UTF-8).
    static Result<GrowthReference> parse(const QByteArray &csv);
    //! The Child Growth Standards of 2006 until 5 years, the Reference 2007 from then to 19 years
    //! (the weight to 10 years).
    static const GrowthReference &who();

    //! In a word, to choose it by: « OMS », or the name in the file.
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }
    [[nodiscard]] qint64 rows() const;
    //! In days, both ends included; nothing: it has none for that.
    [[nodiscard]] std::optional<std::pair<double, double>> ages(GrowthIndicator indicator,
                                                                GrowthSex sex) const;
    [[nodiscard]] std::optional<Lms> at(GrowthIndicator indicator, GrowthSex sex,
                                        double ageInDays) const;
    //! Not rounded.
    [[nodiscard]] std::optional<double> zScore(GrowthIndicator indicator, GrowthSex sex,
                                               double ageInDays, double value) const;

    friend bool operator==(const GrowthReference &, const GrowthReference &) = default;

private:
    struct Row {
        double age = 0; //!< in days
        Lms lms{};

        friend bool operator==(const Row &, const Row &) = default;
    };
    //! Of one indicator and one sex, by age.
    struct Table {
        QList<Row> rows{};
        double last = 0; //!< up to which it holds; the rows may go on

        friend bool operator==(const Table &, const Table &) = default;
    };
    Status addRow(const QList<QByteArray> &cells, double days);
    static size_t keyOf(GrowthIndicator indicator, GrowthSex sex);
    static std::optional<Lms> interpolated(const QList<Row> &rows, double age);
    static GrowthReference readWho();

    QString m_title;
    QStringList m_names;
    QStringList m_sources;
    QHash<size_t, QList<Table>> m_tables; //!< the younger ages first
};

//! That one where it has values for it, else the WHO's.
[[nodiscard]] const GrowthReference &referenceFor(GrowthIndicator indicator, GrowthSex sex,
                                                  const GrowthReference &chosen);

} // namespace ambroise::record

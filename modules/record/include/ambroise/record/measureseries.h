// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/kidney.h>

#include <QDate>

namespace ambroise::record {

//! Of whom measures are, as far as what is computed from them asks for it.
struct MeasuredPerson {
    QDate birth{};
    KidneySex sex = KidneySex::Female;

    //! In whole years; -1 before the birth.
    [[nodiscard]] int ageOn(QDate day) const;
};

//! A value at its moment.
struct SeriesPoint {
    QDateTime at{};
    double value = 0;               //!< systolic, of a blood pressure
    std::optional<double> second{}; //!< diastolic
    std::optional<Entry> entry{};   //!< nothing: it is computed
    QList<Measure> from{};          //!< what it was computed from

    [[nodiscard]] QDate day() const { return at.toLocalTime().date(); }
};

enum class SeriesOrigin {
    Measured,
    BodyMassIndex, //!< kg/m²
    Filtration2009 //!< CKD-EPI 2009, mL/min/1.73 m²
};

//! Everything that was measured of one kind, the oldest first, or what is computed from it.
struct MeasureSeries {
    SeriesOrigin origin = SeriesOrigin::Measured;
    QString name{}; //!< as in the record; "IMC", "DFG (CKD-EPI 2009)" of what is computed
    QString unit{};
    std::optional<MeasureKind> kind{}; //!< nothing: computed, or of a kind that is not known
    int decimals = 2;
    QList<SeriesPoint> points{};
};

//! Of a record's measures (newest first, as Overview has them): those of known kinds in their
//! order, others by name, then what is computed. The body mass index of an adult takes the height
//! of that day or the last one before it, else the first one after; that of a child the one of the
//! same day alone. The filtration is of adults, and only where the person is known.
[[nodiscard]] QList<MeasureSeries> seriesOf(const QList<Entry> &measures,
                                            const std::optional<MeasuredPerson> &person);

//! Between which values a measure of an adult is not worth a remark, as somebody published it.
struct MeasureReference {
    std::optional<double> low{};
    std::optional<double> high{};
    std::optional<double> secondHigh{}; //!< of a diastolic pressure
    QStringView source;

    friend bool operator==(const MeasureReference &, const MeasureReference &) = default;
};

//! Nothing: no source gives one that holds for every adult.
[[nodiscard]] std::optional<MeasureReference> referenceOf(const MeasureSeries &series);

//! When a measure told for a day was taken: now where it is today, else at noon. Errors: Invalid
//! "measure.future", "measure.before_birth" (`birth` invalid: not known).
[[nodiscard]] Result<QDateTime> momentOf(QDate day, const QDateTime &now, QDate birth);

} // namespace ambroise::record

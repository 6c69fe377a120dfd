// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/record/entry.h>

#include <optional>

namespace ambroise::record {

//! What is measured at the practice or read off a result.
enum class MeasureKind {
    Weight,
    Height,
    BloodPressure,
    HeartRate,
    Temperature,
    OxygenSaturation,
    Glycaemia, //!< capillary
    HbA1c,
    Creatinine, //!< in serum
    HeadCircumference,
    WaistCircumference,
    Pain, //!< visual analogue scale, 0 to 10
    RespiratoryRate,
    GlomerularFiltration, //!< estimated: kidney.h
    PeakFlow,             //!< expiratory
    BirthTerm             //!< how far the pregnancy was at the birth; a term in days: birthterm.h
};

//! What is known of a kind. `lowest` and `highest` are limits of what can be, not of what is
//! healthy: what is outside is a slip of the pen or of the unit.
struct MeasureDefinition {
    MeasureKind kind = MeasureKind::Weight;
    QStringView name; //!< as it stands in the record, in French: "Poids"
    QStringView unit; //!< "kg"
    QStringView loinc;
    double lowest = 0;
    double highest = 0;
    int decimals = 0; //!< as many as are kept
};

[[nodiscard]] const MeasureDefinition &definitionOf(MeasureKind kind);
[[nodiscard]] QList<MeasureKind> allMeasureKinds();
//! By the name in the record.
[[nodiscard]] std::optional<MeasureKind> measureKindOf(QStringView name);

//! A value that can be, in the unit of its kind.
class Measure {
public:
    //! Errors: Invalid "measure.range" (cannot be), "measure.pair" (a blood pressure has a second
    //! value under the first, a term of birth its days after the weeks, 0 unless told; the others
    //! have none).
    static Result<Measure> make(MeasureKind kind, double value,
                                std::optional<double> second = std::nullopt);

    [[nodiscard]] MeasureKind kind() const { return m_kind; }
    [[nodiscard]] double value() const { return m_value; } //!< systolic; whole weeks
    [[nodiscard]] std::optional<double> second() const { return m_second; } //!< diastolic; days
    //! In which position or on which side: « couché », « debout », « bras droit »; mostly empty.
    [[nodiscard]] const QString &circumstance() const { return m_circumstance; }
    [[nodiscard]] Measure in(const QString &circumstance) const;
    [[nodiscard]] QString stored() const; //!< with a decimal point: "72.5", "138/78", "32+4"
    [[nodiscard]] QString shown() const; //!< in French, with its unit: « 72,5 kg », « 32 SA + 4 j »
    //! Of its kind, value and circumstance: the same for what was measured twice the same.
    [[nodiscard]] QString key() const;
    //! To be written in the record; the circumstance is its body.
    [[nodiscard]] NewEntry entry(const QDateTime &happened) const;
    //! What such an entry says. Nothing where it is not a measure that can be.
    static std::optional<Measure> of(const NewEntry &entry);

    friend bool operator==(const Measure &, const Measure &) = default;

private:
    static Result<Measure> term(double weeks, double days);
    Measure(MeasureKind kind, double value, std::optional<double> second)
        : m_kind(kind)
        , m_value(value)
        , m_second(second)
    {
    }
    MeasureKind m_kind;
    double m_value;
    std::optional<double> m_second;
    QString m_circumstance;
};

//! kg/m². Nothing where one is not what its name says.
[[nodiscard]] std::optional<double> bodyMassIndex(const Measure &weight, const Measure &height);

} // namespace ambroise::record

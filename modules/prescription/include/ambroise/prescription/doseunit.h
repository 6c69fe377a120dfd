// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/rational.h>

#include <optional>

namespace ambroise::prescription {

struct DoseUnitRow; // of the table

//! What a dose is counted or measured in: a tablet, a milligram, an application. Two units of the
//! same name are the same.
class DoseUnit {
public:
    //! Countable: a thing that is taken. Act: a gesture that is made as often as it is counted.
    //! Measure: milligrams, millilitres.
    enum class Kind { Countable, Act, Measure };

    //! Not said: printed « unité de prise », and asked for.
    DoseUnit();
    //! By any of its spellings, without accents and in small letters: "cp", "comprimes",
    //! "ui anti xa".
    [[nodiscard]] static std::optional<DoseUnit> named(QStringView folded);
    //! What one unit of a drug of this form of the BDPM is: "comprimé pelliculé" → comprimé. None
    //! where several would do, as of a syrup.
    [[nodiscard]] static std::optional<DoseUnit> ofForm(QStringView form, QStringView label = {});
    //! The most words that a spelling has.
    [[nodiscard]] static int longestSpelling();

    [[nodiscard]] bool isSaid() const;
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isFeminine() const;
    [[nodiscard]] bool startsWithVowel() const; //!< "d'ampoule", "de comprimé"
    [[nodiscard]] QString name() const;         //!< "comprimé", "mg"
    [[nodiscard]] QString plural() const;       //!< "comprimés", "mg"
    [[nodiscard]] QString inLetters() const;    //!< "milligramme": never an abbreviation
    [[nodiscard]] QString pluralInLetters() const;
    //! "correspondant à la graduation de 7 kg": what tells which dose is meant.
    [[nodiscard]] const QString &detail() const { return m_detail; }
    [[nodiscard]] DoseUnit withDetail(const QString &detail) const;
    //! Milligrams in one gram: how many of `other` one of this is, where the two measure the same.
    [[nodiscard]] std::optional<Rational> inUnitsOf(const DoseUnit &other) const;

    friend bool operator==(const DoseUnit &a, const DoseUnit &b)
    {
        return a.m_row == b.m_row && a.m_detail == b.m_detail;
    }

private:
    explicit DoseUnit(const DoseUnitRow &row)
        : m_row(&row)
    {
    }
    const DoseUnitRow *m_row;
    QString m_detail;
};

//! "1000 mg".
struct Amount {
    Rational value{};
    DoseUnit unit{};
    friend bool operator==(const Amount &, const Amount &) = default;
};

//! Both in one unit, that of the first; none where they measure different things.
[[nodiscard]] std::optional<Amount> sum(const Amount &a, const Amount &b);
//! The greater one; none where they cannot be compared.
[[nodiscard]] std::optional<Amount> greater(const Amount &a, const Amount &b);

} // namespace ambroise::prescription

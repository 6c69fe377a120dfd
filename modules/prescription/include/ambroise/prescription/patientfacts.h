// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/interactions.h>

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

//! What the checks know of who is treated. Whatever is not there is unknown, which is never "no".
namespace ambroise::prescription {

struct DatedValue {
    double value = 0;
    QDate on{}; //!< invalid: not said
    friend bool operator==(const DatedValue &, const DatedValue &) = default;
};

//! An allergy or intolerance as it is recorded, in words.
struct KnownAllergy {
    enum class Nature { Unspecified, Drug, Class, Excipient, Other };

    QString text{};
    Nature nature = Nature::Unspecified;
    bool suspected = false; //!< not confirmed
    QString since{};        //!< "2004", "2004-05": as far as it is known
    friend bool operator==(const KnownAllergy &, const KnownAllergy &) = default;
};

struct KnownCondition {
    QString
        code{}; //!< CIM-10 "K25.4"; of CISP-2 "cisp:D86"; empty: in words, that no check can use
    QString label{};
    QString since{};
    friend bool operator==(const KnownCondition &, const KnownCondition &) = default;
};

struct PatientFacts {
    QDate today{};
    QDate birth{};
    QString sex{};                      //!< "F", "M"; else unknown
    std::optional<DatedValue> weight{}; //!< kg
    std::optional<DatedValue> height{}; //!< cm
    std::optional<DatedValue> egfr{};   //!< ml/min/1.73 m²
    std::optional<bool> pregnant{};
    std::optional<int> termWeeks{}; //!< weeks of amenorrhoea (SA)
    std::optional<bool> breastfeeding{};
    std::optional<QList<KnownAllergy>> allergies{}; //!< an empty list: none known
    QList<KnownCondition> conditions{};
    bool conditionsAreAll = false; //!< what is not among them is absent

    [[nodiscard]] std::optional<int> ageMonths() const;
    [[nodiscard]] std::optional<int> ageYears() const;
    //! The weight as a dose may be reckoned with it. Children grow: one of more than two months
    //! before two years of age, six months before six, a year before fifteen, three years later,
    //! is no weight.
    [[nodiscard]] std::optional<DatedValue> usableWeight() const;
    //! Of an age and a sex that a pregnancy is to be thought of: a woman of 12 to 49 years.
    [[nodiscard]] bool mayBePregnant() const;
};

//! What the levels of interactions depend on.
[[nodiscard]] drugs::PatientState stateOf(const PatientFacts &facts);

} // namespace ambroise::prescription

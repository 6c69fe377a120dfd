// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/repository.h>

namespace ambroise::patient {

//! The names of somebody as letters alone, and the birth date.
struct ComparedPerson {
    QString surname{};
    QString given{}; //!< the first
    QString usedSurname{};
    QString usedGiven{};
    QDate birthDate{};

    static ComparedPerson of(const identity::StrictTraits &traits);
    static ComparedPerson of(const PatientSummary &record);
};

//! How a record resembles somebody; none where it does not. The used names of `known` count.
[[nodiscard]] std::optional<Closeness> closenessOf(const ComparedPerson &asked,
                                                   const ComparedPerson &known);
//! A name written nearly so, or with the same three letters at the beginning.
[[nodiscard]] bool similarLetters(const QString &a, const QString &b);

//! How a record resembles traits about to be created; none where it does not.
[[nodiscard]] std::optional<Closeness> closenessOf(const identity::StrictTraits &traits,
                                                   const PatientSummary &record);

} // namespace ambroise::patient

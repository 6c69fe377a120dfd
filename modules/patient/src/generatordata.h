// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/sex.h>

#include <QStringList>

//! Words that made-up people are made of. Names are given as people write them; civil registration
//! takes away the accents.
namespace ambroise::patient::data {

struct Commune {
    QString code; //!< INSEE COG
    QString name;
    QString postalCode; //!< empty where nobody of the practice lives
};

[[nodiscard]] const QStringList &surnames(); //!< most frequent first
//! Given to children of that sex about that year, most frequent first.
[[nodiscard]] const QStringList &givenNames(identity::Sex sex, int year);
[[nodiscard]] const QList<Commune> &birthPlaces();
[[nodiscard]] const QList<Commune> &homes();
[[nodiscard]] const QStringList &streets();
[[nodiscard]] const QStringList &doctors();

} // namespace ambroise::patient::data

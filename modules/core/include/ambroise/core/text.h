// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

//! Text as people compare and read it, the same on every machine whatever its locale.
namespace ambroise::text {

//! What searching compares: capitals without diacritics or ligatures; every run of other characters
//! than letters and digits is one space. "Hélène d'Œuvre-Noël" → "HELENE D OEUVRE NOEL".
[[nodiscard]] QString folded(QStringView text);

//! The words of folded(text).
[[nodiscard]] QStringList foldedWords(QStringView text);

//! A number in French as prescriptions want it: decimal comma, no thousands separator, no trailing
//! zeros, "0,5" and never ",5" (HAS référentiel LAP 2016, criteria 42 to 44).
[[nodiscard]] QString frenchNumber(double value, int maxDecimals = 3);

//! 24/11/2026; empty for an invalid date.
[[nodiscard]] QString frenchDate(QDate date);

//! 24 novembre 2026, "1er" on the first of a month.
[[nodiscard]] QString frenchLongDate(QDate date);

//! Given names kept in capitals, as they are read: "JEAN-PIERRE" → "Jean-Pierre". Accents that are
//! not there are not guessed.
[[nodiscard]] QString nameCase(QStringView capitals);

//! How old somebody born on `birth` is on `day`: "9 mois" under three years, else "68 ans"; empty
//! where unknowable.
[[nodiscard]] QString frenchAge(QDate birth, QDate day);

} // namespace ambroise::text

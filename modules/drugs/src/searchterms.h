// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

//! The words that drugs are found by, and those that are typed, cut in the same way.
namespace ambroise::drugs {

//! Which field a term comes from; a lower one ranks before.
enum class Field { Brand, Substance, Label, Strength, Code, Class, Holder };

struct DrugTexts {
    QString label;
    QStringList substances;
    QStringList dosages;
    QStringList codes; //!< CIS, CIP13, CIP7
    QString atc;
    QString holder;
};

struct SearchTerm {
    QString text;
    Field field;
};

//! Each term once, with the field that ranks first.
std::vector<SearchTerm> termsOf(const DrugTexts &texts);

//! Folded words; a number is apart from the letters that follow it: "500mg" → "500", "MG".
QStringList wordsOf(QStringView text);

//! The words to look for. Digits and spaces alone that make seven digits or more are one code.
QStringList typedWords(QStringView typed);

//! The label as ranking compares it: wordsOf(), separated by spaces.
QString foldedLabel(QStringView label);

//! Sorts labels as people do: numbers by their value.
QString naturalKey(QStringView folded);

} // namespace ambroise::drugs

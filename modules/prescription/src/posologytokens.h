// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/rational.h>

#include <QList>
#include <QString>

namespace ambroise::prescription {

//! A word, a number or a sign of a posology.
struct Token {
    enum class Kind { Word, Number, Sign, End };

    Kind kind = Kind::End;
    QString text{};      //!< folded: small letters without accents; the digits of a number; a sign
    qsizetype begin = 0; //!< in the text
    qsizetype end = 0;
    bool spaceBefore = false;

    [[nodiscard]] bool is(QStringView word) const { return text == word && kind != Kind::Number; }
};

//! Sentences and clauses end at "." (a point, a line, a semicolon); hyphens between letters, quotes
//! and trade marks are spaces; "×" and "*" are "x"; "½" is 1/2.
[[nodiscard]] QList<Token> tokensOf(const QString &text);

} // namespace ambroise::prescription

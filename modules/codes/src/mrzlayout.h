// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/mrz.h>

#include <QList>

#include <string_view>

//! Where the fields of each format stand. Positions count from 0 through all lines together.
namespace ambroise::codes::mrz {

//! What may stand at a position; `<` always may, except for Check.
namespace zone {
constexpr char letter = 'A';
constexpr char digit = 'N';
constexpr char either = 'X';
constexpr char check = 'C';          //!< a check digit
constexpr char checkOrNothing = 'D'; //!< a check digit, or < where what it checks is empty or long
constexpr char sex = 'S';            //!< M, F or <
} // namespace zone

struct Span {
    int from = 0;
    int length = 0;
};

struct Layout {
    MrzFormat format;
    int lines;
    int width;
    std::string_view zones; //!< lines × width of them
    Span number;
    int numberCheck;
    Span longNumber; //!< where a number of more than nine characters goes on; none: length 0
    Span birth;
    int birthCheck;
    Span expiry; //!< none: length 0
    int expiryCheck;
    Span optional; //!< with a check digit of its own; none: length 0
    int optionalCheck;
    int sex;
    Span nationality; //!< none: length 0
    Span surname;     //!< with the given names behind << where givenNames has length 0
    Span givenNames;
    Span office;
    QList<Span> composite;
    int compositeCheck;
};

//! Of that many lines of that width, the likelier first; empty for a shape that no format has.
[[nodiscard]] QList<const Layout *> layoutsOf(int lines, int width);

//! The check digit of some characters: weights 7, 3, 1, letters from A = 10, < = 0, modulo 10.
[[nodiscard]] int checkDigit(QStringView characters);

//! The reading of text that has the layout's length and A to Z, 0 to 9 and < only.
[[nodiscard]] Mrz read(const Layout &layout, const QString &text, QDate today);

//! The same with look-alikes exchanged where the layout wants the other kind; as it is where that
//! changes nothing.
[[nodiscard]] QString withKindsExchanged(const Layout &layout, const QString &text);

} // namespace ambroise::codes::mrz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/symbol.h>
#include <ambroise/core/result.h>

#include <QByteArrayView>
#include <QDate>

namespace ambroise::codes {

//! What a code is about, as far as its first characters tell. Nothing is checked beyond them.
enum class CodeKind {
    Ordonnance, //!< "AMB1:": the signed payload of an ordonnance of ours
    Ins,        //!< "IS01" and 22 zeros: INS Datamatrix (ANS v2.2, 2023-09-26)
    TwoDDoc,    //!< "DC01" to "DC04": 2D-Doc (ANTS v3)
    Gs1,        //!< GS1 element strings: a pack of medicine
    Unknown
};

//! From the content alone: GS1 is told by "]d2", "]C1", "]Q3", "]e0", a leading FNC1 (0x1D), or
//! "01" and 14 digits.
[[nodiscard]] CodeKind kindOf(QByteArrayView content);
//! From the content and what the reader says of it.
[[nodiscard]] CodeKind kindOf(const DecodedSymbol &symbol);

//! What the code of a pack of medicine says (GS1 General Specifications §3).
struct Gs1Fields {
    QString gtin;  //!< AI 01: 14 digits, their check digit is right
    QString cip13; //!< the French medicine's number that the GTIN holds (03400…); empty for others
    QString lot;   //!< AI 10: up to 20 characters; may be empty
    QString serial; //!< AI 21: up to 20 characters; may be empty
    QDate expiry;   //!< AI 17, in 20YY; the last day of the month where the pack gives no day

    friend bool operator==(const Gs1Fields &, const Gs1Fields &) = default;
};

//! Other application identifiers are passed over. Errors, all Invalid: "gs1.check" (wrong check
//! digit), "gs1.gtin" (none), "gs1.date" (no such day), "gs1.twice" (one identifier, two values),
//! "gs1.shape" (anything else: cut short, not a digit, longer than allowed).
Result<Gs1Fields> parseGs1(QByteArrayView content);

} // namespace ambroise::codes

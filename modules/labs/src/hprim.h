// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/report.h>

namespace ambroise::labs {

//! An HPRIM file as lines, decoded.
struct HprimText {
    QStringList lines{};
    bool sure = true; //!< of the encoding
};
//! Lines end with CR, LF or both. The recommendations say ISO-8859-1; Windows-1252, DOS and UTF-8
//! are met. Errors: Invalid "lab.unknown_format" (no text), "lab.too_large".
Result<HprimText> hprimText(const QByteArray &bytes);

//! Begins with a segment H that declares its delimiters.
[[nodiscard]] bool isHprimSante(const HprimText &text);
//! HPRIM Santé 2.x, context ORU. Source: the grammar of libHprim (aiderpmsi, LGPL), which follows
//! "HPRIM Santé, version 2.2, modifs octobre 2003"; numbers such as 10.6 are its fields.
Result<QList<LabReport>> readHprimSante(const HprimText &text);

//! Has a mark of the format, or the twelve lines of its header.
[[nodiscard]] bool isHprimMedecin(const HprimText &text, QDate today);
//! Source: "H.PR.I.M. Médecins, version 3.0, mars 1997" as published on bluegyn.com; fields of RES
//! as episodus quotes them.
Result<QList<LabReport>> readHprimMedecin(const HprimText &text, QDate today);

//! HPRIM Médecin RES-09, HPRIM Santé 10.9: L, H, LL, HH, N; S, I, R of an antibiogram. What the
//! formats do not have is a doubt and a comment.
void setHprimFlag(LabResult &result, const QString &indicator);
//! HPRIM Médecin RES-10, HPRIM Santé 10.12: F validated, R not validated, C corrected; also P
//! partial, I pending, X cancelled.
[[nodiscard]] ResultStatus hprimStatus(const QString &status, bool hasValue);
//! What is told as a number and cannot be another one: "224.000" of cells may be thousands.
[[nodiscard]] LabValue hprimNumber(const QString &text, const QString &unit, Doubts &doubts);
//! The same of the ends of a reference: then they are words.
[[nodiscard]] Reference hprimReference(const Reference &reference, const QString &unit);
//! AAAAMMJJ and JJ/MM/AAAA, with 2 digits of the year as `today` makes them likely; invalid: none.
[[nodiscard]] QDate hprimDate(const QString &text, QDate today);

} // namespace ambroise::labs

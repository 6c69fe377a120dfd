// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/insiservice.h>

namespace ambroise::insi {

//! Reads an envelope of WS_INS1 or WS_INS2: elements by their name, in whatever order and under
//! whatever prefixes, as the service's own answers differ in both. What is not known is skipped,
//! and a wrong key is kept; `raw` is the envelope. Errors: Corrupt "insi.answer" (not what the
//! contract says; detail: which element), Denied "insi.denied" and Unavailable "insi.failed" for a
//! soap:Fault, with its code, message id and text as detail.
Result<identity::InsiAnswer> readAnswer(const QByteArray &envelope);

struct VerificationAnswer {
    bool holds = false;
    bool simulated = false; //!< of a stand-in: says nothing about a real person
};
//! Reads the answer of a verification, whose element is `answer`. Errors: those of readAnswer().
Result<VerificationAnswer> readVerification(const QByteArray &envelope, const QString &answer);

//! The answer names somebody else: another surname (hyphens, apostrophes and spaces do not count),
//! sex or birth date. A trait that the answer leaves out, and a part of the date that nobody knows,
//! do not contradict. Given names are for people to compare.
[[nodiscard]] bool isSomebodyElse(const identity::InsiPerson &person,
                                  const identity::InsiTraits &asked);
[[nodiscard]] bool isSomebodyElse(const identity::InsiPerson &person,
                                  const identity::InsiCardKey &asked);

} // namespace ambroise::insi

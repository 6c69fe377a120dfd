// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/sandbox/register.h>

#include <QByteArray>

namespace ambroise::sandbox {

//! How an answer is written.
struct Writing {
    bool asEditorsKit = false; //!< real OIDs, no mark
    bool otherwise = false;    //!< other prefixes, other order
};

//! RESULTAT with CR 00, 01 or 02 for that many people.
QByteArray resultEnvelope(const QList<const Person *> &found, Writing writing);
//! The verification's own element, with CR 00 or 01.
QByteArray verificationEnvelope(bool holds);
//! A soap:Fault.
QByteArray faultEnvelope(const QString &subcode, const QString &code, const QString &text);

} // namespace ambroise::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml.h"

#include <QDateTime>
#include <QSslCertificate>

namespace ambroise::sandbox {

struct Signer {
    QString subject;    //!< RFC 4514
    QString commonName; //!< of the subject
};

//! That `signature`, enveloped in `element`, is over that element whole, by exc-c14n and
//! rsa-sha256, by a certificate for legal signatures that `trusted` has or issued and that holds at
//! `now`. Error: Denied "sandbox.assertion".
Result<Signer> checkSignature(const xml::Node &element, const xml::Node &signature,
                              const QList<QSslCertificate> &trusted, const QDateTime &now);

} // namespace ambroise::sandbox

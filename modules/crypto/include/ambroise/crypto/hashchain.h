// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>

#include <QByteArray>
#include <QList>

namespace ambroise::crypto {

//! Links of a chain in which no event can be changed, taken out, put in or moved without every
//! later link being wrong, and which nobody can recompute without the key (HMAC-SHA256). That the
//! end was cut off is found only by who keeps the last link or the count elsewhere.
class HashChain {
public:
    //! What comes before the first link: 32 zero bytes.
    [[nodiscard]] static QByteArray start();
    //! The link (32 bytes) of an event with these fields. Each field is preceded by its length, so
    //! that ("ab", "c") and ("a", "bc") are different events.
    [[nodiscard]] static QByteArray next(const SecretBytes &key, QByteArrayView previous,
                                         const QList<QByteArray> &fields);
};

} // namespace ambroise::crypto

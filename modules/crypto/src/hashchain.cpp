// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/hashchain.h>

#include "fields.h"

#include <ambroise/crypto/hash.h>

namespace ambroise::crypto {

QByteArray HashChain::start()
{
    return QByteArray(32, '\0');
}

QByteArray HashChain::next(const SecretBytes &key, QByteArrayView previous,
                           const QList<QByteArray> &fields)
{
    return hmacSha256(key.view(), joined({previous.toByteArray(), joined(fields)}));
}

} // namespace ambroise::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/random.h>

#include "openssl.h"

#include <openssl/rand.h>

namespace ambroise::crypto {

QByteArray randomBytes(qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    if (size > 0)
        ossl::require(
            RAND_bytes_ex(nullptr, reinterpret_cast<uchar *>(out.data()), size_t(size), 0) == 1,
            "RAND_bytes");
    return out;
}

} // namespace ambroise::crypto

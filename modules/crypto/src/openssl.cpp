// SPDX-License-Identifier: GPL-3.0-or-later
#include "openssl.h"

#include <openssl/err.h>

#include <QtGlobal>

namespace ambroise::crypto::ossl {

void require(bool succeeded, const char *what)
{
    if (!succeeded)
        qFatal("crypto: %s failed, OpenSSL error %lx", what, ERR_peek_last_error());
}

void clearErrors()
{
    ERR_clear_error();
}

} // namespace ambroise::crypto::ossl

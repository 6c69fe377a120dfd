// SPDX-License-Identifier: GPL-3.0-or-later
#include "openssl.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include <QtGlobal>

namespace ambroise::crypto::ossl {
namespace {

//! Before main(), ahead of SQLCipher's and Qt's first use. OpenSSL's cleaning up at exit frees what
//! a thread of a pool, done but not yet gone, frees as well (QThread::wait() does not join): the
//! process ended with a double free. Its memory goes with the process.
[[gnu::constructor]] void leaveCleaningToTheEndOfTheProcess()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace

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

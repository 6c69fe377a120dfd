// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openssl.h"

#include <QByteArray>

//! Reading and writing through OpenSSL's memory streams.
namespace ambroise::crypto::ossl {

//! Reads `bytes`, which must outlive it.
[[nodiscard]] Bio reader(QByteArrayView bytes);
//! Wiped when it is freed.
[[nodiscard]] Bio writer();
//! What was written; valid as long as `bio`.
[[nodiscard]] QByteArrayView written(BIO *bio);

//! For PEM readers: without it, OpenSSL asks for an encrypted file's password on the terminal.
int noPassword(char *, int, int, void *);

//! "-----BEGIN label-----" and so on.
[[nodiscard]] QByteArray pemOf(const char *label, QByteArrayView der);

//! What an i2d function of OpenSSL makes of `object`; empty where it cannot.
template <class T>
QByteArray derOf(int (*i2d)(T, uchar **), T object)
{
    const int size = i2d(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto *to = reinterpret_cast<uchar *>(der.data());
    require(i2d(object, &to) == size, "DER encoding");
    return der;
}

} // namespace ambroise::crypto::ossl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pem.h"

#include <openssl/pem.h>

#include <algorithm>
#include <limits>

namespace ambroise::crypto::ossl {

Bio reader(QByteArrayView bytes)
{
    const auto size = std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max());
    Bio bio(BIO_new_mem_buf(bytes.isEmpty() ? "" : bytes.data(), int(size)));
    require(bio != nullptr, "BIO");
    return bio;
}

Bio writer()
{
    Bio bio(BIO_new(BIO_s_secmem()));
    require(bio != nullptr, "BIO");
    return bio;
}

QByteArrayView written(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, qsizetype(size)};
}

QByteArray pemOf(const char *label, QByteArrayView der)
{
    const Bio bio = writer();
    require(PEM_write_bio(bio.get(), label, "", bytes(der), long(der.size())) > 0, "PEM encoding");
    return written(bio.get()).toByteArray();
}

int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace ambroise::crypto::ossl

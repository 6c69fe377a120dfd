// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/envelope.h>

#include <fuzz/edited.h>

#include <QBuffer>

#include <cstdlib>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

struct Sealed {
    SecretBytes key = SecretBytes::random(32);
    QByteArray envelope = seal(key, "twelve bytes", "fuzz");
    QByteArray file;

    Sealed()
    {
        QByteArray plain = "twelve bytes";
        QBuffer in(&plain);
        QBuffer out(&file);
        if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly) ||
            !sealFile(key, in, out, "fuzz").ok())
            std::abort();
    }
};

} // namespace

//! Nothing opens but what was sealed.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Sealed sealed;
    const QByteArray envelope = fuzz::edited(sealed.envelope, data, size);
    if (open(sealed.key, envelope, "fuzz").ok() && envelope != sealed.envelope)
        std::abort();
    QByteArray file = fuzz::edited(sealed.file, data, size);
    QByteArray plain;
    QBuffer in(&file);
    QBuffer out(&plain);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        std::abort();
    if (openFile(sealed.key, in, out, "fuzz").ok() && file != sealed.file)
        std::abort();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>

using namespace ambroise::codes;

//! What decodes is what an encoder writes, and what is encoded comes back.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    if (const auto decoded = base45::decode(input);
        decoded.ok() && base45::encode(*decoded) != input)
        qFatal("two texts for one content");
    const auto back = base45::decode(base45::encode(input));
    if (!back.ok() || *back != input)
        qFatal("bytes that do not come back");
    return 0;
}

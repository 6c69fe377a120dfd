// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/classify.h>

using namespace ambroise::codes;

//! Any bytes have a kind; a pack that is accepted has what a pack must have.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    [[maybe_unused]] const CodeKind kind = kindOf(input);
    const auto fields = parseGs1(input);
    if (!fields.ok())
        return 0;
    if (fields->gtin.size() != 14 || fields->lot.size() > 20 || fields->serial.size() > 20 ||
        (!fields->cip13.isEmpty() && fields->cip13 != fields->gtin.mid(1)))
        qFatal("a pack that cannot be");
    return 0;
}

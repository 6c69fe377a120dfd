// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/insdatamatrix.h>

#include <fuzz/edited.h>

using namespace ambroise;
using namespace ambroise::codes;

//! What is read can be written, and what is written is read the same; the reading that guesses
//! never gives more than that.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray samples[] = {
        "IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\x1DS3SARAH-LOU ANNA\x1D"
        "S4GARCIA-HAMMADI\x1DS5FS621-01-1977S701154",
        "IS010000000000000000000000S1277010115400029S21.2.250.1.213.1.4.8029S3SARAH-LOU ANNA029"
        "S4GARCIA-HAMMADIS5FS621-01-1977S701154\r\n"};
    const QByteArray input = fuzz::edited(samples[size % 2], data, size);
    const auto strict = InsPayload::parse(input);
    const auto typed = InsPayload::fromWedge(QString::fromUtf8(input));
    for (const auto *read : {&strict, &typed}) {
        if (!read->ok())
            continue;
        const auto again = InsPayload::parse((*read)->bytes());
        if (!again.ok() || !(*again == **read) || again->needsConfirmation())
            qFatal("a payload that does not come back");
    }
    if (strict.ok() && strict->needsConfirmation())
        qFatal("a symbol is read without guessing");
    return 0;
}

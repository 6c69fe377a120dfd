// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/number.h>
#include <ambroise/prescription/typedline.h>

using namespace ambroise::prescription;

//! What is typed after a drug keeps its words, and gives no number below nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString typed = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const TypedLine line = TypedLine::parse(typed);
    if (line.durationDays < 0 || line.boxes < 0 || line.renewals < 0)
        qFatal("less than nothing");
    if (line.posology.size() > typed.size())
        qFatal("words that nobody typed");
    const auto number = OrdonnanceNumber::parse(typed);
    if (number.ok() && OrdonnanceNumber::parse(number->grouped()).value() != *number)
        qFatal("a number that is not read back");
    return 0;
}

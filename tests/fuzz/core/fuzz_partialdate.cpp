// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/partialdate.h>

using namespace ambroise;

//! Whatever is typed as a date is refused, or is one of the calendar, and is read the same however
//! it is written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QDate today(2026, 11, 24);
    const QString typed = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto date = PartialDate::parse(typed, today);
    if (!date.ok())
        return 0;
    const auto again = PartialDate::of(date->year(), date->month(), date->day());
    if (!again.ok() || *again != *date)
        qFatal("a date that is none");
    if (const auto whole = date->whole()) {
        const auto iso = PartialDate::parse(whole->toString(Qt::ISODate), today);
        const bool fourDigits = whole->year() >= 1000 && whole->year() <= 9999;
        if (fourDigits && (!iso.ok() || *iso != *date))
            qFatal("a date that is not read back");
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insmatricule.h>

#include <fuzz/edited.h>

using namespace ambroise::identity;

//! A matricule that was accepted is one, and is read back from how it is written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString typed =
        QString::fromUtf8(ambroise::fuzz::edited("2 58 03 63 113 981 55", data, size));
    const auto matricule = InsMatricule::parse(typed);
    if (!matricule.ok())
        return 0;
    for (const QString &written : {matricule->toString(), matricule->grouped()}) {
        const auto again = InsMatricule::parse(written);
        if (!again.ok() || *again != *matricule)
            qFatal("a matricule that is not read back");
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/sex.h>

namespace ambroise::identity {

QString code(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return u"M"_qs;
    case Sex::Female:
        return u"F"_qs;
    case Sex::Indeterminate:
        return u"I"_qs;
    }
    return {};
}

std::optional<Sex> sexOf(QStringView code)
{
    if (code == u"M")
        return Sex::Male;
    if (code == u"F")
        return Sex::Female;
    if (code == u"I")
        return Sex::Indeterminate;
    return std::nullopt;
}

} // namespace ambroise::identity

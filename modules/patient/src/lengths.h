// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>

namespace ambroise::patient {

//! Error: Invalid "patient.length".
[[nodiscard]] inline Status checkLength(const QString &text, qsizetype most)
{
    if (text.size() > most)
        return Error{ErrorCode::Invalid, u"patient.length"_qs, {}};
    return done();
}

//! Each of them a line.
[[nodiscard]] inline Status checkLines(const QStringList &lines)
{
    for (const QString &line : lines)
        AMBROISE_CHECK(checkLength(line, DetailLimits::line));
    return done();
}

} // namespace ambroise::patient

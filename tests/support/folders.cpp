// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/folders.h>

namespace ambroise::test {

QString sourceFolder()
{
    return QStringLiteral(AMBROISE_SOURCE_DIR);
}

QString sharedFolder()
{
    const QString given = qEnvironmentVariable("AMBROISE_SHARED");
    return given.isEmpty() ? sourceFolder() + QStringLiteral("/../shared") : given;
}

} // namespace ambroise::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function of the global namespace.
static bool registerResources()
{
    Q_INIT_RESOURCE(ambroise_uikit);
    return true;
}

namespace ambroise::uikit {

QString resourcePath(QStringView file)
{
    static const bool registered = registerResources();
    Q_UNUSED(registered)
    return QStringLiteral(":/ambroise/%1").arg(file);
}

} // namespace ambroise::uikit

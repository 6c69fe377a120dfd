// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <support/folders.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::test {

//! A file of the public test vectors; empty where they are not here.
inline QJsonObject vectors(const QString &name)
{
    QFile file(sharedFolder() + u"/data/vectors/"_qs + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace ambroise::test

#define VECTORS_OR_SKIP(variable, name)                                                            \
    const QJsonObject variable = test::vectors(QStringLiteral(name));                              \
    if ((variable).isEmpty())                                                                      \
    QSKIP("The public data are not here: AMBROISE_SHARED names their folder.")

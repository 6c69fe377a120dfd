// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <support/folders.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

//! The public test vectors beside the project.
namespace ambroise::test {

//! Empty where they are not there.
inline QJsonObject vectors(const QString &name)
{
    QFile file(sharedFolder() + QStringLiteral("/data/vectors/") + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

inline QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list << value.toString();
    return list;
}

} // namespace ambroise::test

#define QSKIP_WITHOUT_VECTORS(object)                                                              \
    do {                                                                                           \
        if ((object).isEmpty())                                                                    \
            QSKIP("the public vectors are not beside the project: ours alone are tested");         \
    } while (false)

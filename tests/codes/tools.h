// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

//! Programs of others, that write and read the same codes as we do.
namespace ambroise::test {

inline bool has(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

//! What the program writes on its standard output; empty where it fails.
inline QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return process.readAllStandardOutput();
}

//! A code by zint: `type` is its number for -b. The data go by a file, for they may hold any byte.
inline QImage zint(int type, const QByteArray &data, const QStringList &options, const QDir &dir)
{
    QFile input(dir.filePath(QStringLiteral("zint.in")));
    if (!input.open(QIODevice::WriteOnly) || input.write(data) != data.size())
        return {};
    input.close();
    const QString path = dir.filePath(QStringLiteral("zint.png"));
    QFile::remove(path);
    output(QStringLiteral("zint"),
           QStringList{QStringLiteral("-b"), QString::number(type), QStringLiteral("--scale=3"),
                       QStringLiteral("--whitesp=4"), QStringLiteral("--vwhitesp=4"),
                       QStringLiteral("-i"), input.fileName(), QStringLiteral("-o"), path} +
               options);
    return QImage(path);
}

inline QByteArray fileOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

} // namespace ambroise::test

#define QSKIP_WITHOUT(program)                                                                     \
    do {                                                                                           \
        if (!ambroise::test::has(QStringLiteral(program)))                                         \
            QSKIP(program " is not installed: its side of the round trip is not tested");          \
    } while (false)

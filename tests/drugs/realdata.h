// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <support/folders.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

//! The public drug base of May 2026, with the opinions of November 2023, where it is at hand.
namespace ambroise::test {

inline QString bdpmFolder()
{
    const QString folder = sharedFolder() + u"/data/bdpm"_qs;
    return QFile::exists(folder + u"/2026-05/CIS_bdpm.txt"_qs) ? folder : QString();
}

//! All its files in one folder; false where they are not at hand.
inline bool gatherBdpm(const QTemporaryDir &into)
{
    const QString folder = bdpmFolder();
    if (folder.isEmpty())
        return false;
    for (const QString &part : {u"/2026-05"_qs, u"/2023-11-18"_qs})
        for (const QFileInfo &file : QDir(folder + part).entryInfoList(QDir::Files))
            QFile::link(file.absoluteFilePath(), into.filePath(file.fileName()));
    return true;
}

} // namespace ambroise::test

#define NEEDS_BDPM(folder)                                                                         \
    QTemporaryDir folder;                                                                          \
    if (!ambroise::test::gatherBdpm(folder))                                                       \
    QSKIP("The public drug base is not at hand (AMBROISE_SHARED)")

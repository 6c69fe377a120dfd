// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace ambroise::app {
namespace {

constexpr qint64 stillWritten = 2; // seconds
const QStringList patterns = {QStringLiteral("*.pdf"),  QStringLiteral("*.jpg"),
                              QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                              QStringLiteral("*.tif"),  QStringLiteral("*.tiff")};

} // namespace

Result<QStringList> scansIn(const QString &folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists())
        return Error{ErrorCode::NotFound, u"scan.folder"_qs, {}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList paths;
    for (const QFileInfo &file :
         dir.entryInfoList(patterns, QDir::Files | QDir::Readable, QDir::Time | QDir::Reversed))
        if (file.size() > 0 && file.lastModified().secsTo(now) >= stillWritten)
            paths << file.absoluteFilePath();
    if (paths.isEmpty())
        return Error{ErrorCode::NotFound, u"scan.none"_qs, {}};
    return paths;
}

Status removeScan(const QString &folder, const QString &path, const QByteArray &filed)
{
    const QFileInfo info(path);
    if (folder.isEmpty() || path.isEmpty() || info.absoluteDir() != QDir(folder))
        return done();
    QFile file(path);
    const bool same = file.open(QIODevice::ReadOnly) && file.readAll() == filed;
    if (!same || !file.remove())
        return Error{ErrorCode::Unavailable, u"scan.left"_qs, {}};
    return done();
}

} // namespace ambroise::app

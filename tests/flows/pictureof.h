// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>

namespace ambroise::test {

//! The only page of a PDF as a picture, as Poppler draws it; empty where it cannot. `path`: without
//! ".png".
inline QString pictureOf(const QByteArray &pdf, const QString &path)
{
    QProcess process;
    process.start(u"pdftoppm"_qs,
                  {u"-r"_qs, u"150"_qs, u"-png"_qs, u"-singlefile"_qs, u"-"_qs, path});
    process.write(pdf);
    process.closeWriteChannel();
    const bool drawn = process.waitForFinished(30'000) && process.exitCode() == 0;
    return drawn ? path + u".png"_qs : QString();
}

} // namespace ambroise::test

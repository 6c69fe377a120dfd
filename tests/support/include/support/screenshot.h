// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace ambroise::test {

//! Keeps a picture of the window beside the build, for people to look at. Never compared.
inline void keepScreenshot(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("AMBROISE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents(); // what was just shown or hidden takes its place
    QDir().mkpath(folder);
    window.grab().save(folder + u'/' + name + u".png"_qs);
}

} // namespace ambroise::test

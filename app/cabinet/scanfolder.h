// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QStringList>

//! The folder in which the post's scanner puts what it scanned.
namespace ambroise::app {

//! What is there to be filed, the oldest first: documents that are whole, which is to say that
//! nothing was added to them for two seconds. Errors: NotFound "scan.folder", "scan.none".
Result<QStringList> scansIn(const QString &folder);

//! Takes away what was filed from it, so that nothing of a patient stays there in clear; a file
//! from elsewhere stays. `filed`: its bytes; a file that is another one since stays, whatever its
//! name: nobody filed it. Error: Unavailable "scan.left".
Status removeScan(const QString &folder, const QString &path, const QByteArray &filed);

} // namespace ambroise::app
